// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poolfixture.h"
#include "support/testmain.h"

namespace tst_workerpool {

#include <algorithm>

using namespace trawl;
using namespace trawl::pool;

/// What the pool does when all goes well. The names of the tests are its promises.
class TestWorkerPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAListAndLeavesNothingBehind()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(2000, "");
        QTRY_COMPARE(f.answers, 2000);
        QCOMPARE(f.outcomes.size(), 2000);
        QCOMPARE(f.pool.inFlight(), 0);
        f.pool.drain();
        QTRY_COMPARE(f.stops, 1);
        QVERIFY(f.nobodyLeft());
        QVERIFY(f.failures.isEmpty());
    }

    void whatIsFoundComesAheadOfTheEnd()
    {
        PoolFixture f(PoolFixture::one());
        QList<item::Findings> found;
        bool early = true;
        QObject::connect(&f.pool, &WorkerPool::found, &f.pool,
                         [&](const QList<item::Findings> &items) {
                             early = early && f.answers == 0;
                             found += items;
                         });
        QVERIFY(f.pool.start());
        f.want(1, "found");
        QTRY_COMPARE(f.answers, 1);
        QVERIFY(early);
        QCOMPARE(found.size(), 1); // not that of an item which it does not have
        QCOMPARE(found[0].id, item::ItemId(1));
        QCOMPARE(found[0].records, QList<QByteArray>{"[1]"});
    }

    void resultsComeAsTheyAreReady()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(1, "ms=400");
        f.want(10, "");
        QTRY_COMPARE(f.answers, 10);
        QVERIFY(!f.outcomes.contains(item::ItemId(1)));
        QTRY_COMPARE(f.answers, 11);
        QCOMPARE(f.order.last(), item::ItemId(1));
    }

    void aListOfAMillionIsNotQueuedIntoTheWorkersAtOnce()
    {
        auto options = PoolFixture::two();
        options.window = 8;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.todo.fill({item::ItemId(1), "", {}, {}}, 1'000'000);
        for (auto &task : f.todo)
            task.id = item::ItemId(++f.last);
        QTRY_VERIFY(f.answers > 1000);
        QCOMPARE(f.mostInFlight, 16);
        for (const auto &outcome : std::as_const(f.outcomes))
            QVERIFY2(outcome.bytes <= 8, "more than the window in one worker");
        QVERIFY(f.todo.size() > 900'000);
        f.todo.clear();
        QTRY_COMPARE(f.pool.inFlight(), 0);
    }

    void recyclingAfterNTasksDoesExactlyN()
    {
        auto options = PoolFixture::two();
        options.recycleAfterTasks = 7;
        options.window = 4;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(70, "");
        QTRY_COMPARE(f.answers, 70);
        int full = 0;
        for (const int tasks : f.tasksOfProcesses()) {
            QVERIFY2(tasks <= 7, "a process had more than its share");
            full += tasks == 7;
        }
        QVERIFY(full >= 70 / 7 - 1);
        QVERIFY(f.failures.isEmpty());
    }

    void recyclingChangesWhileItRuns()
    {
        auto options = PoolFixture::one();
        options.window = 4;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(10, "");
        QTRY_COMPARE(f.answers, 10);
        f.pool.setRecycling(5, 0); // it is past that already
        QTRY_COMPARE(f.pool.workers().first().restarts, 1);
        f.want(10, "");
        QTRY_COMPARE(f.answers, 20);
        f.pool.setRecycling(0, 0);
        f.want(20, "");
        QTRY_COMPARE(f.answers, 40);
        auto tasks = f.tasksOfProcesses().values();
        std::ranges::sort(tasks);
        QCOMPARE(tasks, (QList{5, 5, 10, 20}));
        f.pool.setRecycling(0, 40 << 20); // a fake says that it has 50
        QTRY_COMPARE(f.pool.workers().first().restarts, 4);
    }

    void theWindowChangesWhileItRuns()
    {
        auto options = PoolFixture::one();
        options.window = 2;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(20, "never");
        QTRY_COMPARE(f.pool.inFlight(), 2);
        f.pool.setWindow(5);
        QTRY_COMPARE(f.pool.inFlight(), 5);
        f.pool.setWindow(3);
        QCOMPARE(f.pool.inFlight(), 5);
        QCOMPARE(f.pool.room(), 0);
        QList<item::ItemId> running;
        for (int id = 1; id <= 5; ++id)
            running.append(item::ItemId(id));
        f.pool.cancel(running);
        QTRY_COMPARE(f.answers, 5);
        QTRY_COMPARE(f.pool.inFlight(), 3);
        QCOMPARE(f.pool.room(), 0);
    }

    /// A long task does not keep its worker's place empty.
    void aRecycledWorkerFinishesWhileItsHeirWorks()
    {
        PoolOptions options;
        options.workers = 1;
        options.recycleAfterTasks = 2;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(1, "ms=900");
        f.want(3, "");
        QTRY_COMPARE(f.answers, 3);
        QVERIFY(!f.outcomes.contains(item::ItemId(1)));
        QTRY_COMPARE(f.answers, 4);
        QVERIFY(f.outcome(1).finalUrl != f.outcome(4).finalUrl);
        QCOMPARE(f.outcome(1).finalUrl, f.outcome(2).finalUrl);
    }

    void aFatWorkerIsRecycled()
    {
        PoolOptions options;
        options.workers = 1;
        options.recycleRssBytes = 40 << 20;
        options.hangTimeoutMs = 1000;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(1, "");
        QTRY_VERIFY(f.pool.workers().first().restarts == 1);
        QTRY_COMPARE(f.ready(), 1);
        f.want(1, "");
        QTRY_COMPARE(f.answers, 2);
        QVERIFY(f.outcome(1).finalUrl != f.outcome(2).finalUrl);
    }

    void aShortListStillUsesEveryCore()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(4, "ms=50");
        QTRY_COMPARE(f.answers, 4);
        const auto tasks = f.tasksOfProcesses();
        QCOMPARE(tasks.size(), 2);
        for (const int count : tasks)
            QCOMPARE(count, 2);
    }

    void theLeastLoadedGetsTheNext()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.pool.room(), 64);
        f.want(2, "ms=300");
        f.want(2, "");
        QTRY_COMPARE(f.answers, 2);
        f.want(6, "ms=300");
        for (const auto &worker : f.pool.workers())
            QCOMPARE(worker.inFlight, 4);
        QTRY_COMPARE(f.answers, 10);
    }

    void leavingWithQueuedWorkEndsAtOnce_data()
    {
        QTest::addColumn<bool>("byDestructor");
        QTest::newRow("stop()") << false;
        QTest::newRow("destructor") << true;
    }
    void leavingWithQueuedWorkEndsAtOnce()
    {
        QFETCH(const bool, byDestructor);
        auto f = std::make_unique<PoolFixture>(PoolFixture::two());
        QVERIFY(f->pool.start());
        f->want(1000, "never");
        QTRY_COMPARE(f->pool.inFlight(), 64);
        QTRY_COMPARE(f->pids.size(), 2);
        const auto pids = f->pids;
        if (!byDestructor) {
            f->pool.stop();
            QCOMPARE(f->pool.room(), 0);
            QTRY_COMPARE(f->stops, 1);
            QCOMPARE(f->answers, 0);
        }
        f.reset();
        for (const auto pid : pids)
            QCOMPARE(kill(pid_t(pid), 0), -1);
    }

    void drainingFinishesWhatRuns()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(20, "ms=200");
        QTRY_COMPARE(f.pool.inFlight(), 20);
        f.pool.drain();
        QCOMPARE(f.pool.room(), 0);
        QTRY_COMPARE(f.stops, 1);
        QCOMPARE(f.answers, 20);
        QVERIFY(f.nobodyLeft());
    }

    void stoppingWithoutStartingIsAnswered()
    {
        PoolFixture f(PoolFixture::two());
        f.pool.stop();
        QTRY_COMPARE(f.stops, 1);
        PoolFixture g(PoolFixture::two());
        g.pool.drain();
        QTRY_COMPARE(g.stops, 1);
    }

    void cancelledTasksSaySo()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(4, "never");
        QTRY_COMPARE(f.pool.inFlight(), 4);
        f.pool.cancel({item::ItemId(1), item::ItemId(3), item::ItemId(99)});
        QTRY_COMPARE(f.answers, 2);
        QCOMPARE(f.reason(1), item::Reason::Cancelled);
        QCOMPARE(f.reason(3), item::Reason::Cancelled);
        QCOMPARE(f.pool.inFlight(), 2);
    }

    void sharesReachAWorkerBeforeItsTasks()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 2);
        connect(&f.pool, &WorkerPool::taking, &f, [&f] {
            for (const auto &worker : f.pool.takeTraffic()) {
                int transfers = 0;
                for (const auto &traffic : worker.traffic)
                    transfers += traffic.transfers;
                if (transfers > 0)
                    f.pool.setShares(worker.worker, {{item::RateScope::All, 0, transfers * 100}});
            }
        });
        f.want(4, "");
        QTRY_COMPARE(f.answers, 4);
        for (int id = 1; id <= 4; ++id)
            QCOMPARE(f.outcome(id).firstByteMs, 200); // two for each of two
        disconnect(&f.pool, &WorkerPool::taking, &f, nullptr);
        f.pool.dropShares();
        f.want(1, "");
        QTRY_COMPARE(f.answers, 5);
        QCOMPARE(f.outcome(5).firstByteMs, 0);
    }

    void trafficIsToldByJobAndHost()
    {
        PoolFixture f(PoolFixture::one());
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 1);
        QList<item::Request> tasks;
        for (int i = 1; i <= 5; ++i) {
            item::Request task;
            task.id = item::ItemId(i);
            task.url = i == 5 ? "never" : "";
            task.job = item::JobId(3);
            task.host = i == 1 ? 8 : 9;
            tasks.append(task);
        }
        f.pool.assign(tasks);
        const auto traffic = [&f] { return f.pool.takeTraffic().front().traffic; };
        const auto sum = [](const auto &list, quint32 host) {
            item::Traffic all{item::JobId(3), host, 0, 0};
            for (const auto &one : list) {
                if (one.job == all.job && one.host == host) {
                    all.transfers += one.transfers;
                    all.received += one.received;
                }
            }
            return all;
        };
        QCOMPARE(sum(traffic(), 8).transfers, 1);
        QCOMPARE(sum(traffic(), 9).transfers, 4);
        QTRY_COMPARE(f.pool.inFlight(), 1);
        const auto after = traffic();
        QCOMPARE(sum(after, 8).transfers, 0);
        QCOMPARE(sum(after, 9).transfers, 1);
        QVERIFY(sum(after, 8).received > 0 && sum(after, 9).received >= 3);
        QCOMPARE(traffic().size(), 1U); // told once, and what has ended is gone
        QCOMPARE(sum(traffic(), 9).received, 0);
    }

    void aDrainedWorkerStaysAwayUntilRecycled()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 2);
        f.want(2, "ms=100");
        f.pool.drainWorker(1);
        QTRY_COMPARE(f.pool.workers()[1].state, WorkerState::Dead);
        QCOMPARE(f.answers, 2);
        QCOMPARE(f.pool.workers()[1].lastExit, QStringLiteral("exit 0"));
        QCOMPARE(f.pool.room(), 32);
        f.pool.recycleWorker(1);
        QTRY_COMPARE(f.pool.room(), 64);
        f.pool.drainWorker(-1);
        f.pool.drainWorker(2);
    }

    void recyclingByHandGivesAFreshProcess()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 2);
        const auto before = f.pool.workers()[0].pid;
        f.pool.recycleWorker(0);
        QTRY_VERIFY(f.ready() == 2 && f.pool.workers()[0].pid != before);
        QCOMPARE(f.pool.workers()[0].restarts, 1);
        QCOMPARE(f.pool.workers()[1].restarts, 0);
    }

    void workersAreDescribed()
    {
        auto options = PoolFixture::two();
        options.hangTimeoutMs = 400;
        PoolFixture f(options);
        QSignalSpy changes(&f.pool, &WorkerPool::workersChanged);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(f.pool.start());
        f.want(5000, "");
        QTRY_COMPARE(f.answers, 5000);
        QTRY_VERIFY(f.pool.workers()[0].rssBytes == 50 << 20);
        const auto info = f.pool.workers()[0];
        QCOMPARE(info.state, WorkerState::Ready);
        QVERIFY(info.pid > 0 && info.lastExit.isEmpty());
        QCOMPARE(info.tasksDone + f.pool.workers()[1].tasksDone, 5000);
        QCOMPARE(info.cpuMs, 7);
        QCOMPARE(info.loopLagMs, 3);
        QVERIFY2(changes.size() <= timer.elapsed() / 100 + 1, "more than ten a second");
    }

    void progressIsPassedOnForTasksInFlightOnly()
    {
        PoolFixture f(PoolFixture::two());
        QSignalSpy spy(&f.pool, &WorkerPool::progress);
        QVERIFY(f.pool.start());
        f.want(1, "");
        QTRY_COMPARE(f.answers, 1);
        QCOMPARE(spy.size(), 1);
        const auto items = spy.first().first().value<QList<item::Progress>>();
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.first().id, item::ItemId(1));
    }

    void aTaskTooLargeForAFrameFailsAlone()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(1, QByteArray(2 << 20, 'x'));
        f.want(3, "");
        QTRY_COMPARE(f.answers, 4);
        QCOMPARE(f.reason(1), item::Reason::InvalidUrl);
        QCOMPARE(f.reason(2), item::Reason::None);
    }

    void oneCoreOneWorkerByDefault()
    {
        PoolFixture f;
        QVERIFY(f.pool.start());
        QCOMPARE(f.pool.workers().size(), QThread::idealThreadCount());
    }
};

TRAWL_TEST(Guiless, TestWorkerPool)

} // namespace tst_workerpool

#include "tst_workerpool.moc"
