// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/traffic.h"
#include "pool/workerinfo.h"
#include "wire/messages.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace trawl::pool {

/// What the pool is to start and how hard it tries.
struct PoolOptions
{
    QString program;             ///< the worker executable
    QStringList arguments;       ///< before the socket's name, which is the last argument
    int workers = 0;             ///< processes; 0 = one a core
    int window = 32;             ///< tasks at once in one worker; mostTasks() at most
    int recycleAfterTasks = 0;   ///< a worker is replaced after exactly so many; 0 = never
    qint64 recycleRssBytes = 0;  ///< or when it has grown so large; 0 = never
    int startTimeoutMs = 10'000; ///< from launch to a good Hello
    int hangTimeoutMs = 15'000;  ///< no answer to a Ping for so long: killed and replaced
    /// Deaths in a row that are forgiven, a worker slot (two while it has never worked). A process
    /// that brought a task to its end, or was ready for restartWindowMs, starts a new row.
    int restartBudget = 5;
    int restartWindowMs = 60'000;
    int restartDelayMs = 100; ///< doubled with each death in a row, capped at 5 s
    item::TransferSettings settings;
};

/// Worker processes and their sockets: launch, handshake, restart budget, hand-out. A task that is
/// handed over comes back exactly once, in finished(): a dead worker's tasks are handed to another
/// by the pool itself; one that was in flight in two workers that died runs alone, and if that one
/// dies too it ends as Reason::WorkerCrashed. Holds no queue of its own beyond such returned tasks:
/// the caller hands over at most room() tasks. Lives on one thread (the engine's).
class WorkerPool : public QObject
{
    Q_OBJECT

public:
    explicit WorkerPool(PoolOptions options, QObject *parent = nullptr);
    ~WorkerPool() override; ///< kills what still runs and leaves nothing behind

    /// False with a failure() when the socket cannot be made.
    [[nodiscard]] bool start();
    /// Why start() was false, or what failed() said.
    [[nodiscard]] item::Failure failure() const;

    /// How many tasks can be handed over now, over all ready workers.
    [[nodiscard]] int room() const;
    /// Spreads the tasks so that each worker gets its share; must not exceed room().
    void assign(const QList<item::Request> &tasks);
    void cancel(const QList<item::ItemId> &ids);
    /// Tries a recipe in a worker, once it has one to spare; probed() follows in any case, with a
    /// failure if the worker died of it. Takes no task's room.
    void probe(const item::Probe &probe);
    /// How requests of this job are made, when not by PoolOptions::settings: each worker is told
    /// before its first task of the job, and again with the next one after a change.
    /// `recipe` is JSON (item/recipejson.h), empty = none.
    void setJob(item::JobId job, const item::TransferSettings &settings,
                const QByteArray &recipe = {});
    /// Cookies to start with, as lines of a Netscape cookie file.
    void addCookies(item::JobId job, const QList<QByteArray> &lines);
    /// All that the job has by now, with those that servers set, as a Netscape cookie file.
    [[nodiscard]] QByteArray cookies(item::JobId job) const;
    /// Lends connections to an item that is in flight.
    void grantConnections(const item::ExtraConnections &item);
    /// inspected() tells how this item stands twice a second, whenever it is in flight, until
    /// another is asked for; 0 = none.
    void inspect(item::ItemId id);
    /// What each worker does, and what came since the last call.
    [[nodiscard]] std::vector<item::WorkerTraffic> takeTraffic();
    /// A worker's shares of the rate limits; scopes that are not in it have none.
    void setShares(qint64 worker, const QList<item::RateShare> &shares);
    void dropShares(); ///< no limit for anybody

    /// Stops taking tasks (room() is 0) and asks each worker to finish; stopped() follows.
    void drain();
    /// Ends every worker at once; tasks in flight are not reported. stopped() follows.
    void stop();

    /// More are started at once; of those that are too many, the last finish what they have.
    void setWorkers(int workers); ///< 0 = one a core
    /// PoolOptions::window from now on; what is in flight beyond it goes on.
    void setWindow(int window);
    /// PoolOptions::recycleAfterTasks and recycleRssBytes from now on.
    void setRecycling(int afterTasks, qint64 rssBytes);

    // For the Workers tab; an unknown slot is ignored.
    void killWorker(int slot);
    void drainWorker(int slot); ///< finishes what it has, then is not replaced until recycled
    void recycleWorker(int slot);

    [[nodiscard]] QList<WorkerInfo> workers() const;
    [[nodiscard]] int inFlight() const;

Q_SIGNALS:
    void roomChanged(); ///< room() may have grown
    /// takeTraffic() counts new tasks that their worker has not been told of: shares that are set
    /// now, in a direct connection, reach it before them.
    void taking();
    /// In the bodies of tasks in flight. What was found in one counts once it comes back in
    /// finished(); with interrupted() it is void, for it is found again.
    void found(const QList<trawl::item::Findings> &items);
    void finished(const QList<trawl::item::Outcome> &outcomes);
    void progress(const QList<trawl::item::Progress> &items);
    void probed(const trawl::item::ProbeAnswer &answer);
    void inspected(const trawl::item::Inspection &inspection);
    void workersChanged();
    void cookiesChanged(trawl::item::JobId job); ///< by a server; see cookies()
    /// So many connections beside its first would help an item now, all in all.
    void connectionsWanted(const QList<trawl::item::ExtraConnections> &items);
    /// Granted ones that an item does not use any more.
    void connectionsReturned(const QList<trawl::item::ExtraConnections> &items);
    /// Their worker is gone, and with it what they had been granted; they go to another.
    void interrupted(const QList<trawl::item::ItemId> &ids);
    void logged(trawl::wire::LogLevel level, const QString &text);
    /// No worker can be started any more: nothing is in flight and nothing will be. Tasks that
    /// were handed over have ended as Reason::WorkerStart. Emitted once.
    void failed(const trawl::item::Failure &failure);
    void stopped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trawl::pool
