// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/textlinks.h"
#include "exchange/bytes.h"
#include "exchange/linkreader.h"
#include "exchange/unusablelink.h"
#include "item/ascii.h"

#include <QString>

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

/// Where "http://" or "https://" begins, in any case and not inside a longer word; -1 = nowhere.
qsizetype findScheme(QByteArrayView text, qsizetype from)
{
    for (auto colon = text.indexOf("://", from); colon >= 0;
         colon = text.indexOf("://", colon + 1)) {
        for (const qsizetype length : {4, 5}) {
            const auto begin = colon - length;
            if (begin < from || (begin > 0 && item::isLetterOrDigit(text[begin - 1])))
                continue;
            const auto scheme = text.sliced(begin, length);
            if (scheme.compare("http", Qt::CaseInsensitive) == 0 ||
                scheme.compare("https", Qt::CaseInsensitive) == 0)
                return begin;
        }
    }
    return -1;
}

/// "www." and something behind it.
bool isWebName(QByteArrayView text)
{
    constexpr qsizetype prefix = 4;
    return text.size() > prefix &&
           (item::isLetterOrDigit(text[prefix]) || quint8(text[prefix]) >= 0x80) &&
           text.first(prefix).compare("www.", Qt::CaseInsensitive) == 0;
}

/// Where such a name begins that is no part of something else; -1 = nowhere.
qsizetype findWebName(QByteArrayView text, qsizetype from)
{
    constexpr QByteArrayView inside("./:@-_%?&=~#+\\");
    for (auto dot = text.indexOf('.', from); dot >= 0; dot = text.indexOf('.', dot + 1)) {
        const auto begin = dot - 3;
        const bool apart = begin == 0 || (begin > 0 && !item::isLetterOrDigit(text[begin - 1]) &&
                                          !inside.contains(text[begin - 1]));
        if (begin >= from && apart && isWebName(text.sliced(begin)))
            return begin;
    }
    return -1;
}

/// The nearer of both.
qsizetype findLink(QByteArrayView text, qsizetype from)
{
    const auto scheme = findScheme(text, from);
    const auto name = findWebName(scheme < 0 ? text : text.first(scheme), from);
    return name < 0 ? scheme : name;
}

/// The length of a punctuation mark beyond ASCII that cannot belong to a URL in running text: no-
/// break and ideographic spaces, guillemets, general, CJK and full-width punctuation; 0 = none.
qsizetype foreignMark(QByteArrayView text)
{
    if (quint8(text.front()) < 0xc2)
        return 0;
    if (text.startsWith("\xc2\xa0") || text.startsWith("\xc2\xab") || text.startsWith("\xc2\xbb"))
        return 2;
    if (text.size() < 3)
        return 0;
    const auto c = char32_t(quint8(text[0]) & 0x0f) << 12 | char32_t(quint8(text[1]) & 0x3f) << 6 |
                   char32_t(quint8(text[2]) & 0x3f);
    const bool mark = (quint8(text[0]) & 0xf0) == 0xe0 &&
                      ((c >= 0x2000 && c <= 0x206f) || (c >= 0x3000 && c <= 0x3020) ||
                       (c >= 0xff01 && c <= 0xff0f) || (c >= 0xff1a && c <= 0xff20) ||
                       (c >= 0xff3b && c <= 0xff40) || (c >= 0xff5b && c <= 0xff65));
    return mark ? 3 : 0;
}

/// Where the link that begins at the front ends, trailing punctuation included.
qsizetype linkEnd(QByteArrayView text, char openedBy)
{
    constexpr QByteArrayView open("([{");
    constexpr QByteArrayView close(")]}");
    constexpr QByteArrayView betweenLinks(",;|");
    std::array<int, 3> depth{};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((openedBy == '\'' && c == '\'') || foreignMark(text.sliced(i)) > 0)
            return i;
        if (betweenLinks.contains(c) &&
            (hasHttpScheme(text.sliced(i + 1)) || isWebName(text.sliced(i + 1))))
            return i;
        if (const auto kind = open.indexOf(c); kind >= 0)
            ++depth[std::size_t(kind)];
        if (const auto kind = close.indexOf(c); kind >= 0 && --depth[std::size_t(kind)] < 0)
            return i;
    }
    return text.size();
}

} // namespace

void appendTextLinks(QList<item::Link> &links, const Piece &word)
{
    for (qsizetype from = 0; (from = findLink(word.text, from)) >= 0;) {
        const auto rest = word.text.sliced(from);
        const char before = from > 0 ? word.text[from - 1] : ' ';
        const auto end = linkEnd(rest, before);
        const auto text = linkAtStart(rest, before);
        auto link = parseLink(text, word.line);
        if (word.cut && end == rest.size())
            link = unusableLink(text, word.line, item::Reason::InvalidUrl);
        if (link.ok() || hasHttpScheme(text))
            links.append(std::move(link));
        from += end;
    }
}

QByteArrayView linkAtStart(QByteArrayView word, char before)
{
    constexpr QByteArrayView sentenceMarks(".,;:!?'*");
    auto link = word.first(linkEnd(word, before));
    while (!link.isEmpty() && sentenceMarks.contains(link.back()))
        link.chop(1);
    return link;
}

} // namespace trawl::exchange
