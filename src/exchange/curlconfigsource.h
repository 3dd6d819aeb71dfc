// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/curlrequests.h"
#include "exchange/source.h"
#include "exchange/splitter.h"

namespace trawl::exchange {

/// A file for curl -K: one option a line, with '=', ':' or a blank before its value, which may be
/// quoted. As its options belong to all URLs up to the next `next`, these are kept until then:
/// 64 MiB at most.
class CurlConfigSource : public Source
{
public:
    explicit CurlConfigSource(InputBuffer &input);
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString error() const override { return m_error; }

    struct Line
    {
        QByteArray option; ///< with its dashes; empty = a blank line or a comment
        QByteArray value;
    };
    [[nodiscard]] static Line parseLine(QByteArrayView text);

private:
    void take(const Piece &piece);
    void closeGroup();

    Splitter m_lines;
    CurlRequests m_open;
    std::optional<CurlRequests> m_ready;
    QString m_error;
};

} // namespace trawl::exchange
