// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "engine/loglevel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

/// The one place that turns values into words for the person (translated).
namespace trawl::models {

enum class Units { Iec, Si };

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(trawl::models::Texts)

public:
    [[nodiscard]] static QString status(item::Status status);
    /// The whole sentence of the Why column: "Too many requests (429), again at 14:05"; empty
    /// while there is nothing to explain.
    [[nodiscard]] static QString why(const engine::RowState &row,
                                     const QDateTime &now = QDateTime::currentDateTime());
    /// "No such host", with the technical detail behind it where there is one.
    [[nodiscard]] static QString failure(const item::Failure &failure);
    /// A word or two: "HTTP 429", "DNS", "Disk full".
    [[nodiscard]] static QString cause(item::Reason reason, int httpCode = 0);
    [[nodiscard]] static QString workerState(engine::WorkerState state);
    /// Of all sizes and rates from now on; IEC at first. Of the window's thread.
    static void setUnits(Units units);
    [[nodiscard]] static Units units();
    [[nodiscard]] static int unitStep();              ///< 1024 or 1000
    [[nodiscard]] static QString bytes(qint64 bytes); ///< "1.4 MiB" or "1.5 MB"
    /// "MiB/s" for 1024 × 1024, a power of unitStep().
    [[nodiscard]] static QString unitOfBytes(qint64 bytes); ///< "MiB"
    [[nodiscard]] static QString unitOfRate(qint64 bytesPerSecond);
    /// "was killed (signal 9)" of WorkerInfo::lastExit.
    [[nodiscard]] static QString workerExit(const QString &lastExit);
    /// "Breaker open, again in 12 s"; `nowMs` since the epoch.
    [[nodiscard]] static QString hostState(const engine::HostRow &host, qint64 nowMs);
    /// "4 connections, 1.0 MiB/s"; empty without a limit of its own.
    [[nodiscard]] static QString hostLimit(const engine::HostLimit &limit);
    /// "3 running, 12 done"; statuses without items are left out.
    [[nodiscard]] static QString countsByStatus(const engine::Counts &counts);
    /// "Remove 12 links? 3 are running, 5 have files."
    [[nodiscard]] static QString removeItems(qint64 items, qint64 running, qint64 files);
    [[nodiscard]] static QString removeJob(const QString &name, const engine::Counts &counts);
    [[nodiscard]] static QString logLevel(engine::LogLevel level);
    /// "14:05", with the date on another day; `ms` since the epoch.
    [[nodiscard]] static QString clockTime(qint64 ms, const QDateTime &now);
    [[nodiscard]] static QString perSecond(double number);    ///< "3.2"; empty for 0
    [[nodiscard]] static QString rate(double bytesPerSecond); ///< "1.4 MiB/s"; empty for 0
    /// "1.5M": as it can be typed again, exactly (engine::parseRate()); empty for 0.
    [[nodiscard]] static QString rateInput(qint64 bytesPerSecond);
    /// "23 ms", "4.2 s", "3 min 05 s"
    [[nodiscard]] static QString duration(qint64 ms);
    [[nodiscard]] static QString timeLeft(qint64 seconds); ///< "2 h 05 min", "∞" for < 0
    /// The time of today, with its date of another day; empty for 0 (ms since the epoch).
    [[nodiscard]] static QString moment(qint64 ms,
                                        const QDateTime &now = QDateTime::currentDateTime());
    [[nodiscard]] static QString milliseconds(qint64 ms); ///< "3 ms"
    [[nodiscard]] static QString percent(int percent);    ///< "45 %"
    [[nodiscard]] static QString count(qint64 number);    ///< "8,412"
};

} // namespace trawl::models
