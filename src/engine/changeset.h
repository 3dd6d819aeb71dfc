// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/ids.h"
#include "item/status.h"
#include "item/urlblock.h"
#include "pool/workerinfo.h"
#include "rates/ratehistory.h"

#include <QList>
#include <QString>

#include <vector>

namespace trawl::engine {

using WorkerInfo = pool::WorkerInfo;
using WorkerState = pool::WorkerState;
using Sample = rates::Sample;

/// How many items are in each status.
struct Counts
{
    qint64 queued = 0;
    qint64 running = 0;
    qint64 paused = 0;
    qint64 done = 0;
    qint64 failed = 0;
    qint64 skipped = 0;

    [[nodiscard]] qint64 total() const
    {
        return queued + running + paused + done + failed + skipped;
    }
    [[nodiscard]] qint64 open() const { return queued + running; }
    friend bool operator==(const Counts &, const Counts &) = default;
};

/// How one item stands: everything a row shows beside its URL.
struct RowState
{
    item::ItemId id{};
    item::Status status = item::Status::Queued;
    item::Reason reason =
        item::Reason::None; ///< of the last attempt, also while it waits for the next
    qint16 code = 0;
    quint16 attempts = 0;
    qint64 bytes = 0;
    qint64 total = -1;         ///< -1 = unknown
    qint64 bytesPerSecond = 0; ///< while running
    qint64 retryAtMs = 0;      ///< since the epoch; 0 = not waiting
    QString file;              ///< relative to the job's directory; only when done
};

struct JobState
{
    item::JobId id{};
    QString name;
    QString directory;
    Counts counts;
    bool paused = false;
    bool importing = false; ///< its list is still being read
};

/// All that changed since the last one, merged: a row is in it once, as it is now.
struct ChangeSet
{
    std::vector<item::UrlBlockPtr> added; ///< new rows in order of id; Queued unless in `rows`
    std::vector<RowState> rows;           ///< applied after `added`
    QList<JobState> jobs;                 ///< every job
    QList<WorkerInfo> workers;            ///< every worker
    std::vector<Sample> samples;          ///< new points of the chart, one a second
    Counts counts;                        ///< over all jobs
    double bytesPerSecond = 0;
    double requestsPerSecond = 0;
    qint64 bytes = 0;      ///< received since the start of this program
    bool offline = false;  ///< the network is gone: nothing starts but a trial now and then
    bool offHours = false; ///< nothing runs by the schedule
};

} // namespace trawl::engine
