// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/retryafter.h"

#include "item/ascii.h"
#include "item/httpdate.h"

#include <QByteArray>

#include <algorithm>
#include <limits>

namespace trawl::fetch {

namespace {

constexpr qint64 longestMs = std::numeric_limits<qint64>::max() / 2;

// Saturates: a number too large to hold is still a very long wait.
qint64 secondsToMs(QByteArrayView digits)
{
    qint64 seconds = 0;
    for (const char c : digits) {
        seconds = seconds * 10 + (c - '0');
        if (seconds >= longestMs / 1000)
            return longestMs;
    }
    return seconds * 1000;
}

} // namespace

qint64 retryAfterMs(QByteArrayView value, QByteArrayView date, qint64 nowMs)
{
    const auto text = value.trimmed();
    if (text.isEmpty())
        return -1;
    if (std::all_of(text.begin(), text.end(), item::isDigit)) {
        const auto ms = secondsToMs(text);
        return ms > 0 ? ms : -1;
    }
    const auto until = item::parseHttpDate(text);
    if (!until)
        return -1;
    const auto ms = *until - item::parseHttpDate(date).value_or(nowMs);
    return ms > 0 ? ms : -1;
}

} // namespace trawl::fetch
