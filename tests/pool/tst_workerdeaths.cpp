// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poolfixture.h"
#include "support/testmain.h"

#include <QLocalSocket>
#include <QRandomGenerator>
#include <QTimer>

#include <sys/wait.h>

namespace tst_workerdeaths {

using namespace trawl;
using namespace trawl::pool;

/// What becomes of the tasks when workers die or hang.
class TestWorkerDeaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledWorkerLosesNothingAndHangsNobody()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(300, "ms=20");
        QRandomGenerator random(7);
        int kills = 0;
        int atNextKill = 0;
        QTimer killer;
        killer.callOnTimeout(&f, [&] {
            const auto worker = f.pool.workers()[random.bounded(2)];
            // Between two of them work is done, or a task that runs alone by then is blamed.
            if (worker.state != WorkerState::Ready || kills == 10 || f.answers < atNextKill)
                return;
            atNextKill = f.answers + 50;
            ++kills;
            kill(pid_t(worker.pid), SIGKILL);
            f.want(300, "ms=20");
        });
        killer.start(150);
        QTRY_VERIFY(kills == 10 && f.answers >= 3300);
        QCOMPARE(f.answers, 3300);
        QCOMPARE(f.outcomes.size(), 3300);
        for (const auto &outcome : std::as_const(f.outcomes))
            QVERIFY(outcome.ok());
        QVERIFY(f.failures.isEmpty());
        QVERIFY(f.log.filter(QStringLiteral("signal 9")).size() >= 1);
    }

    void oneFailureLeavesTheOtherResultsAlone()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(50, "ms=10");
        f.want(1, "crash");
        f.want(50, "ms=10");
        f.want(1, "exit=3");
        f.want(50, "ms=10");
        QTRY_COMPARE(f.answers, 152);
        for (const auto &outcome : std::as_const(f.outcomes))
            QCOMPARE(outcome.ok(),
                     outcome.id != item::ItemId(51) && outcome.id != item::ItemId(102));
        QCOMPARE(f.reason(51), item::Reason::WorkerCrashed);
        QCOMPARE(f.outcome(51).failure.detail, QStringLiteral("signal 9"));
        QCOMPARE(f.outcome(102).failure.detail, QStringLiteral("exit 3"));
        QVERIFY(!f.outcome(51).failure.temporary);
        QVERIFY(f.failures.isEmpty());
    }

    void aSuspectRunsAloneAlsoInAnOnlyWorker()
    {
        PoolFixture f(PoolFixture::one());
        QVERIFY(f.pool.start());
        f.want(1, "crash");
        f.want(40, "ms=20");
        QTRY_COMPARE(f.answers, 41);
        QCOMPARE(f.reason(1), item::Reason::WorkerCrashed);
        for (int id = 2; id <= 41; ++id)
            QVERIFY(f.outcome(id).ok());
        QVERIFY(f.failures.isEmpty());
    }

    void aListOfKillersDoesNotExhaustThePool()
    {
        auto options = PoolFixture::two();
        options.restartDelayMs = 1;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(12, "crash");
        f.want(12, "ms=5");
        QTRY_COMPARE(f.answers, 24);
        QVERIFY(f.failures.isEmpty());
        for (int id = 1; id <= 12; ++id)
            QCOMPARE(f.reason(id), item::Reason::WorkerCrashed);
        for (int id = 13; id <= 24; ++id)
            QVERIFY(f.outcome(id).ok());
    }

    void aProgramThatDiesOfEveryTaskIsGivenUp()
    {
        auto options = PoolFixture::two();
        options.restartDelayMs = 1;
        options.window = 4;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(1000, "exit=3");
        QTRY_COMPARE(f.failures.size(), 1);
        QVERIFY2(f.answers < 50, qPrintable(QString::number(f.answers)));
        QCOMPARE(f.failures.first().detail, QStringLiteral("exit 3"));
        QCOMPARE(f.pool.inFlight(), 0);
    }

    /// Also with a fresh process for each task, whose tasks were all given before their drain.
    void aKillerIsFoundWhenWorkersAreRecycledEachTime()
    {
        auto options = PoolFixture::one();
        options.recycleAfterTasks = 1;
        options.restartDelayMs = 1;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(1, "crash");
        f.want(3, "");
        QTRY_COMPARE(f.answers, 4);
        QCOMPARE(f.reason(1), item::Reason::WorkerCrashed);
    }

    /// Everything at once: each task comes back once, whatever happens to the workers.
    void eachTaskComesBackOnceInChaos()
    {
        auto options = PoolFixture::two();
        options.workers = 3;
        options.window = 6;
        options.recycleAfterTasks = 37;
        options.restartDelayMs = 5;
        PoolFixture f(options);
        connect(&f.pool, &WorkerPool::taking, &f, [&f] {
            for (const auto &worker : f.pool.takeTraffic())
                f.pool.setShares(worker.worker, {{item::RateScope::All, 0, 1 << 30}});
        });
        QVERIFY(f.pool.start());
        f.want(800, "ms=15");
        QRandomGenerator random(11);
        QTimer chaos;
        chaos.callOnTimeout(&f, [&] {
            const int slot = random.bounded(3);
            switch (random.bounded(4)) {
            case 0:
                if (const auto worker = f.pool.workers()[slot]; worker.pid > 0)
                    kill(pid_t(worker.pid), SIGKILL);
                break;
            case 1:
                f.pool.killWorker(slot);
                break;
            case 2:
                f.pool.drainWorker(slot);
                break;
            default:
                break;
            }
            f.pool.recycleWorker(random.bounded(3));
        });
        chaos.start(120);
        QTRY_VERIFY(f.answers >= 800);
        chaos.stop();
        f.pool.drain();
        QTRY_COMPARE(f.stops, 1);
        QCOMPARE(f.answers, 800);
        QCOMPARE(f.outcomes.size(), 800);
        QVERIFY(f.failures.isEmpty());
        QVERIFY(f.nobodyLeft());
    }

    void resultsSentBeforeTheDeathCount()
    {
        PoolFixture f(PoolFixture::one());
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.pool.room(), 32);
        f.want(10, "");
        f.todo.append({item::ItemId(++f.last), "exit=3", {}, {}});
        f.want(0, {});
        QTRY_COMPARE(f.answers, 11);
        QCOMPARE(f.outcomes.size(), 11);
        QSet<QByteArray> processes;
        for (int id = 1; id <= 10; ++id)
            processes.insert(f.outcome(id).finalUrl);
        QCOMPARE(processes.size(), 1);
    }

    /// Qt closes a socket at once when writing to it fails, whatever there is to be read from it.
    void resultsSentBeforeTheDeathCountAlsoWhenWeWriteFirst()
    {
        PoolFixture f(PoolFixture::one());
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.pool.room(), 32);
        auto *socket = f.pool.findChild<QLocalSocket *>();
        f.want(10, "");
        f.want(1, "exit=3");
        QVERIFY(socket->flush());
        const auto pid = pid_t(f.pool.workers().first().pid);
        siginfo_t info{};
        // Qt 6.8 starts children that send no SIGCHLD: only __WALL sees them.
        QCOMPARE(waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT | __WALL), 0);
        f.pool.setShares(pid, {{item::RateScope::All, 0, 1000}});
        socket->flush();
        QCOMPARE(socket->state(), QLocalSocket::UnconnectedState);
        QTRY_COMPARE(f.answers, 11);
        for (int id = 1; id <= 10; ++id)
            QCOMPARE(f.outcome(id).finalUrl, QByteArray::number(pid));
    }

    void aWorkerThatHangsIsReplaced()
    {
        auto options = PoolFixture::two();
        options.hangTimeoutMs = 300;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.pool.room(), 64);
        f.want(20, "ms=50");
        kill(pid_t(f.pool.workers()[0].pid), SIGSTOP);
        QTRY_COMPARE(f.answers, 20);
        QVERIFY(!f.log.filter(QStringLiteral("not answering: replaced")).isEmpty());
        for (const auto &outcome : std::as_const(f.outcomes))
            QVERIFY(outcome.ok());
        QTRY_COMPARE(f.ready(), 2);
    }

    void aUrlThatHangsWorkersIsFoundOut()
    {
        auto options = PoolFixture::two();
        options.hangTimeoutMs = 500;
        options.restartDelayMs = 1;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(1, "hang");
        f.want(20, "ms=10");
        QTRY_COMPARE(f.answers, 21);
        QCOMPARE(f.reason(1), item::Reason::WorkerCrashed);
        QCOMPARE(f.outcome(1).failure.detail, QStringLiteral("not answering"));
    }

    /// Our own halt (a debugger, Ctrl+Z) is not the worker's.
    void anAnswerThatWaitedForUsCounts()
    {
        auto options = PoolFixture::one();
        options.hangTimeoutMs = 1'000;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 1);
        for (int i = 0; i < 2; ++i) {
            QTest::qWait(300);
            QThread::msleep(1'500);
        }
        QTest::qWait(60);
        QCOMPARE(f.pool.workers().first().restarts, 0);
    }

    void aWorkerKilledByHandBlamesNobody()
    {
        auto options = PoolFixture::one();
        options.restartBudget = 0;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(5, "ms=300");
        for (int i = 0; i < 4; ++i) {
            QTRY_COMPARE(f.ready(), 1);
            f.pool.killWorker(0);
            QTRY_COMPARE(f.pool.workers().first().restarts, i + 1);
        }
        QTRY_COMPARE(f.answers, 5);
        for (const auto &outcome : std::as_const(f.outcomes))
            QVERIFY(outcome.ok());
        QCOMPARE(f.pool.workers().first().lastExit, QStringLiteral("signal 9"));
    }

    void aCancelledTaskOfADeadWorkerIsNotRunAgain()
    {
        PoolFixture f(PoolFixture::one(), "deaf");
        QVERIFY(f.pool.start());
        f.want(2, "never");
        QTRY_COMPARE(f.pool.inFlight(), 2);
        f.pool.cancel({item::ItemId(1)});
        f.pool.killWorker(0);
        QTRY_COMPARE(f.answers, 1);
        QCOMPARE(f.reason(1), item::Reason::Cancelled);
        QCOMPARE(f.pool.inFlight(), 1);
    }

    /// drain() promises an answer for every task, also when a worker dies meanwhile.
    void aDeathWhileDrainingLosesNothing()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(10, "ms=300");
        QTRY_COMPARE(f.pool.inFlight(), 10);
        const auto pid = f.pool.workers()[0].pid;
        f.pool.drain();
        kill(pid_t(pid), SIGKILL);
        QTRY_COMPARE(f.stops, 1);
        QCOMPARE(f.answers, 10);
        for (const auto &outcome : std::as_const(f.outcomes))
            QVERIFY(outcome.ok());
    }
};

TRAWL_TEST(Guiless, TestWorkerDeaths)

} // namespace tst_workerdeaths

#include "tst_workerdeaths.moc"
