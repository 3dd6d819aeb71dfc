// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/percent.h"

#include "item/urlchars.h"

#include <array>

namespace trawl::crawl {

namespace {

enum CharKind : quint8 { Encoded = 0, Reserved = 1, Unreserved = 2 };

constexpr std::array<quint8, 256> charKinds()
{
    std::array<quint8, 256> kinds{};
    for (int c = 'a'; c <= 'z'; ++c)
        kinds[std::size_t(c)] = kinds[std::size_t(c - 0x20)] = Unreserved;
    for (int c = '0'; c <= '9'; ++c)
        kinds[std::size_t(c)] = Unreserved;
    for (const char c : {'-', '.', '_', '~'})
        kinds[std::size_t(c)] = Unreserved;
    for (const char c : {':', '/', '?', '#', '[', ']', '@', '!', '$', '&', '\'', '(', ')', '*', '+',
                         ',', ';', '='})
        kinds[std::size_t(c)] = Reserved;
    return kinds;
}

constexpr auto kinds = charKinds();

void appendEncoded(QByteArray &out, quint8 octet)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    const char text[] = {'%', hex[octet >> 4], hex[octet & 15]};
    out.append(text, 3);
}

} // namespace

void appendPercentNormal(QByteArray &out, QByteArrayView text)
{
    for (qsizetype i = 0; i < text.size();) {
        const auto begin = i;
        while (i < text.size() && kinds[quint8(text[i])] != Encoded)
            ++i;
        out.append(text.sliced(begin, i - begin));
        if (i == text.size())
            return;
        const int octet = item::encodedOctet(text, i);
        if (octet >= 0 && kinds[std::size_t(octet)] == Unreserved)
            out.append(char(octet));
        else
            appendEncoded(out, quint8(octet >= 0 ? octet : text[i]));
        i += octet >= 0 ? 3 : 1;
    }
}

} // namespace trawl::crawl
