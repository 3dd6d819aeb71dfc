// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/bytes.h"

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
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
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

bool isEntry(QByteArrayView line)
{
    return !line.isEmpty() && line.front() != '#';
}

} // namespace trawl::exchange
