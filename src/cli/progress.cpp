// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"
#include "cli/words.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace trawl::cli {

namespace {

qint64 ended(const engine::Counts &counts)
{
    return counts.done + counts.failed + counts.skipped;
}

} // namespace

qint64 ProgressState::secondsLeft() const
{
    if (importing || requestsPerSecond <= 0.01)
        return -1;
    return qint64(std::ceil(double(counts.open()) / requestsPerSecond));
}

QByteArray progressBar(const ProgressState &state, int columns)
{
    const auto &counts = state.counts;
    const auto total = counts.total();
    QStringList parts;
    parts.append(QStringLiteral("%1/%2%3")
                     .arg(ended(counts))
                     .arg(total)
                     .arg(state.importing ? QStringLiteral("+") : QString()));
    if (total > 0 && !state.importing)
        parts.append(QStringLiteral("%1 %").arg(100 * ended(counts) / total));
    if (counts.failed > 0)
        parts.append(QStringLiteral("%1 failed").arg(counts.failed));
    if (counts.paused > 0)
        parts.append(QStringLiteral("%1 paused").arg(counts.paused));
    if (state.offline)
        parts.append(QStringLiteral("waiting for the network"));
    if (state.offHours)
        parts.append(QStringLiteral("off by the schedule"));
    if (!state.awaitedFolder.isEmpty())
        parts.append(QStringLiteral("waiting for the folder ") + state.awaitedFolder);
    parts.append(bytesText(state.bytesPerSecond) + QStringLiteral("/s"));
    parts.append(QStringLiteral("%1 items/s").arg(qRound64(state.requestsPerSecond)));
    if (const auto left = state.secondsLeft(); left >= 0)
        parts.append(timeText(left) + QStringLiteral(" left"));
    // The last column stays free: some terminals wrap when it is written.
    return parts.join(QStringLiteral("  ")).left(qMax(1, columns - 1)).toLatin1();
}

QByteArray progressJson(const ProgressState &state)
{
    const auto &counts = state.counts;
    const auto left = state.secondsLeft();
    const QJsonObject object{
        {QStringLiteral("elapsed_ms"), state.elapsedMs},
        {QStringLiteral("total"), counts.total()},
        {QStringLiteral("importing"), state.importing},
        {QStringLiteral("offline"), state.offline},
        {QStringLiteral("off_hours"), state.offHours},
        {QStringLiteral("awaited_folder"),
         state.awaitedFolder.isEmpty() ? QJsonValue() : QJsonValue(state.awaitedFolder)},
        {QStringLiteral("queued"), counts.queued},
        {QStringLiteral("running"), counts.running},
        {QStringLiteral("paused"), counts.paused},
        {QStringLiteral("done"), counts.done},
        {QStringLiteral("failed"), counts.failed},
        {QStringLiteral("skipped"), counts.skipped},
        {QStringLiteral("bytes"), state.bytes},
        {QStringLiteral("bytes_per_second"), qRound64(state.bytesPerSecond)},
        {QStringLiteral("requests_per_second"), qRound64(state.requestsPerSecond * 10) / 10.0},
        {QStringLiteral("seconds_left"), left < 0 ? QJsonValue() : QJsonValue(left)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace trawl::cli
