// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger.h"

#include "naming/filename.h"

namespace trawl::engine {

namespace {

constexpr qsizetype burstItems = 500;
constexpr int burstMs = 100;

} // namespace

Ledger::Ledger(store::Store &store, JobTable &jobs, std::function<void(const Settled &)> settled)
    : m_store(store)
    , m_jobs(jobs)
    , m_settled(std::move(settled))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(burstMs);
    connect(&m_timer, &QTimer::timeout, this, &Ledger::flush);
    connect(&store, &store::Store::committed, this, &Ledger::committed);
}

void Ledger::record(store::ItemUpdate update)
{
    m_filling.plain.append({update.id, update.status, {}, {}});
    m_updates.append(std::move(update));
    added();
}

void Ledger::recordDone(item::JobId job, store::ItemUpdate update)
{
    Intent intent{job, std::move(update)};
    chooseName(intent);
    m_updates.append(intent.update);
    m_filling.intents.append(std::move(intent));
    added();
}

void Ledger::chooseName(Intent &intent)
{
    auto &placer = m_jobs.job(intent.job).placer;
    const auto &outcome = intent.update.outcome;
    intent.update.file = placer.reserve(naming::fileName(outcome.finalUrl, outcome.head));
}

void Ledger::recover(item::JobId job, item::ItemId id, const QString &file)
{
    auto &placer = m_jobs.job(job).placer;
    // The outcome is in the session; only where the name has been taken meanwhile is there anything
    // to write, and then the file's new name is all that is known here.
    auto name = file;
    const auto part = m_jobs.partPath(job, id);
    auto placed = placer.place(part, name);
    while (placed == Placed::Taken) {
        name = placer.reserve(file);
        placed = placer.place(part, name);
        placer.release(name);
    }
    if (placed == Placed::Yes && name != file)
        m_store.setFile(id, name);
    if (placed == Placed::Failed)
        m_settled(
            {id, item::Status::Failed, {item::Reason::FileError, 0, false, placer.error()}, {}});
    else
        m_settled({id, item::Status::Done, {}, name});
}

void Ledger::added()
{
    ++m_filling.items;
    ++m_backlog;
    if (m_filling.items >= burstItems)
        flush();
    else if (!m_timer.isActive())
        m_timer.start();
}

void Ledger::flush()
{
    m_timer.stop();
    if (m_updates.isEmpty())
        return;
    m_filling.number = m_store.apply(std::exchange(m_updates, {}));
    m_bursts.push_back(std::exchange(m_filling, {}));
}

void Ledger::committed(quint64 number)
{
    while (!m_bursts.empty() && m_bursts.front().number <= number) {
        const auto burst = std::move(m_bursts.front());
        m_bursts.pop_front();
        m_backlog -= burst.items;
        for (const auto &plain : burst.plain)
            m_settled(plain);
        for (const auto &intent : burst.intents)
            carryOut(intent);
    }
}

void Ledger::carryOut(const Intent &intent)
{
    const auto id = intent.update.id;
    const auto file = intent.update.file;
    auto &placer = m_jobs.job(intent.job).placer;
    const auto placed = placer.place(m_jobs.partPath(intent.job, id), file);
    placer.release(file);
    if (placed == Placed::Yes) {
        m_settled({id, item::Status::Done, {}, file});
    } else if (placed == Placed::Taken) {
        recordDone(intent.job, intent.update); // somebody took the name since: the next number
    } else {
        auto update = intent.update;
        update.status = item::Status::Failed;
        update.file.clear();
        update.outcome.failure = {item::Reason::FileError, 0, false,
                                  placed == Placed::Gone ? QStringLiteral("the part is gone")
                                                         : placer.error()};
        m_filling.plain.append({id, item::Status::Failed, update.outcome.failure, {}});
        m_updates.append(std::move(update));
        added();
    }
}

} // namespace trawl::engine
