// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ascii.h"

#include <QByteArrayView>

#include <array>

namespace trawl::item {

/// What a byte of a URL may stand in as it is; the rest is percent-encoded (WHATWG URL, 1.3). A
/// host may hold what name servers know, which is less than what the web's rules let through.
enum UrlChars : quint8 { HostChar = 1, PathChar = 2, QueryChar = 4 };

constexpr std::array<quint8, 256> urlCharClasses()
{
    std::array<quint8, 256> classes{};
    for (int c = 0x21; c < 0x7f; ++c)
        classes[std::size_t(c)] = PathChar | QueryChar;
    for (const char c : {'"', '#', '<', '>', '?', '^', '`', '{', '}', '\\'})
        classes[std::size_t(c)] &= quint8(~PathChar);
    for (const char c : {'"', '#', '<', '>', '\''})
        classes[std::size_t(c)] &= quint8(~QueryChar);
    for (int c = 'a'; c <= 'z'; ++c)
        classes[std::size_t(c)] |= HostChar;
    for (int c = '0'; c <= '9'; ++c)
        classes[std::size_t(c)] |= HostChar;
    for (const char c : {'-', '_', '.'})
        classes[std::size_t(c)] |= HostChar;
    return classes;
}

inline constexpr auto urlChars = urlCharClasses();

inline bool isUrlChar(char c, UrlChars wanted)
{
    return urlChars[quint8(c)] & wanted;
}

/// The first place from `from` on that is none of them.
inline qsizetype skipUrlChars(QByteArrayView text, qsizetype from, UrlChars wanted)
{
    while (from < text.size() && isUrlChar(text[from], wanted))
        ++from;
    return from;
}

/// What the "%XX" that begins at `at` stands for; -1 = there is none.
inline int encodedOctet(QByteArrayView text, qsizetype at)
{
    if (text[at] != '%' || at + 2 >= text.size())
        return -1;
    const int high = hexValue(text[at + 1]);
    const int low = hexValue(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
}

} // namespace trawl::item
