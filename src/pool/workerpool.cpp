// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/workerpool.h"

#include "pool/descriptors.h"
#include "pool/poolprivate.h"

#include <QThread>

#include <tuple>

namespace trawl::pool {
namespace {

constexpr int changesMs = 100; ///< workersChanged() at most once in so long

PoolOptions sound(PoolOptions options)
{
    if (options.workers <= 0)
        options.workers = qMax(1, QThread::idealThreadCount());
    options.window = qBound(1, options.window, mostTasks());
    return options;
}

} // namespace

WorkerPool::Private::Private(WorkerPool *pool, PoolOptions given)
    : q(pool)
    , options(sound(std::move(given)))
{
    changeTimer.setSingleShot(true);
    QObject::connect(&changeTimer, &QTimer::timeout, q, &WorkerPool::workersChanged);
    gatherTimer.setSingleShot(true);
    QObject::connect(&gatherTimer, &QTimer::timeout, q, [this] {
        gathering = false;
        if (room() > 0)
            Q_EMIT q->roomChanged();
    });
}

WorkerPool::Private::~Private()
{
    endAllNow();
}

void WorkerPool::Private::forEachWorker(const std::function<void(Worker &)> &action)
{
    for (auto &slot : slotList) {
        for (auto *worker : {slot.current, slot.retiring}) {
            if (worker)
                action(*worker);
        }
    }
}

Slot *WorkerPool::Private::slotAt(int index)
{
    const bool known = index >= 0 && index < int(slotList.size());
    return known ? &slotList[std::size_t(index)] : nullptr;
}

void WorkerPool::Private::changed()
{
    if (!changeTimer.isActive())
        changeTimer.start(changesMs);
}

void WorkerPool::Private::say(wire::LogLevel level, const QString &text)
{
    Q_EMIT q->logged(level, text);
}

WorkerPool::WorkerPool(PoolOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options)))
{
}

WorkerPool::~WorkerPool() = default;

bool WorkerPool::start()
{
    return d->start();
}

item::Failure WorkerPool::failure() const
{
    return d->failure;
}

int WorkerPool::room() const
{
    return d->room();
}

void WorkerPool::assign(const QList<item::Request> &tasks)
{
    d->assign(tasks);
}

void WorkerPool::cancel(const QList<item::ItemId> &ids)
{
    d->cancel(ids);
}

void WorkerPool::probe(const item::Probe &probe)
{
    d->probes.append(probe);
    d->dispatchProbes();
}

void WorkerPool::setJob(item::JobId job, const item::TransferSettings &settings,
                        const QByteArray &recipe)
{
    d->jobs.setSettings(job, settings, recipe, d->options.settings);
}

void WorkerPool::addCookies(item::JobId job, const QList<QByteArray> &lines)
{
    d->takeCookies(nullptr, job, lines);
}

QByteArray WorkerPool::cookies(item::JobId job) const
{
    return d->jobs.cookies(job);
}

void WorkerPool::grantConnections(const item::ExtraConnections &item)
{
    d->forEachWorker([&item](Worker &worker) {
        if (worker.has(item.id) && worker.state() != WorkerState::Dead)
            worker.grant({item});
    });
}

void WorkerPool::inspect(item::ItemId id)
{
    d->inspected = id;
    d->forEachWorker([id](Worker &worker) {
        if (worker.state() != WorkerState::Dead)
            worker.inspect(worker.has(id) ? id : item::ItemId{});
    });
}

void WorkerPool::setWorkers(int workers)
{
    d->setWorkers(workers);
}

void WorkerPool::setWindow(int window)
{
    d->setWindow(window);
}

void WorkerPool::setRecycling(int afterTasks, qint64 rssBytes)
{
    d->setRecycling(afterTasks, rssBytes);
}

std::vector<item::WorkerTraffic> WorkerPool::takeTraffic()
{
    std::vector<item::WorkerTraffic> taken;
    d->forEachWorker([&taken](Worker &worker) { taken.push_back(worker.takeTraffic()); });
    return taken;
}

void WorkerPool::setShares(qint64 worker, const QList<item::RateShare> &shares)
{
    d->forEachWorker([&](Worker &one) {
        if (one.pid() == worker)
            one.setShares(shares);
    });
}

void WorkerPool::dropShares()
{
    d->forEachWorker([](Worker &worker) { worker.setShares({}); });
}

void WorkerPool::drain()
{
    if (d->phase == Private::Phase::Running)
        d->phase = Private::Phase::Draining;
    else if (d->phase != Private::Phase::Draining)
        return stop();
    d->dispatch();
    QMetaObject::invokeMethod(this, [this] { d->endIfEmpty(); }, Qt::QueuedConnection);
}

void WorkerPool::stop()
{
    if (d->phase == Private::Phase::Stopping || d->phase == Private::Phase::Stopped)
        return;
    d->phase = Private::Phase::Stopping;
    std::ignore = d->ledger.takeAll();
    for (auto &slot : d->slotList)
        slot.waiting = false;
    d->forEachWorker([](Worker &worker) { worker.kill(Worker::Ending::Killed); });
    QMetaObject::invokeMethod(this, [this] { d->endIfEmpty(); }, Qt::QueuedConnection);
}

void WorkerPool::killWorker(int slot)
{
    const auto *found = d->slotAt(slot);
    if (!found)
        return;
    for (auto *worker : {found->current, found->retiring}) {
        if (worker)
            worker->kill(Worker::Ending::Killed);
    }
}

void WorkerPool::drainWorker(int slot)
{
    auto *found = d->slotAt(slot);
    if (!found)
        return;
    found->parked = true;
    found->waiting = false;
    if (found->current)
        found->current->drain();
    d->dispatch();
    d->changed();
}

void WorkerPool::recycleWorker(int slot)
{
    auto *found = d->slotAt(slot);
    if (found && d->phase == Private::Phase::Running)
        d->recycle(*found);
}

QList<WorkerInfo> WorkerPool::workers() const
{
    QList<WorkerInfo> result;
    for (const auto &slot : d->slotList) {
        if (slot.surplus && slot.isEmpty())
            continue;
        WorkerInfo info{.slot = slot.index,
                        .state = slot.waiting ? WorkerState::Starting : WorkerState::Dead,
                        .tasksDone = slot.tasksDone,
                        .inFlight = slot.inFlight(),
                        .restarts = qMax(0, slot.launches - 1),
                        .lastExit = slot.lastExit};
        if (const auto *worker = slot.current) {
            info.state = worker->state();
            info.pid = worker->pid();
            info.received = worker->received();
            info.rssBytes = worker->health().rssBytes;
            info.cpuMs = worker->health().cpuMs;
            info.loopLagMs = worker->health().loopLagMs;
        }
        result.append(info);
    }
    return result;
}

int WorkerPool::inFlight() const
{
    int tasks = d->ledger.waiting();
    for (const auto &slot : d->slotList)
        tasks += slot.inFlight();
    return tasks;
}

} // namespace trawl::pool

#include "moc_workerpool.cpp"
