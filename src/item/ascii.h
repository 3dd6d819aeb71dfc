// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace trawl::item {

// ASCII's own characters, whatever the locale; every other byte or code unit is none of them.

constexpr bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

constexpr bool isLetter(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

constexpr bool isLetterOrDigit(char16_t c)
{
    return isLetter(c) || isDigit(c);
}

constexpr char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

/// The value of a hexadecimal digit; -1 = it is none.
constexpr int hexValue(char16_t c)
{
    if (isDigit(c))
        return c - u'0';
    const auto lower = char16_t(c | 0x20);
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

constexpr bool isHexDigit(char16_t c)
{
    return hexValue(c) >= 0;
}

/// White space of XML (1.0, 2.3) and JSON (RFC 8259, 2).
constexpr bool isXmlSpace(char16_t c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

/// White space of HTML and CSS (WHATWG Infra, 4.6).
constexpr bool isHtmlSpace(char16_t c)
{
    return isXmlSpace(c) || c == u'\f';
}

/// A character of a token (RFC 9110, 5.6.2), such as a field's name.
constexpr bool isTokenChar(char c)
{
    return isLetterOrDigit(char16_t(c)) || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

} // namespace trawl::item
