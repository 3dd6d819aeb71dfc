// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/expansion.h"
#include "exchange/source.h"
#include "exchange/splitter.h"

namespace trawl::exchange {

/// One link a line, as wget -i takes them, with what else is known of the file behind blanks:
/// `url sha256=… size=… mirror=url`. md5, sha1, sha256, sha512, checksum, size, mirror, name and
/// folder are known; what looks like a checksum and is none makes the line one that cannot be used.
/// A link may have blanks in it, and a note behind a tab. Several links on a line, with blanks,
/// tabs, commas, semicolons or bars between them, are as many entries, of which none can be used if
/// more is said of one of them.
class LineSource : public Source
{
public:
    LineSource(InputBuffer &input, bool patterns);
    bool read(QList<item::Link> &links, bool mayRead) override;

private:
    void take(QList<item::Link> &links, QByteArrayView text, qint64 line);
    static void takeSeveral(QList<item::Link> &links, QByteArrayView text, qint64 line);

    Splitter m_lines;
    bool m_patterns;
    std::optional<Expansion> m_expansion;
};

/// Where the words behind the URL begin that say more of it; the text's size when there are none.
[[nodiscard]] qsizetype lineOptionsStart(QByteArrayView text);

} // namespace trawl::exchange
