// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/poolprivate.h"
#include "wire/frame.h"

#include <algorithm>
#include <utility>

namespace trawl::pool {

int WorkerPool::Private::freeIn(const Slot &slot) const
{
    if (!slot.current || !slot.current->isReady() || slot.current->isAlone() || &slot == reserved)
        return 0;
    int free = options.window - slot.inFlight();
    if (options.recycleAfterTasks > 0)
        free = qMin(free, options.recycleAfterTasks - slot.current->given());
    return qMax(free, 0);
}

int WorkerPool::Private::freeInAll() const
{
    int free = 0;
    for (const auto &slot : slotList)
        free += freeIn(slot);
    return free;
}

int WorkerPool::Private::room() const
{
    if (phase != Phase::Running || gathering)
        return 0;
    return qMax(0, freeInAll() - ledger.ordinary());
}

void WorkerPool::Private::assign(const QList<item::Request> &tasks)
{
    if (phase == Phase::Failed)
        endLater(tasks, failure);
    else if (phase != Phase::Stopping && phase != Phase::Stopped)
        spread(tasks);
}

/// Each task goes to the worker with the least to do. What nobody has room for waits here.
void WorkerPool::Private::spread(const QList<item::Request> &tasks)
{
    struct Share
    {
        Slot *slot;
        int load;
        int free;
        QList<item::Request> tasks;
    };
    std::vector<Share> shares;
    for (auto &slot : slotList) {
        if (const int free = freeIn(slot); free > 0)
            shares.push_back({&slot, slot.inFlight(), free, {}});
    }
    for (const auto &task : tasks) {
        const auto least = std::ranges::min_element(
            shares, {}, [](const Share &share) { return std::pair(share.free == 0, share.load); });
        if (least == shares.end() || least->free == 0) {
            ledger.giveBack({task});
            continue;
        }
        least->tasks.append(task);
        ++least->load;
        --least->free;
    }
    for (const auto &share : shares) {
        if (!share.tasks.isEmpty())
            give(*share.slot, share.tasks);
    }
}

void WorkerPool::Private::give(Slot &slot, const QList<item::Request> &tasks)
{
    brief(*slot.current, tasks);
    const auto tooLarge = slot.current->give(tasks);
    if (slot.current->has(inspected))
        slot.current->inspect(inspected);
    endLater(tooLarge, {item::Reason::InvalidUrl, 0, false,
                        QStringLiteral("the request is longer than %1 bytes").arg(wire::maxFrame)});
    retireIfWorn(slot);
    changed();
}

void WorkerPool::Private::brief(Worker &worker, const QList<item::Request> &tasks)
{
    for (const auto &task : tasks) {
        if (const auto *briefing = jobs.find(task.job))
            worker.brief(task.job, *briefing);
    }
}

void WorkerPool::Private::takeCookies(const Worker *from, item::JobId job,
                                      const QList<QByteArray> &lines)
{
    const auto changes = jobs.addCookies(job, lines);
    if (changes.isEmpty())
        return;
    forEachWorker([&](Worker &worker) {
        if (&worker != from && worker.knows(job))
            worker.giveCookies(job, changes);
    });
    if (from)
        Q_EMIT q->cookiesChanged(job);
}

void WorkerPool::Private::retireIfWorn(Slot &slot)
{
    if (options.recycleAfterTasks > 0 && slot.current->given() >= options.recycleAfterTasks)
        retire(slot);
}

/// Gives out what has come back from dead workers.
void WorkerPool::Private::dispatch()
{
    if (phase != Phase::Running && phase != Phase::Draining)
        return;
    dispatchSuspects();
    if (ledger.ordinary() > 0)
        spread(ledger.take(freeInAll()));
    dispatchProbes();
    leaveIfDrained();
}

/// To the worker with the least to do, but to none with a suspect: should that one die, it is to
/// be known of what.
void WorkerPool::Private::dispatchProbes()
{
    const bool over = phase == Phase::Failed || phase == Phase::Stopping || phase == Phase::Stopped;
    for (const auto &probe : over ? std::exchange(probes, {}) : QList<item::Probe>())
        failProbe(probe.number, {item::Reason::WorkerStart, 0, false, failure.detail});
    while (!probes.isEmpty()) {
        Slot *best = nullptr;
        const auto load = [](const Slot &slot) {
            return std::pair(slot.current->probes().size(), slot.inFlight());
        };
        for (auto &slot : slotList) {
            const bool usable = slot.current && slot.current->isReady() && !slot.current->isAlone();
            if (usable && &slot != reserved && (!best || load(slot) < load(*best)))
                best = &slot;
        }
        if (!best)
            return;
        const auto probe = probes.takeFirst();
        if (wire::encode(wire::Probe{probe}).size() > qsizetype(wire::maxFrame))
            failProbe(probe.number, {item::Reason::TooLarge, 0, false, {}});
        else
            best->current->probe(probe);
    }
}

void WorkerPool::Private::failProbe(quint64 number, const item::Failure &why)
{
    item::ProbeAnswer answer;
    answer.number = number;
    answer.failure = why;
    QMetaObject::invokeMethod(
        q, [this, answer] { Q_EMIT q->probed(answer); }, Qt::QueuedConnection);
}

/// A suspect needs a worker with nothing else in flight. At most half the workers run suspects, so
/// that the other tasks go on; if none happens to be idle, one is emptied for the purpose.
void WorkerPool::Private::dispatchSuspects()
{
    const auto isReady = [](const Slot &slot) { return slot.current && slot.current->isReady(); };
    const auto runsAlone = [](const Slot &slot) { return slot.current && slot.current->isAlone(); };
    const auto most = qMax<qsizetype>(1, std::ranges::count_if(slotList, isReady) / 2);
    auto alone = std::ranges::count_if(slotList, runsAlone);
    while (ledger.hasSuspects() && alone < most) {
        auto *slot = idleSlot();
        if (!slot)
            break;
        const auto suspect = *ledger.takeSuspect();
        brief(*slot->current, {suspect});
        slot->current->giveAlone(suspect);
        if (suspect.id == inspected)
            slot->current->inspect(inspected);
        retireIfWorn(*slot);
        if (slot == reserved)
            reserved = nullptr;
        ++alone;
    }
    if (!ledger.hasSuspects() || alone > 0)
        reserved = nullptr;
    else if (!reserved || !isReady(*reserved))
        reserved = emptiestSlot();
}

Slot *WorkerPool::Private::idleSlot()
{
    const auto idle = [this](const Slot &slot) {
        return slot.current && slot.current->isReady() && slot.current->inFlight() == 0 &&
               slot.inFlight() < options.window;
    };
    const auto found = std::ranges::find_if(slotList, idle);
    return found == slotList.end() ? nullptr : &*found;
}

Slot *WorkerPool::Private::emptiestSlot()
{
    Slot *emptiest = nullptr;
    for (auto &slot : slotList) {
        if (slot.current && slot.current->isReady() &&
            (!emptiest || slot.inFlight() < emptiest->inFlight()))
            emptiest = &slot;
    }
    return emptiest;
}

void WorkerPool::Private::cancel(const QList<item::ItemId> &ids)
{
    QList<item::Request> waiting;
    for (const auto id : ids) {
        if (const auto task = ledger.takeOut(id))
            waiting.append(*task);
    }
    endLater(waiting, {item::Reason::Cancelled, 0, false, {}});
    forEachWorker([&ids](Worker &worker) {
        QList<item::ItemId> own;
        std::ranges::copy_if(ids, std::back_inserter(own),
                             [&worker](item::ItemId id) { return worker.has(id); });
        if (!own.isEmpty())
            worker.cancel(own);
    });
    dispatch();
}

/// Answers tasks without a worker; later, so that no caller is answered within its own call.
void WorkerPool::Private::endLater(const QList<item::Request> &tasks, const item::Failure &why)
{
    if (tasks.isEmpty())
        return;
    QMetaObject::invokeMethod(
        q, [this, outcomes = outcomesOf(tasks, why)] { Q_EMIT q->finished(outcomes); },
        Qt::QueuedConnection);
}

QList<item::Outcome> WorkerPool::Private::outcomesOf(const QList<item::Request> &tasks,
                                                     const item::Failure &why)
{
    QList<item::Outcome> outcomes;
    for (const auto &task : tasks) {
        auto &outcome = outcomes.emplaceBack();
        outcome.id = task.id;
        outcome.failure = why;
        outcome.finalUrl = task.url;
    }
    return outcomes;
}

void WorkerPool::Private::takeOutcomes(Slot &slot, const QList<item::Outcome> &outcomes)
{
    if (phase == Phase::Stopping || phase == Phase::Stopped)
        return;
    slot.tasksDone += outcomes.size();
    crashesInARow = 0;
    for (const auto &outcome : outcomes)
        ledger.forget(outcome.id);
    dispatch();
    changed();
    Q_EMIT q->finished(outcomes);
    if (room() > 0)
        Q_EMIT q->roomChanged();
}

} // namespace trawl::pool
