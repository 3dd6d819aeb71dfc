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
/// proxy is refused (it belongs to the job), other keys are passed over, and so is a `dir` that is
/// absolute: files go below the job's.
class Aria2Source : public Source
{
public:
    explicit Aria2Source(InputBuffer &input);
    bool read(QList<item::Link> &links, bool mayRead) override;

    /// An indented `key=value` line.
    [[nodiscard]] static bool isOptionLine(QByteArrayView line);

private:
    void takeUrls(QByteArrayView text);
    void takeOption(QByteArrayView text);
    void finish(QList<item::Link> &links);

    Splitter m_lines;
    std::optional<Entry> m_entry;
};

} // namespace trawl::exchange
