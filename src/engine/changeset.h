// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/ids.h"
#include "item/inspection.h"
#include "item/status.h"
#include "item/urlblock.h"
#include "pool/workerinfo.h"
#include "rates/ratehistory.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace trawl::engine {

using WorkerInfo = pool::WorkerInfo;
using WorkerState = pool::WorkerState;
using Sample = rates::Sample;
using Inspection = item::Inspection;

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
    qint64 endedMs = 0;        ///< since the epoch; 0 = it has not ended, or never began
    bool hostPaused = false;   ///< queued, and waits until the person lets its host go on
};

struct JobState
{
    item::JobId id{};
    QString name;
    QString directory;
    Counts counts;
    bool paused = false;
    bool importing = false; ///< its list is still being read
    int rank = 0;           ///< 0 = its items come first
    qint64 createdMs = 0;   ///< since the epoch
    /// Since the epoch: when its last item had ended and none was left that will run; 0 = it has
    /// not ended. It turns from 0 to a time once for each end in this run of the program.
    qint64 endedMs = 0;
    QStringList fields; ///< the columns of its recipe; empty = none
};

/// Whether a host that did not answer is left alone.
enum class HostBreaker : quint8 {
    Closed, ///< it is asked as ever
    Open,   ///< nothing starts until HostRow::heldUntilMs
    Trying, ///< one request at a time shows whether it is back
};

/// What the person allows one host, over all workers; 0 = as for all.
struct HostLimit
{
    int connections = 0;
    qint64 bytesPerSecond = 0;
    double startsPerSecond = 0; ///< requests started, on average

    friend bool operator==(const HostLimit &, const HostLimit &) = default;
};

/// One host, that is: one origin.
struct HostRow
{
    QByteArray origin;   ///< "https://example.org:8443"
    Counts counts;       ///< by the items' own status, of all jobs
    int inFlight = 0;    ///< connections or streams in use, those of segments among them
    int connections = 0; ///< how many may be, now
    double requestsPerSecond = 0;
    double bytesPerSecond = 0;
    qint64 latencyMs = -1; ///< to the first byte, a mean of the last answers; -1 = unknown
    HostBreaker breaker = HostBreaker::Closed;
    qint64 heldUntilMs = 0; ///< since the epoch: Retry-After or the breaker; 0 = not held
    bool paused = false;    ///< by the person
    HostLimit limit;
};

/// All that changed since the last one, merged: a row is in it once, as it is now.
struct ChangeSet
{
    std::vector<item::UrlBlockPtr> added; ///< new rows in order of id; Queued unless in `rows`
    std::vector<RowState> rows;           ///< applied after `added`
    /// Rows that are gone for ever; applied last. Those that an earlier run removed come in the set
    /// that adds them, so that ids stay dense: in blocks of job 0, without text.
    std::vector<item::ItemId> removed;
    std::vector<HostRow> hosts;  ///< that have changed, some thousands at most; the rest comes next
    QList<JobState> jobs;        ///< every job, in order of id
    QList<WorkerInfo> workers;   ///< every worker
    std::vector<Sample> samples; ///< new points of the charts, one a second
    /// Of earlier runs, of rates::RateHistory::pieceMs each; once, with the first of `samples`.
    std::vector<Sample> earlierSamples;
    Counts counts; ///< over all jobs
    double bytesPerSecond = 0;
    double requestsPerSecond = 0;
    qint64 bytes = 0;      ///< received since the start of this program
    bool offline = false;  ///< the network is gone: nothing starts but a trial now and then
    bool offHours = false; ///< nothing runs by the schedule
    QString awaitedFolder; ///< of a job that waits until it can be written to; empty = none does
};

} // namespace trawl::engine
