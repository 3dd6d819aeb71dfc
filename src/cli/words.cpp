// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/words.h"

#include <array>

namespace trawl::cli {

QString bytesText(double bytes)
{
    static constexpr std::array units{"bytes", "KiB", "MiB", "GiB", "TiB", "PiB"};
    std::size_t unit = 0;
    while (bytes >= 1024 && unit + 1 < units.size()) {
        bytes /= 1024;
        ++unit;
    }
    const int decimals = unit == 0 || bytes >= 100 ? 0 : 1;
    return QString::number(bytes, 'f', decimals) + u' ' + QLatin1StringView(units[unit]);
}

QString timeText(qint64 seconds)
{
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    if (seconds < 60)
        return QStringLiteral("%1 s").arg(seconds);
    if (seconds < 3600)
        return QStringLiteral("%1 min %2 s").arg(seconds / 60).arg(two(seconds % 60));
    return QStringLiteral("%1 h %2 min").arg(seconds / 3600).arg(two(seconds / 60 % 60));
}

QString durationText(qint64 ms)
{
    if (ms >= 60'000)
        return timeText(ms / 1000);
    return QString::number(double(ms) / 1000, 'f', ms < 10'000 ? 2 : 1) + QStringLiteral(" s");
}

QString reasonText(item::Reason reason, int httpCode)
{
    if (reason == item::Reason::Http && httpCode > 0)
        return QStringLiteral("HTTP %1").arg(httpCode);
    if (reason > item::Reason::Last)
        return QStringLiteral("unknown");
    return QString::fromLatin1(item::infoOf(reason).shortText);
}

QString failureText(const item::Failure &failure)
{
    const auto words = reasonText(failure.reason, failure.httpCode);
    return failure.detail.isEmpty() ? words : words + QStringLiteral(": ") + failure.detail;
}

} // namespace trawl::cli
