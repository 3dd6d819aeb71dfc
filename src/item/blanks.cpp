// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/blanks.h"

#include <algorithm>
#include <array>

namespace trawl::item {

namespace {

/// White space and what has no width beyond ASCII: general category Zs, and those of Cf that mark
/// an end or a direction.
constexpr std::array wideBlanks{
    QByteArrayView("\xc2\xa0"),     // no-break space
    QByteArrayView("\xc2\xad"),     // soft hyphen
    QByteArrayView("\xe1\x9a\x80"), // Ogham space
    QByteArrayView("\xe1\xa0\x8e"), // Mongolian vowel separator
    QByteArrayView("\xe3\x80\x80"), // ideographic space
    QByteArrayView("\xef\xbb\xbf"), // byte order mark
};

/// U+2000 to U+200F, U+2028 to U+202F, U+205F to U+206F.
bool isGeneralBlank(QByteArrayView text)
{
    if (text.size() != 3 || text[0] != '\xe2')
        return false;
    const auto last = quint8(text[2]);
    return text[1] == '\x80' ? last <= 0x8f || (last >= 0xa8 && last <= 0xaf)
                             : text[1] == '\x81' && last >= 0x9f && last <= 0xaf;
}

bool isBlankText(QByteArrayView text)
{
    return isGeneralBlank(text) ||
           std::any_of(wideBlanks.begin(), wideBlanks.end(),
                       [text](QByteArrayView blank) { return text == blank; });
}

bool isAsciiBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\0';
}

/// How long the blank at the front is; 0 = there is none.
qsizetype blankAtFront(QByteArrayView text)
{
    if (isAsciiBlank(text.front()))
        return 1;
    for (const qsizetype length : {2, 3}) {
        if (text.size() >= length && isBlankText(text.first(length)))
            return length;
    }
    return 0;
}

qsizetype blankAtBack(QByteArrayView text)
{
    if (isAsciiBlank(text.back()))
        return 1;
    for (const qsizetype length : {2, 3}) {
        if (text.size() >= length && isBlankText(text.last(length)))
            return length;
    }
    return 0;
}

} // namespace

QByteArrayView withoutBlanks(QByteArrayView text)
{
    for (qsizetype blank = 1; !text.isEmpty() && blank > 0; text = text.sliced(blank))
        blank = blankAtFront(text);
    for (qsizetype blank = 1; !text.isEmpty() && blank > 0; text.chop(blank))
        blank = blankAtBack(text);
    return text;
}

} // namespace trawl::item
