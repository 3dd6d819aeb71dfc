// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poolfixture.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

using namespace trawl;
using namespace trawl::pool;

/// What the pool does when workers do not do as they should.
class TestWorkerFaults : public QObject
{
    Q_OBJECT

private:
    static PoolOptions one()
    {
        PoolOptions options;
        options.workers = 1;
        return options;
    }
    static PoolOptions impatient()
    {
        auto options = PoolFixture::two();
        options.startTimeoutMs = 300;
        options.restartDelayMs = 10;
        return options;
    }

private Q_SLOTS:
    void aKilledWorkerLosesNothingAndHangsNobody()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(3000, "ms=20");
        QRandomGenerator random(7);
        int kills = 0;
        QTimer killer;
        killer.callOnTimeout(&f, [&] {
            const auto worker = f.pool.workers()[random.bounded(2)];
            if (worker.state == WorkerState::Ready && kills < 10 && ++kills)
                kill(pid_t(worker.pid), SIGKILL);
        });
        killer.start(150);
        QTRY_COMPARE_WITH_TIMEOUT(f.answers, 3000, 15'000);
        QCOMPARE(kills, 10);
        QCOMPARE(f.outcomes.size(), 3000);
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
        QTRY_COMPARE_WITH_TIMEOUT(f.answers, 152, 10'000);
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
        PoolFixture f(one());
        QVERIFY(f.pool.start());
        f.want(1, "crash");
        f.want(40, "ms=20");
        QTRY_COMPARE_WITH_TIMEOUT(f.answers, 41, 10'000);
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
        QTRY_COMPARE_WITH_TIMEOUT(f.answers, 24, 12'000);
        QVERIFY(f.failures.isEmpty());
        for (int id = 1; id <= 12; ++id)
            QCOMPARE(f.reason(id), item::Reason::WorkerCrashed);
        for (int id = 13; id <= 24; ++id)
            QVERIFY(f.outcome(id).ok());
    }

    /// Also with a fresh process for each task, whose tasks were all given before their drain.
    void aKillerIsFoundWhenWorkersAreRecycledEachTime()
    {
        auto options = one();
        options.recycleAfterTasks = 1;
        options.restartDelayMs = 1;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(1, "crash");
        f.want(3, "");
        QTRY_COMPARE(f.answers, 4);
        QCOMPARE(f.reason(1), item::Reason::WorkerCrashed);
    }

    void resultsSentBeforeTheDeathCount()
    {
        PoolFixture f(one());
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.pool.room(), 32);
        f.want(10, "");
        f.todo.append({item::ItemId(++f.last), "exit=3", {}, {}});
        f.want(0, {});
        QTRY_COMPARE_WITH_TIMEOUT(f.answers, 11, 5000);
        QCOMPARE(f.outcomes.size(), 11);
        QSet<QByteArray> processes;
        for (int id = 1; id <= 10; ++id)
            processes.insert(f.outcome(id).finalUrl);
        QCOMPARE(processes.size(), 1);
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
        options.hangTimeoutMs = 200;
        options.restartDelayMs = 1;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        f.want(1, "hang");
        f.want(20, "ms=10");
        QTRY_COMPARE_WITH_TIMEOUT(f.answers, 21, 10'000);
        QCOMPARE(f.reason(1), item::Reason::WorkerCrashed);
        QCOMPARE(f.outcome(1).failure.detail, QStringLiteral("not answering"));
    }

    /// Our own halt (a debugger, Ctrl+Z) is not the worker's.
    void anAnswerThatWaitedForUsCounts()
    {
        auto options = one();
        options.hangTimeoutMs = 200;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 1);
        for (int i = 0; i < 4; ++i) {
            QTest::qWait(60);
            QThread::msleep(400);
        }
        QTest::qWait(60);
        QCOMPARE(f.pool.workers().first().restarts, 0);
    }

    void aWorkerThatWillNotLeaveIsMadeTo()
    {
        auto options = PoolFixture::two();
        options.hangTimeoutMs = 200;
        PoolFixture f(options, "stay");
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 2);
        f.pool.drain();
        QTRY_COMPARE(f.stops, 1);
        QVERIFY(f.nobodyLeft());
    }

    void aWorkerThatCannotStartIsOneClearError_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("why");
        QTest::addColumn<int>("processes");
        const auto fake = QStringLiteral(FAKEWORKER);
        const auto row = [](const char *name, const QString &program, const char *mode,
                            const char *why, int processes) {
            QTest::newRow(name) << program << QString::fromLatin1(mode) << QString::fromLatin1(why)
                                << processes;
        };
        row("missing program", QStringLiteral("/nowhere/worker"), "good",
            "there is no program /nowhere/worker", 1);
        row("not a program", QStringLiteral("/etc/passwd"), "good", "there is no program", 1);
        row("exits at once", fake, "exit", "exit 3", 3);
        row("of another protocol version", fake, "version", "speaks protocol 77, this program", 1);
        row("never says hello", fake, "mute", "no hello within 300 ms", 3);
        row("has the wrong token", fake, "badtoken", "exit 4", 3);
        row("speaks something else", fake, "garbage", "exit 4", 3);
    }
    void aWorkerThatCannotStartIsOneClearError()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, mode);
        QFETCH(const QString, why);
        QFETCH(const int, processes);
        auto options = impatient();
        options.program = program;
        PoolFixture f(options, qPrintable(mode));
        QVERIFY(f.pool.start());
        QVERIFY(f.failures.isEmpty());
        QTRY_COMPARE(f.failures.size(), 1);
        QCOMPARE(f.failures.first().reason, item::Reason::WorkerStart);
        QVERIFY2(f.failures.first().detail.contains(why), qPrintable(f.failures.first().detail));
        QCOMPARE(f.pool.failure(), f.failures.first());
        for (const auto &worker : f.pool.workers()) {
            QCOMPARE(worker.state, WorkerState::Dead);
            QCOMPARE(worker.restarts + 1, processes);
        }
        QTest::qWait(100);
        QCOMPARE(f.failures.size(), 1);
        QVERIFY(f.nobodyLeft());
        f.want(1, "");
        f.pool.assign({{item::ItemId(5), "", {}, {}}});
        QTRY_COMPARE(f.reason(5), item::Reason::WorkerStart);
        f.pool.stop();
        QTRY_COMPARE(f.stops, 1);
    }

    /// The program goes away while tasks are in flight: they end too.
    void tasksEndWithThePool()
    {
        QTemporaryDir directory;
        const auto program = directory.filePath(QStringLiteral("worker"));
        QVERIFY(QFile::link(QStringLiteral(FAKEWORKER), program));
        auto options = impatient();
        options.program = program;
        options.startTimeoutMs = 5000;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 2);
        f.want(6, "never");
        QTRY_COMPARE(f.pool.inFlight(), 6);
        QVERIFY(QFile::remove(program));
        for (const auto &worker : f.pool.workers())
            kill(pid_t(worker.pid), SIGKILL);
        QTRY_COMPARE(f.failures.size(), 1);
        QCOMPARE(f.answers, 6);
        QCOMPARE(f.pool.inFlight(), 0);
        for (int id = 1; id <= 6; ++id)
            QCOMPARE(f.reason(id), item::Reason::WorkerStart);
    }

    void aWorkerKilledByHandBlamesNobody()
    {
        auto options = one();
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

    void nonsenseFromAWorkerEndsItNotUs()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(1, "nonsense");
        f.want(40, "ms=10");
        QTRY_COMPARE_WITH_TIMEOUT(f.answers, 41, 10'000);
        QVERIFY(!f.log.filter(QStringLiteral("makes no sense")).isEmpty());
        for (int id = 2; id <= 41; ++id)
            QVERIFY(f.outcome(id).ok());
    }

    void aSecondAnswerIsIgnored()
    {
        PoolFixture f(one());
        QVERIFY(f.pool.start());
        f.want(5, "twice");
        QTRY_COMPARE(f.outcomes.size(), 5);
        f.want(1, "ms=50");
        QTRY_COMPARE(f.outcomes.size(), 6);
        QCOMPARE(f.answers, 6);
    }

    void itsComplaintsAreLoggedWithinBounds()
    {
        PoolFixture f(one());
        QVERIFY(f.pool.start());
        f.want(1, "complain");
        QTRY_VERIFY(!f.log.filter(QStringLiteral("something is wrong")).isEmpty());
        QTRY_COMPARE(f.answers, 1);
        QTest::qWait(100);
        QVERIFY2(f.log.size() <= 110, qPrintable(QString::number(f.log.size())));
    }

    void aCancelledTaskOfADeadWorkerIsNotRunAgain()
    {
        PoolFixture f(one(), "deaf");
        QVERIFY(f.pool.start());
        f.want(2, "never");
        QTRY_COMPARE(f.pool.inFlight(), 2);
        f.pool.cancel({item::ItemId(1)});
        f.pool.killWorker(0);
        QTRY_COMPARE(f.answers, 1);
        QCOMPARE(f.reason(1), item::Reason::Cancelled);
        QCOMPARE(f.pool.inFlight(), 1);
    }

    /// draining() promises an answer for every task, also when a worker dies meanwhile.
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

QTEST_GUILESS_MAIN(TestWorkerFaults)
#include "tst_workerfaults.moc"
