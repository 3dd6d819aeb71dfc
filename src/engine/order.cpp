// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include <algorithm>
#include <map>

namespace trawl::engine {

namespace {

queue::Move moveOf(Engine::Move where)
{
    switch (where) {
    case Engine::Move::Top:
        break;
    case Engine::Move::Up:
        return queue::Move::Up;
    case Engine::Move::Down:
        return queue::Move::Down;
    case Engine::Move::Bottom:
        return queue::Move::Bottom;
    }
    return queue::Move::Top;
}

} // namespace

/// Those that are there, best first.
QList<Job *> Engine::Private::rankedJobs()
{
    QList<Job *> ranked;
    for (auto &job : state.jobs.all()) {
        if (job.row.removed == store::JobRow::Removed::No)
            ranked.append(&job);
    }
    std::ranges::stable_sort(ranked, {}, [](const Job *job) { return job->row.rank; });
    return ranked;
}

/// Gives the jobs their ranks without gaps.
void Engine::Private::rankJobs(const QList<Job *> &ranked)
{
    std::vector<int> ranks(std::size_t(state.jobs.nextId()), int(ranked.size()));
    for (int rank = 0; rank < int(ranked.size()); ++rank) {
        auto &row = ranked[rank]->row;
        ranks[std::size_t(row.id)] = rank;
        if (std::exchange(row.rank, rank) != rank)
            store->updateJob(row);
    }
    scheduler.setRanks(std::move(ranks));
    somethingNew = true;
}

void Engine::Private::moveJob(item::JobId id, Move where)
{
    if (stuck || closing || !hasJob(id))
        return;
    auto ranked = rankedJobs();
    const auto from = ranked.indexOf(&state.jobs.job(id));
    const auto last = ranked.size() - 1;
    auto to = from;
    switch (where) {
    case Move::Top:
        to = 0;
        break;
    case Move::Up:
        to = std::max<qsizetype>(from - 1, 0);
        break;
    case Move::Down:
        to = std::min(from + 1, last);
        break;
    case Move::Bottom:
        to = last;
        break;
    }
    ranked.move(from, to);
    rankJobs(ranked);
    pump();
}

MovedItems Engine::Private::moveItems(const QList<item::ItemId> &ids, Move where)
{
    if (stuck || closing)
        return {};
    std::map<std::pair<queue::HostIndex, item::JobId>, std::vector<item::ItemId>> lines;
    QList<item::ItemId> waiting;
    for (const auto id : ids) {
        if (!state.items.contains(id) || state.items.row(id).status != item::Status::Queued)
            continue;
        waiting.append(id);
        lines[{state.items.row(id).host, state.items.job(id)}].push_back(id);
    }
    const bool isKept = where == Move::Top || where == Move::Bottom;
    MovedItems moved{.items = isKept ? waiting.size() : 0};
    for (const auto &[line, its] : lines) {
        const auto now =
            scheduler.move(line.first, queue::LineIndex(line.second), its, moveOf(where));
        moved.items += isKept ? 0 : now.items;
        if (lines.size() == 1) {
            moved.place = now.place;
            moved.of = now.of;
        }
    }
    std::ranges::sort(waiting, {}, [this](item::ItemId id) { // they stay in their own order
        return std::pair(m_turns.value(id), id);
    });
    if (isKept)
        keepTurns(waiting, where);
    return moved;
}

void Engine::Private::keepTurns(const QList<item::ItemId> &ids, Move where)
{
    QList<store::Turn> turns;
    auto turn = where == Move::Top ? m_firstTurn - ids.size() : m_lastTurn + 1;
    (where == Move::Top ? m_firstTurn : m_lastTurn) =
        where == Move::Top ? turn : m_lastTurn + ids.size();
    for (const auto id : ids) {
        turns.append({id, turn});
        m_turns.insert(id, turn++);
    }
    store->setTurns(turns);
}

void Engine::Private::loadTurns()
{
    store->loadTurns([this](const store::Turn &turn) {
        m_turns.insert(turn.id, turn.turn);
        m_firstTurn = std::min(m_firstTurn, turn.turn);
        m_lastTurn = std::max(m_lastTurn, turn.turn);
    });
}

/// All at once, those that were moved in their places.
void Engine::Private::scheduleInTurn(QList<item::ItemId> ids)
{
    if (!m_turns.isEmpty())
        std::ranges::stable_sort(ids, {}, [this](item::ItemId id) { return m_turns.value(id); });
    for (const auto id : ids)
        schedule(id);
}

} // namespace trawl::engine
