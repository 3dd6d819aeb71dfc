// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tally.h"
#include "cli/words.h"

#include <algorithm>
#include <vector>

namespace trawl::cli {

void Tally::add(const item::Result &result)
{
    switch (result.status) {
    case item::Status::Done:
        ++m_done;
        if (result.arrival > m_earlier) {
            ++m_doneNow;
            m_bytesNow += result.bytes;
        }
        break;
    case item::Status::Failed:
        ++m_failed;
        ++m_reasons[{result.reason, result.reason == item::Reason::Http ? result.code : 0}];
        break;
    case item::Status::Skipped:
        ++m_skipped;
        break;
    default:
        ++m_open;
        break;
    }
}

QString Tally::summary(qint64 elapsedMs) const
{
    QStringList counts{QStringLiteral("%1 done").arg(m_done)};
    if (m_done > m_doneNow)
        counts.append(QStringLiteral("%1 of them earlier").arg(m_done - m_doneNow));
    if (m_failed > 0)
        counts.append(QStringLiteral("%1 failed").arg(m_failed));
    if (m_skipped > 0)
        counts.append(QStringLiteral("%1 skipped").arg(m_skipped));
    if (m_open > 0)
        counts.append(QStringLiteral("%1 not yet").arg(m_open));
    const double seconds = double(std::max<qint64>(elapsedMs, 1)) / 1000;
    return QStringLiteral("%1: %2 in %3 (%4/s, %5 items/s)")
        .arg(counts.join(QStringLiteral(", ")), bytesText(double(m_bytesNow)),
             durationText(elapsedMs), bytesText(double(m_bytesNow) / seconds))
        .arg(qRound64(double(m_doneNow) / seconds));
}

QString Tally::failures(const QStringList &exports) const
{
    if (m_failed == 0)
        return {};
    std::vector<std::pair<std::pair<item::Reason, int>, qint64>> reasons(m_reasons.begin(),
                                                                         m_reasons.end());
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const auto &a, const auto &b) { return a.second > b.second; });
    constexpr std::size_t most = 4;
    QStringList parts;
    for (std::size_t i = 0; i < std::min(most, reasons.size()); ++i) {
        const auto &[reason, count] = reasons[i];
        parts.append(
            QStringLiteral("%1 x %2").arg(count).arg(reasonText(reason.first, reason.second)));
    }
    if (reasons.size() > most)
        parts.append(QStringLiteral("..."));
    QStringList files = exports;
    files.removeAll(QStringLiteral("-"));
    const QString where = files.isEmpty() ? QStringLiteral("-o results.csv lists them")
                                          : QStringLiteral("see %1").arg(files.front());
    return QStringLiteral("%1 failed: %2; %3")
        .arg(m_failed)
        .arg(parts.join(QStringLiteral(", ")), where);
}

} // namespace trawl::cli
