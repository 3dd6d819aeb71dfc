// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/descriptors.h"
#include "pool/poolprivate.h"

#include <QThread>

#include <algorithm>

namespace trawl::pool {
namespace {

/// How long the first ready worker waits for the others, so that a short list uses every core.
constexpr int gatherMs = 500;
/// Strangers may be silent for so much longer than workers, which are to be named.
constexpr int strangerExtraMs = 500;
/// Tasks found to be killers while no task at all succeeded in any worker.
constexpr int mostCrashesInARow = 20;

} // namespace

bool WorkerPool::Private::start()
{
    server = std::make_unique<Server>(options.startTimeoutMs + strangerExtraMs);
    if (!server->listen()) {
        failure = {item::Reason::WorkerStart, 0, false, server->errorString()};
        return false;
    }
    QObject::connect(
        server.get(), &Server::hello, q,
        [this](const wire::Hello &hello, Connection *connection) { greet(hello, connection); });
    QObject::connect(server.get(), &Server::logged, q, &WorkerPool::logged);
    phase = Phase::Running;
    if (const int asked = options.settings.connections; asked > mostTasks())
        say(wire::LogLevel::Warning,
            QStringLiteral("%1 connections a worker instead of %2: the limit of descriptors "
                           "(ulimit -n) carries no more")
                .arg(options.window)
                .arg(asked));
    for (int i = 0; i < options.workers; ++i)
        slotList.emplace_back(i, options);
    for (auto &slot : slotList)
        launch(slot);
    return true;
}

void WorkerPool::Private::launch(Slot &slot)
{
    auto *worker = new Worker(slot.index, {options.startTimeoutMs, options.hangTimeoutMs}, q);
    slot.waiting = false;
    slot.current = worker;
    ++slot.launches;
    QObject::connect(worker, &Worker::ready, q, [this, &slot] { workerReady(slot); });
    QObject::connect(worker, &Worker::ended, q,
                     [this, &slot, worker] { workerEnded(slot, worker); });
    QObject::connect(worker, &Worker::finished, q,
                     [this, &slot](const QList<item::Outcome> &list) { takeOutcomes(slot, list); });
    QObject::connect(worker, &Worker::taking, q, &WorkerPool::taking);
    QObject::connect(worker, &Worker::progress, q, &WorkerPool::progress);
    QObject::connect(worker, &Worker::found, q, &WorkerPool::found);
    QObject::connect(worker, &Worker::probed, q, &WorkerPool::probed);
    QObject::connect(worker, &Worker::logged, q, &WorkerPool::logged);
    QObject::connect(worker, &Worker::cookies, q,
                     [this, worker](item::JobId job, const QList<QByteArray> &lines) {
                         takeCookies(worker, job, lines);
                     });
    QObject::connect(worker, &Worker::inspected, q, &WorkerPool::inspected);
    QObject::connect(worker, &Worker::connectionsWanted, q, &WorkerPool::connectionsWanted);
    QObject::connect(worker, &Worker::connectionsReturned, q, &WorkerPool::connectionsReturned);
    QObject::connect(worker, &Worker::healthChanged, q, [this, &slot, worker] {
        const bool fat = options.recycleRssBytes > 0 &&
                         worker->health().rssBytes > options.recycleRssBytes && worker->done() > 0;
        if (fat && worker->isReady())
            retire(slot);
        changed();
    });
    worker->start(options.program, options.arguments + QStringList(server->path()));
    changed();
}

void WorkerPool::Private::greet(const wire::Hello &hello, Connection *connection)
{
    const bool sameProtocol = hello.protocol == wire::protocolVersion;
    for (auto &slot : slotList) {
        auto *worker = slot.current;
        if (!worker || worker->state() != WorkerState::Starting)
            continue;
        if (sameProtocol && hello.token == worker->token()) {
            worker->connectTo(connection, options.settings);
            return;
        }
        // Of another protocol's hello the token is unknown, but the kernel knows who speaks.
        if (!sameProtocol && connection->peerPid() == worker->pid()) {
            worker->kill(Worker::Ending::Hopeless,
                         QStringLiteral("%1 speaks protocol %2, this program %3")
                             .arg(options.program)
                             .arg(hello.protocol)
                             .arg(wire::protocolVersion));
            return;
        }
    }
}

void WorkerPool::Private::workerReady(Slot &slot)
{
    slot.budget.ready();
    if (gathering && !gatherTimer.isActive())
        gatherTimer.start(gatherMs);
    gathered();
    dispatch();
    changed();
    if (room() > 0)
        Q_EMIT q->roomChanged();
}

void WorkerPool::Private::gathered()
{
    gathering = gathering && std::ranges::any_of(slotList, [](const Slot &slot) {
                    return slot.launches == 1 && slot.current &&
                           slot.current->state() == WorkerState::Starting;
                });
}

void WorkerPool::Private::workerEnded(Slot &slot, Worker *worker)
{
    const auto outcomes = collectTasks(*worker);
    for (const auto number : worker->probes())
        failProbe(number, {item::Reason::WorkerCrashed, 0, false, worker->lastWords()});
    slot.lastExit = worker->lastWords();
    slot.tasksDone += outcomes.size();
    if (worker == slot.retiring) {
        slot.retiring = nullptr;
        if (slot.current && slot.current->ending() == Worker::Ending::Drained && !slot.parked)
            retire(slot);
    } else {
        slot.current = nullptr;
        // A person's experiment that ends a worker uses up nothing.
        const bool ofProbe = !worker->probes().isEmpty();
        replace(slot, *worker, ofProbe || madeProgress(*worker, outcomes));
    }
    worker->deleteLater();
    gathered();
    dispatch();
    changed();
    if (!outcomes.isEmpty())
        Q_EMIT q->finished(outcomes);
    if (room() > 0)
        Q_EMIT q->roomChanged();
    endIfEmpty();
}

/// What a dead worker leaves behind goes back to the others; answers what has ended with it.
QList<item::Outcome> WorkerPool::Private::collectTasks(Worker &worker)
{
    if (phase == Phase::Stopping)
        return {};
    QList<item::Request> cancelled;
    const auto tasks = worker.takeTasks(cancelled);
    QList<item::ItemId> ids;
    for (const auto &task : tasks)
        ids.append(task.id);
    if (!ids.isEmpty())
        Q_EMIT q->interrupted(ids);
    auto outcomes = outcomesOf(cancelled, {item::Reason::Cancelled, 0, false, {}});
    const bool blamed = worker.ending() == Worker::Ending::Unasked && worker.probes().isEmpty();
    if (blamed) {
        outcomes += outcomesOf(ledger.died(tasks),
                               {item::Reason::WorkerCrashed, 0, false, worker.lastWords()});
    } else {
        ledger.giveBack(tasks);
    }
    say(blamed ? wire::LogLevel::Warning : wire::LogLevel::Debug,
        QStringLiteral("worker %1 (pid %2) ended: %3; %4 tasks go back")
            .arg(worker.slot() + 1)
            .arg(worker.pid())
            .arg(worker.lastWords())
            .arg(tasks.size()));
    return outcomes;
}

/// To have found out a killer is work done too, but not for ever: a program that dies of every task
/// must not be started a million times.
bool WorkerPool::Private::madeProgress(const Worker &dead, const QList<item::Outcome> &ended)
{
    const auto isCrash = [](const item::Outcome &outcome) {
        return outcome.failure.reason == item::Reason::WorkerCrashed;
    };
    const auto crashes = int(std::ranges::count_if(ended, isCrash));
    crashesInARow += crashes;
    return dead.done() > 0 || (crashes > 0 && crashesInARow <= mostCrashesInARow);
}

void WorkerPool::Private::replace(Slot &slot, const Worker &dead, bool progressed)
{
    const bool leaving = phase == Phase::Draining && ledger.waiting() == 0;
    if (phase == Phase::Stopping || leaving || slot.parked)
        return;
    if (dead.ending() == Worker::Ending::Hopeless) {
        giveUp(slot, dead.lastWords());
    } else if (dead.ending() != Worker::Ending::Unasked) {
        launch(slot);
    } else if (const auto delay = slot.budget.death(dead.readyMs(), progressed)) {
        relaunchAfter(slot, *delay);
    } else {
        giveUp(slot, dead.lastWords());
    }
}

void WorkerPool::Private::relaunchAfter(Slot &slot, int delayMs)
{
    slot.waiting = true;
    QTimer::singleShot(delayMs, q, [this, &slot, launches = slot.launches] {
        if (slot.waiting && slot.launches == launches)
            launch(slot);
    });
}

void WorkerPool::Private::giveUp(Slot &slot, const QString &why)
{
    slot.exhausted = true;
    failure = {item::Reason::WorkerStart, 0, false, why};
    if (!std::ranges::all_of(slotList, &Slot::isLost))
        say(wire::LogLevel::Error,
            QStringLiteral("worker %1 is given up: %2").arg(slot.index + 1).arg(why));
}

/// The process finishes what it has while a fresh one already takes its place; the last process
/// but one of a slot is waited for, so that they cannot pile up.
void WorkerPool::Private::retire(Slot &slot)
{
    slot.current->drain();
    if (slot.retiring || phase != Phase::Running)
        return;
    if (reserved == &slot)
        reserved = nullptr;
    slot.retiring = std::exchange(slot.current, nullptr);
    launch(slot);
}

void WorkerPool::Private::recycle(Slot &slot)
{
    slot.parked = false;
    if (std::exchange(slot.exhausted, false))
        slot.budget.reset();
    if (!slot.current && !slot.waiting)
        launch(slot);
    else if (slot.current && slot.current->state() != WorkerState::Starting)
        retire(slot);
}

void WorkerPool::Private::setWorkers(int workers)
{
    options.workers = workers > 0 ? workers : qMax(1, QThread::idealThreadCount());
    if (phase != Phase::Running)
        return;
    for (auto &slot : slotList) {
        const bool wanted = slot.index < options.workers;
        if (slot.surplus == !wanted)
            continue;
        slot.surplus = !wanted;
        if (wanted)
            recycle(slot);
        else
            q->drainWorker(slot.index);
    }
    while (int(slotList.size()) < options.workers)
        launch(slotList.emplace_back(int(slotList.size()), options));
    changed();
}

void WorkerPool::Private::setWindow(int window)
{
    options.window = qBound(1, window, mostTasks());
    options.settings.connections = options.window; // of processes that are started later
    forEachWorker([this](Worker &worker) { worker.setConnections(options.window); });
    dispatch();
    changed();
    if (room() > 0)
        Q_EMIT q->roomChanged();
}

void WorkerPool::Private::setRecycling(int afterTasks, qint64 rssBytes)
{
    options.recycleAfterTasks = qMax(0, afterTasks);
    options.recycleRssBytes = qMax<qint64>(0, rssBytes);
    for (auto &slot : slotList) {
        if (slot.current && slot.current->isReady())
            retireIfWorn(slot);
    }
    dispatch();
    changed();
    if (room() > 0)
        Q_EMIT q->roomChanged();
}

void WorkerPool::Private::leaveIfDrained()
{
    if (phase != Phase::Draining || ledger.waiting() > 0)
        return;
    for (auto &slot : slotList) {
        slot.waiting = false;
        if (slot.current)
            slot.current->drain();
    }
}

void WorkerPool::Private::endIfEmpty()
{
    const bool empty = std::ranges::all_of(
        slotList, [](const Slot &slot) { return slot.isEmpty() && !slot.waiting; });
    if (!empty)
        return;
    const bool running = phase == Phase::Running || phase == Phase::Draining;
    if (running && std::ranges::all_of(slotList, &Slot::isLost)) {
        fail();
    } else if (phase == Phase::Draining && ledger.waiting() > 0) {
        // Whoever could have run them has left or is given up: somebody comes back for them.
        auto &slot = *std::ranges::find(slotList, false, &Slot::isLost);
        slot.parked = false;
        launch(slot);
    } else if (phase == Phase::Stopping || phase == Phase::Draining) {
        phase = Phase::Stopped;
        server.reset();
        // Later: whoever hears it may delete the pool, and a worker is still on the stack.
        QMetaObject::invokeMethod(q, &WorkerPool::stopped, Qt::QueuedConnection);
    }
}

void WorkerPool::Private::fail()
{
    phase = Phase::Failed;
    server.reset();
    dispatchProbes();
    endLater(ledger.takeAll(), failure);
    QMetaObject::invokeMethod(q, [this] { Q_EMIT q->failed(failure); }, Qt::QueuedConnection);
}

/// Without an event loop to come: kills all first, so that they end side by side.
void WorkerPool::Private::endAllNow()
{
    const auto workers = q->findChildren<Worker *>(QString(), Qt::FindDirectChildrenOnly);
    for (auto *worker : workers) {
        QObject::disconnect(worker, nullptr, q, nullptr);
        worker->kill(Worker::Ending::Killed);
    }
    for (auto *worker : workers) {
        worker->reap();
        delete worker;
    }
}

} // namespace trawl::pool
