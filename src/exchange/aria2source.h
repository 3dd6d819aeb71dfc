// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/entry.h"
#include "exchange/source.h"
#include "exchange/splitter.h"

#include <optional>

namespace trawl::exchange {

/// aria2's input file: URLs of the same file on one line between tabs, then indented `key=value`
/// lines. out, dir, header, referer, checksum, user-agent, http-user and http-passwd are taken, a
/// proxy is refused (it belongs to the job), and so is a `dir` that is absolute, for files go below
/// the job's; other keys are passed over.
class Aria2Source : public Source
{
public:
    explicit Aria2Source(InputBuffer &input);
    bool read(QList<item::Link> &links, bool mayRead) override;

    /// An indented `key=value` line.
    [[nodiscard]] static bool isOptionLine(QByteArrayView line);
    /// A `key=value` that aria2 writes and people set for a link.
    [[nodiscard]] static bool isKnownOption(QByteArrayView text);

private:
    void takeUrls(QByteArrayView text);
    void takeOption(QByteArrayView text);
    void finish(QList<item::Link> &links);

    Splitter m_lines;
    std::optional<Entry> m_entry;
};

} // namespace trawl::exchange
