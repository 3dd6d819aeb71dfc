// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/bytes.h"

#include "item/blanks.h"

#include <algorithm>

namespace trawl::exchange {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\0';
}

} // namespace

QByteArrayView trimmed(QByteArrayView text)
{
    return item::withoutBlanks(text);
}

QByteArrayView takeWord(QByteArrayView &text)
{
    text = trimmed(text);
    const auto end = std::find_if(text.begin(), text.end(), isBlank) - text.begin();
    const auto word = text.first(end);
    text = trimmed(text.sliced(end));
    return word;
}

bool hasHttpScheme(QByteArrayView text)
{
    const auto scheme = text.first(qMin<qsizetype>(text.size(), 8)).toByteArray().toLower();
    return scheme.startsWith("http://") || scheme.startsWith("https://");
}

qsizetype nextLinkStart(QByteArrayView text)
{
    for (auto colon = text.indexOf("://"); colon >= 0; colon = text.indexOf("://", colon + 1)) {
        for (const qsizetype length : {4, 5}) {
            const auto begin = colon - length;
            const bool apart = begin > 0 && (isBlank(text[begin - 1]) ||
                                             QByteArrayView(",;|").contains(text[begin - 1]));
            if (apart && hasHttpScheme(text.sliced(begin)))
                return begin;
        }
    }
    return -1;
}

bool isEntry(QByteArrayView line)
{
    return !line.isEmpty() && line.front() != '#';
}

} // namespace trawl::exchange
