// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

namespace trawl::engine {

namespace {

constexpr int changesMs = 100;

// What a window takes in within a few ms; while there is more, it gets the next set at once.
constexpr std::size_t mostRows = 20'000;
constexpr std::size_t mostHosts = 2'000;

} // namespace

RowState Engine::Private::rowState(item::ItemId id) const
{
    const auto &row = state.items.row(id);
    RowState shown;
    shown.id = id;
    shown.status = row.status == item::Status::Queued && !state.runnable(id) ? item::Status::Paused
                                                                             : row.status;
    shown.reason = row.reason;
    shown.code = row.code;
    shown.attempts = row.attempts;
    shown.bytes = row.bytes;
    shown.total = row.total;
    shown.bytesPerSecond = throughput.bytesPerSecond(id, nowMs());
    shown.retryAtMs = m_retryAtMs.value(id);
    shown.file = state.items.file(id);
    shown.hostPaused = row.status == item::Status::Queued && !hostWishes.isEmpty() &&
                       hostWishes.value(row.host).paused;
    shown.endedMs = item::isFinal(row.status) ? row.endedMs : 0;
    return shown;
}

JobState Engine::Private::jobState(const Job &job)
{
    return {.id = job.row.id,
            .name = job.row.name,
            .directory = job.row.directory,
            .counts = shownCounts(job),
            .paused = job.row.paused,
            .importing = job.reading,
            .rank = job.row.rank,
            .createdMs = job.row.createdMs,
            .endedMs = job.endedMs,
            .fields = job.fields};
}

void Engine::Private::noteJobEnds()
{
    for (auto &job : state.jobs.all()) {
        if (!hasEnded(job))
            job.endedMs = 0;
        else if (job.endedMs == 0)
            job.endedMs = std::max(job.lastEndMs, job.row.createdMs);
    }
}

QList<JobState> Engine::Private::jobStates() const
{
    QList<JobState> jobs;
    for (const auto &job : state.jobs.all()) {
        if (job.row.removed == store::JobRow::Removed::No)
            jobs.append(jobState(job));
    }
    return jobs;
}

ChangeSet Engine::Private::takeChanges()
{
    ChangeSet changes;
    changes.added = state.takeAdded();
    const auto changed = state.takeChanged(mostRows);
    moreRows = changed.size() == mostRows;
    for (const auto id : changed) {
        if (state.items.row(id).status != item::Status::Removed)
            changes.rows.push_back(rowState(id));
    }
    changes.removed = state.takeRemoved();
    for (const auto host : state.takeChangedHosts(mostHosts)) {
        if (!state.hosts.origin(host).isEmpty()) // State::setNoHost()
            changes.hosts.push_back(hostRow(host, nowMs()));
    }
    noteJobEnds();
    changes.jobs = jobStates();
    if (pool)
        changes.workers = pool->workers();
    changes.samples = throughput.takeSamples();
    if (!changes.samples.empty() && !std::exchange(gaveEarlier, true) && store && durable())
        changes.earlierSamples = store->samples();
    changes.counts = state.shownCounts();
    changes.bytesPerSecond = throughput.bytesPerSecond(nowMs());
    changes.requestsPerSecond = throughput.requestsPerSecond(nowMs());
    changes.bytes = throughput.bytes();
    changes.offline = outage.gone();
    changes.offHours = offHours();
    changes.awaitedFolder = awaitedFolder();
    return changes;
}

void Engine::Private::keepSamples(bool all)
{
    if (!durable() || stuck)
        return;
    if (auto pieces = throughput.takePieces(all); !pieces.empty())
        store->addSamples(std::move(pieces));
}

void Engine::Private::requestChanges()
{
    changesWanted = true;
    if (!changesTimer.isActive())
        changesTimer.start(moreRows ? 0 : changesMs);
}

void Engine::Private::changesTick()
{
    if (!changesWanted || changesTimer.isActive())
        return;
    if (!state.hasChanges() && !somethingNew) {
        if (!wasIdle) // else the once-a-second tick is soon enough
            changesTimer.start(changesMs);
        return;
    }
    changesWanted = false;
    somethingNew = false;
    Q_EMIT q.changed(takeChanges());
}

} // namespace trawl::engine
