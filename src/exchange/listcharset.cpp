// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/listcharset.h"

#include "extract/charset.h"

#include <array>

namespace trawl::exchange {

namespace {

/// ASCII in UTF-16 has a zero in every second byte, and much of any list is ASCII. Empty = it is
/// not.
QByteArray utf16ByZeros(QByteArrayView head)
{
    constexpr qsizetype least = 8;
    constexpr qsizetype sample = 4096;
    const auto bytes = head.first(qMin(head.size(), sample));
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < bytes.size(); ++i)
        zeros[std::size_t(i % 2)] += bytes[i] == 0;
    const auto half = bytes.size() / 2;
    if (bytes.size() < least)
        return {};
    if (zeros[1] * 4 > half && zeros[0] * 20 < half)
        return QByteArrayLiteral("utf-16le");
    if (zeros[0] * 4 > half && zeros[1] * 20 < half)
        return QByteArrayLiteral("utf-16be");
    return {};
}

/// Without the part of a character at which the head was cut off.
QByteArrayView withoutTorn(QByteArrayView head)
{
    constexpr qsizetype longest = 4;
    for (qsizetype cut = 0; cut < longest && cut <= head.size(); ++cut) {
        if (const auto whole = head.chopped(cut); whole.isValidUtf8())
            return whole;
    }
    return head;
}

} // namespace

QByteArray listCharset(QByteArrayView head, bool html)
{
    if (head.startsWith("\xef\xbb\xbf") || extract::isPlainAscii(head))
        return QByteArrayLiteral("utf-8");
    if (head.startsWith("\xff\xfe"))
        return QByteArrayLiteral("utf-16le");
    if (head.startsWith("\xfe\xff"))
        return QByteArrayLiteral("utf-16be");
    if (auto name = utf16ByZeros(head); !name.isEmpty())
        return name;
    const auto whole = withoutTorn(head);
    return html ? extract::charsetOf(whole, {}) : extract::guessCharset(whole);
}

QByteArray headAsUtf8(QByteArrayView head, const QByteArray &charset)
{
    return charset == "utf-8" ? head.toByteArray() : extract::toUtf8(head, charset);
}

} // namespace trawl::exchange
