// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include <QHash>
#include <QSet>

namespace trawl::engine {

// A job that has ended is not paused: what is tried again or added later would wait, unasked.
void Engine::Private::setJobPaused(item::JobId jobId, bool paused)
{
    if (stuck || closing || !state.jobs.contains(jobId))
        return;
    auto &job = state.jobs.job(jobId).row;
    if (job.paused == paused || job.removed != store::JobRow::Removed::No)
        return;
    if (paused && hasEnded(state.jobs.job(jobId)))
        return;
    job.paused = paused;
    store->updateJob(job);
    somethingNew = true;
    auto queued = itemsOf(jobId, item::Status::Queued);
    for (const auto id : std::as_const(queued))
        state.touch(id); // it looks another way now
    if (!paused)
        scheduleInTurn(std::move(queued)); // the scheduler dropped what was paused
    else if (const auto inFlight = itemsOf(jobId, item::Status::Running); !inFlight.isEmpty())
        pool->cancel(inFlight);
    wasIdle = wasIdle && paused;
    pump();
}

QList<item::ItemId> Engine::Private::itemsOf(item::JobId job, item::Status status) const
{
    QList<item::ItemId> ids;
    for (const auto &block : state.items.blocks()) {
        for (qsizetype i = 0; block->job() == job && i < block->size(); ++i) {
            const auto id = item::ItemId(qint64(block->first()) + i);
            if (state.items.row(id).status == status)
                ids.append(id);
        }
    }
    return ids;
}

void Engine::Private::pauseItems(const QList<item::ItemId> &ids)
{
    if (stuck || closing)
        return;
    QList<item::ItemId> inFlight;
    for (const auto id : ids) {
        if (!state.items.contains(id))
            continue;
        auto &row = state.items.row(id);
        if (row.status == item::Status::Running) {
            if (row.next == ItemRow::Next::GoOn)
                row.next = ItemRow::Next::Pause;
            inFlight.append(id);
        } else if (row.status == item::Status::Queued) {
            m_retryAtMs.remove(id);
            state.setStatus(id, item::Status::Paused);
            ledger->record({id, item::Status::Paused, {}, row.attempts, {}, 0, {}});
        }
    }
    if (!inFlight.isEmpty())
        pool->cancel(inFlight);
    noticeIdle();
}

void Engine::Private::resumeItems(const QList<item::ItemId> &ids)
{
    if (stuck || closing)
        return;
    QHash<item::JobId, QSet<item::ItemId>> wanted;
    for (const auto id : ids) {
        if (state.items.contains(id) && state.jobs.job(state.items.job(id)).row.paused)
            wanted[state.items.job(id)].insert(id);
    }
    for (auto job = wanted.cbegin(); job != wanted.cend(); ++job)
        pauseOthers(job.key(), job.value());
    takeUp(ids);
}

// Some items of a paused job are to run: the job goes on, its other items are paused one by one.
void Engine::Private::pauseOthers(item::JobId jobId, const QSet<item::ItemId> &wanted)
{
    auto &job = state.jobs.job(jobId).row;
    job.paused = false;
    store->updateJob(job);
    for (const auto &block : state.items.blocks()) {
        for (qsizetype i = 0; block->job() == jobId && i < block->size(); ++i) {
            const auto id = item::ItemId(qint64(block->first()) + i);
            if (state.items.row(id).status != item::Status::Queued)
                continue;
            if (wanted.contains(id)) {
                state.touch(id);
                schedule(id);
            } else {
                state.setStatus(id, item::Status::Paused);
                ledger->record(
                    {id, item::Status::Paused, {}, state.items.row(id).attempts, {}, 0, {}});
            }
        }
    }
}

void Engine::Private::takeUp(const QList<item::ItemId> &ids)
{
    for (const auto id : ids) {
        if (!state.items.contains(id))
            continue;
        auto &row = state.items.row(id);
        if (row.status == item::Status::Paused ||
            (row.status == item::Status::Failed && row.isFetchable())) {
            row.attempts = 0;
            row.reason = item::Reason::None;
            row.code = 0;
            state.setStatus(id, item::Status::Queued);
            ledger->record({id, item::Status::Queued, {}, 0, {}, 0, QList<QByteArray>()});
            schedule(id);
        }
    }
    wasIdle = false;
    pump();
    noticeIdle();
}

void Engine::Private::retryFailed()
{
    if (stuck || closing)
        return;
    QList<item::ItemId> failed;
    for (qint64 id = 1; id < qint64(state.items.nextId()); ++id) {
        if (state.items.row(item::ItemId(id)).status == item::Status::Failed)
            failed.append(item::ItemId(id));
    }
    if (!failed.isEmpty())
        resumeItems(failed);
}

} // namespace trawl::engine
