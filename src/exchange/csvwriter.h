// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/textwriter.h"

namespace trawl::exchange {

/// RFC 4180, whatever the separator: TSV is quoted as CSV is. A list or an object is JSON text.
class CsvWriter : public TextWriter
{
public:
    CsvWriter(ExportTable table, const ExportOptions &options, char separator, const char *lineEnd);
    void begin(QByteArray &out) override;
    void row(QByteArray &out, const item::Result &result) override;

private:
    void appendCell(QByteArray &out, const QByteArray &text) const;
    void endLine(QByteArray &out) const;
    [[nodiscard]] QByteArray defused(QByteArray text) const;

    ExportTable m_table;
    char m_separator;
    const char *m_lineEnd;
    bool m_defuse;
    bool m_bom;
};

} // namespace trawl::exchange
