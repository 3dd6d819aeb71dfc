// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pool/crashledger.h"
#include "pool/jobs.h"
#include "pool/restartbudget.h"
#include "pool/server.h"
#include "pool/worker.h"
#include "pool/workerpool.h"

#include <QTimer>

#include <deque>
#include <functional>
#include <vector>

namespace trawl::pool {

/// One row of the pool: the process that works, and the one before it that finishes its last
/// tasks after a recycling.
struct Slot
{
    Slot(int number, const PoolOptions &options)
        : index(number)
        , budget(options.restartBudget, options.restartWindowMs, options.restartDelayMs)
    {
    }
    [[nodiscard]] int inFlight() const
    {
        return (current ? current->inFlight() : 0) + (retiring ? retiring->inFlight() : 0);
    }
    [[nodiscard]] bool isEmpty() const { return !current && !retiring; }

    /// Nobody is to come back here by itself.
    [[nodiscard]] bool isLost() const { return exhausted || surplus; }

    int index;
    Worker *current = nullptr;
    Worker *retiring = nullptr;
    RestartBudget budget;
    bool parked = false;    ///< drained by the person: stays empty until recycled
    bool exhausted = false; ///< not restarted any more
    bool surplus = false;   ///< fewer workers are wanted
    bool waiting = false;   ///< for the back-off before the next launch
    int launches = 0;
    qint64 tasksDone = 0;
    QString lastExit;
};

/// handout.cpp has the way of the tasks, supervision.cpp the life of the processes.
class WorkerPool::Private
{
public:
    Private(WorkerPool *pool, PoolOptions given);
    ~Private();
    Q_DISABLE_COPY_MOVE(Private)

    enum class Phase { New, Running, Draining, Stopping, Stopped, Failed };

    // Hand-out
    [[nodiscard]] int freeIn(const Slot &slot) const;
    [[nodiscard]] int freeInAll() const;
    [[nodiscard]] int room() const;
    void spread(const QList<item::Request> &tasks);
    void give(Slot &slot, const QList<item::Request> &tasks);
    void retireIfWorn(Slot &slot);
    [[nodiscard]] Slot *idleSlot();
    [[nodiscard]] Slot *emptiestSlot();
    void dispatch();
    void dispatchSuspects();
    void assign(const QList<item::Request> &tasks);
    void cancel(const QList<item::ItemId> &ids);
    void endLater(const QList<item::Request> &tasks, const item::Failure &why);
    [[nodiscard]] static QList<item::Outcome> outcomesOf(const QList<item::Request> &tasks,
                                                         const item::Failure &why);
    void brief(Worker &worker, const QList<item::Request> &tasks);
    /// Tells every worker but the one that they come from.
    void takeCookies(const Worker *from, item::JobId job, const QList<QByteArray> &lines);
    void dispatchProbes();
    /// Later, so that no caller is answered within its own call.
    void failProbe(quint64 number, const item::Failure &why);
    void takeOutcomes(Slot &slot, const QList<item::Outcome> &outcomes);

    // Processes
    [[nodiscard]] bool start();
    void launch(Slot &slot);
    void greet(const wire::Hello &hello, Connection *connection);
    void workerReady(Slot &slot);
    void workerEnded(Slot &slot, Worker *worker);
    [[nodiscard]] QList<item::Outcome> collectTasks(Worker &worker);
    void replace(Slot &slot, const Worker &dead, bool progressed);
    [[nodiscard]] bool madeProgress(const Worker &dead, const QList<item::Outcome> &ended);
    void recycle(Slot &slot);
    void setWorkers(int workers);
    void setWindow(int window);
    void setRecycling(int afterTasks, qint64 rssBytes);
    void relaunchAfter(Slot &slot, int delayMs);
    void giveUp(Slot &slot, const QString &why);
    void retire(Slot &slot);
    void leaveIfDrained();
    void endIfEmpty();
    void fail();
    void gathered();
    void endAllNow();

    void forEachWorker(const std::function<void(Worker &)> &action);
    [[nodiscard]] Slot *slotAt(int index);
    void changed();
    void say(wire::LogLevel level, const QString &text);

    WorkerPool *q;
    PoolOptions options;
    Phase phase = Phase::New;
    std::unique_ptr<Server> server;
    std::deque<Slot> slotList; ///< grows only: who waits for a slot may hold it
    CrashLedger ledger;
    Jobs jobs;
    QList<item::Probe> probes; ///< which no worker has got yet
    int crashesInARow = 0;
    bool gathering =
        true; ///< the first start: tasks wait until the workers are there to share them
    item::ItemId inspected{}; ///< which somebody looks at
    Slot *reserved = nullptr; ///< gets nothing until it is empty: a suspect is to run alone in it
    item::Failure failure;
    QTimer changeTimer{q};
    QTimer gatherTimer{q};
};

} // namespace trawl::pool
