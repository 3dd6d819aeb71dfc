// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/passedover.h"
#include "exchange/source.h"
#include "exchange/textlinks.h"

namespace trawl::exchange {

/// Links anywhere in running text. A line is read as in a list of lines (linesource.h) where a link
/// begins it and what a list knows to say of one stands behind, and where all of it is a host with
/// a path (`example.org/x`, `10.0.0.1:8080/x`) or a link of another scheme (`ftp://…`,
/// `magnet:?…`), which fails by name; a bullet or number before it is passed over. Of all other
/// lines links are read wherever they stand (textlinks.h), but none of a line with a checksum
/// somewhere, for it would not be checked. Lines in which no link is found are counted.
class TextSource : public Source
{
public:
    explicit TextSource(InputBuffer &input)
        : m_words(input, wordSeparators)
    {
    }
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString note() const override;

private:
    void take(QList<item::Link> &links, const Piece &word);
    void takeLong(QList<item::Link> &links, const Piece &word);
    void finishLine(QList<item::Link> &links);
    void readLine(QList<item::Link> &links) const;
    void readProse(QList<item::Link> &links) const;

    Splitter m_words;
    QByteArray m_line; ///< its words and what stands between them
    qint64 m_number = 1;
    bool m_isOpen = false;
    bool m_isLong = false;  ///< its beginning was read already
    bool m_hasLink = false; ///< what was read of a long one
    PassedOver m_leftOut;   ///< lines
};

} // namespace trawl::exchange
