// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/expansion.h"
#include "exchange/source.h"
#include "exchange/splitter.h"

namespace trawl::exchange {

/// One link a line, as wget -i takes them, with what else is known of the file behind blanks:
/// `url sha256=… size=… mirror=url`. md5, sha1, sha256, sha512, checksum, size, mirror, name and
/// folder are known; what looks like a checksum or is an option elsewhere (of tables, aria2 or a
/// command) makes the line one that cannot be used. A `#` behind a blank begins a comment, in which
/// no checksum may stand. A link may have a note behind a tab, and blanks in it where what follows
/// them goes on like a URL (a file's suffix, a folder, a query); other words behind a link make it
/// one that cannot be used, for nobody knows whether they belong to it. Several links on a line,
/// with blanks, tabs, commas, semicolons or bars between them, are as many entries, of which none
/// can be used if more is said of one of them.
class LineSource : public Source
{
public:
    LineSource(InputBuffer &input, bool patterns);
    bool read(QList<item::Link> &links, bool mayRead) override;

private:
    void take(QList<item::Link> &links, QByteArrayView text, qint64 line);

    Splitter m_lines;
    bool m_patterns;
    std::optional<Expansion> m_expansion;
};

/// Adds what a line says that is no pattern; `text` is trimmed.
void appendListLine(QList<item::Link> &links, QByteArrayView text, qint64 line);
/// Where the words behind the URL begin that say more of it, or a comment; the text's size when
/// there are none.
[[nodiscard]] qsizetype lineOptionsStart(QByteArrayView text);
/// Ends like a file's name, which makes a text with blanks in it more likely a link than a
/// sentence: "my file 1.txt".
[[nodiscard]] bool endsLikeAName(QByteArrayView text);

} // namespace trawl::exchange
