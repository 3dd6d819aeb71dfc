// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pool/workerpool.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <cerrno>
#include <csignal>

namespace trawl::pool {

/// A pool of fake workers, a caller that keeps it busy as the engine would, and what came back.
class PoolFixture : public QObject
{
public:
    explicit PoolFixture(PoolOptions wanted = {}, const char *mode = "good")
        : pool(complete(std::move(wanted), mode))
    {
        connect(&pool, &WorkerPool::finished, this, &PoolFixture::take);
        connect(&pool, &WorkerPool::roomChanged, this, &PoolFixture::feed);
        connect(&pool, &WorkerPool::failed, this,
                [this](const item::Failure &failure) { failures.append(failure); });
        connect(&pool, &WorkerPool::stopped, this, [this] { ++stops; });
        connect(&pool, &WorkerPool::workersChanged, this, &PoolFixture::notePids);
        connect(&pool, &WorkerPool::logged, this,
                [this](wire::LogLevel, const QString &text) { log.append(text); });
    }

    static PoolOptions one() { return {.workers = 1}; }
    static PoolOptions two() { return {.workers = 2}; }

    void want(int count, const QByteArray &url, item::JobId job = {})
    {
        for (int i = 0; i < count; ++i)
            todo.append({item::ItemId(++last), url, {}, {}, job});
        feed();
    }
    [[nodiscard]] const item::Outcome &outcome(qint64 id) { return outcomes[item::ItemId(id)]; }
    [[nodiscard]] item::Reason reason(qint64 id) { return outcome(id).failure.reason; }
    [[nodiscard]] int ready() const
    {
        int count = 0;
        for (const auto &worker : pool.workers())
            count += worker.state == WorkerState::Ready;
        return count;
    }
    /// How many outcomes each process sent, by its pid.
    [[nodiscard]] QHash<QByteArray, int> tasksOfProcesses() const
    {
        QHash<QByteArray, int> result;
        for (const auto &outcome : outcomes)
            ++result[outcome.finalUrl];
        return result;
    }
    [[nodiscard]] bool nobodyLeft()
    {
        notePids();
        for (const auto pid : std::as_const(pids)) {
            if (kill(pid_t(pid), 0) == 0 || errno != ESRCH)
                return false;
        }
        return true;
    }

    QList<item::Request> todo;
    QHash<item::ItemId, item::Outcome> outcomes;
    QList<item::ItemId> order; ///< as they came
    int answers = 0;           ///< outcomes, also a second one of the same item
    int mostInFlight = 0;
    qint64 last = 0;
    QList<item::Failure> failures;
    int stops = 0;
    QStringList log;
    QSet<qint64> pids;
    WorkerPool pool;

private:
    static PoolOptions complete(PoolOptions options, const char *mode)
    {
        if (options.program.isEmpty())
            options.program = QStringLiteral(FAKEWORKER_PROGRAM);
        options.arguments = {QString::fromLatin1(mode)};
        return options;
    }
    void feed()
    {
        const auto room = pool.room();
        if (room == 0 || todo.isEmpty())
            return;
        const auto tasks = todo.first(qMin<qsizetype>(room, todo.size()));
        todo.remove(0, tasks.size());
        pool.assign(tasks);
        mostInFlight = qMax(mostInFlight, pool.inFlight());
    }
    void take(const QList<item::Outcome> &list)
    {
        for (const auto &outcome : list) {
            ++answers;
            order.append(outcome.id);
            outcomes.insert(outcome.id, outcome);
        }
    }
    void notePids()
    {
        for (const auto &worker : pool.workers()) {
            if (worker.pid > 0)
                pids.insert(worker.pid);
        }
    }
};

} // namespace trawl::pool
