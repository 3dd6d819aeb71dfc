// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/textwriter.h"

namespace trawl::exchange {

/// RFC 8259, one object a row: an array of them, or one a line (JSON Lines).
class JsonWriter : public TextWriter
{
public:
    JsonWriter(const ExportTable &table, bool lines);
    void begin(QByteArray &out) override;
    void row(QByteArray &out, const item::Result &result) override;
    void end(QByteArray &out) override;

private:
    ExportTable m_table;
    QList<QByteArray> m_keys; ///< with all that stands around them
    bool m_lines;
    bool m_first = true;
};

} // namespace trawl::exchange
