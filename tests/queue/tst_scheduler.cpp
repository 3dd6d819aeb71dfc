// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/scheduler.h"
#include "support/growth.h"
#include "support/testmain.h"

#include <QTest>

#include <map>

namespace tst_scheduler {

using namespace trawl::queue;
using trawl::item::ItemId;
using Ticket = Scheduler::Ticket;

namespace {

const auto any = [](ItemId) { return true; };

/// One connection a host, three retries, no luck in the jitter needed.
Scheduler::Options options(int connections = 1)
{
    Scheduler::Options o;
    o.host.connections = connections;
    o.backoff.retries = 3;
    o.breaker.threshold = 3;
    o.breaker.openMs = 1000;
    return o;
}

AttemptEnd refused(int attempts)
{
    return {.ok = false, .temporary = true, .hostTrouble = true, .attempts = attempts};
}

AttemptEnd tooMany(qint64 retryAfterMs)
{
    return {.ok = false, .temporary = true, .throttled = true, .retryAfterMs = retryAfterMs};
}

Ticket start(Scheduler &scheduler, qint64 nowMs)
{
    const auto ticket = scheduler.next(nowMs, any);
    return ticket ? *ticket : Ticket{ItemId(-1), 0};
}

/// Starts all that may start.
QList<qint64> startAll(Scheduler &scheduler, qint64 nowMs)
{
    QList<qint64> ids;
    while (const auto ticket = scheduler.next(nowMs, any))
        ids.append(qint64(ticket->id));
    return ids;
}

} // namespace

class SchedulerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty()
    {
        Scheduler scheduler(options());
        QVERIFY(!scheduler.next(0, any));
        QVERIFY(!scheduler.nextWakeMs());
        QCOMPARE(scheduler.queued(), 0);
        QCOMPARE(scheduler.host(7).inFlight, 0);
        QCOMPARE(scheduler.hostLimits(7).connections, 1);
    }

    void inOrderOnOneHost()
    {
        Scheduler scheduler(options(2));
        for (qint64 i = 1; i <= 4; ++i)
            scheduler.add(ItemId(i), 0);
        scheduler.addFront(ItemId(5), 0);
        QCOMPARE(startAll(scheduler, 0), (QList<qint64>{5, 1}));
        QVERIFY(!scheduler.nextWakeMs()); // room comes with an end, not with time
        QVERIFY(!scheduler.ended({ItemId(5), 0}, {}, 0).retry);
        QCOMPARE(*scheduler.nextWakeMs(), 0);
        QCOMPARE(startAll(scheduler, 0), (QList<qint64>{2}));
        QCOMPARE(scheduler.queued(), 2);
        QCOMPARE(scheduler.inFlight(), 2);
        QCOMPARE(scheduler.host(0).inFlight, 2);
        QCOMPARE(scheduler.host(0).queued, 2);
    }

    void hostsTakeTurns()
    {
        Scheduler scheduler(options(2));
        for (qint64 i = 0; i < 6; ++i)
            scheduler.add(ItemId(i), 0);
        for (qint64 i = 10; i < 16; ++i)
            scheduler.add(ItemId(i), 1);
        for (qint64 i = 20; i < 22; ++i)
            scheduler.add(ItemId(i), 3);
        QCOMPARE(startAll(scheduler, 0), (QList<qint64>{0, 10, 20, 1, 11, 21}));
    }

    void budgetGrowsWithStreams()
    {
        Scheduler scheduler(options(2));
        for (qint64 i = 0; i < 100; ++i)
            scheduler.add(ItemId(i), 0);
        QCOMPARE(startAll(scheduler, 0).size(), 2);
        scheduler.setHostLimits(0, {.connections = 2, .streamsPerConnection = 10});
        QCOMPARE(scheduler.hostLimits(0).streamsPerConnection, 10);
        QCOMPARE(startAll(scheduler, 0).size(), 18);
        scheduler.setHostLimits(0, {.connections = 0});
        for (qint64 i = 0; i < 20; ++i)
            QVERIFY(!scheduler.ended({ItemId(i), 0}, {}, 0).retry);
        QVERIFY(startAll(scheduler, 0).isEmpty());
        QVERIFY(!scheduler.nextWakeMs());
        scheduler.setHostLimits(0, {.connections = 1});
        QCOMPARE(startAll(scheduler, 0).size(), 1);
    }

    void notRunnableAreDropped()
    {
        Scheduler scheduler(options(3));
        for (qint64 i = 0; i < 10; ++i)
            scheduler.add(ItemId(i), HostIndex(i % 2));
        const auto some = [](ItemId id) { return qint64(id) == 7 || qint64(id) == 8; };
        QCOMPARE(qint64(scheduler.next(0, some)->id), 8);
        QCOMPARE(qint64(scheduler.next(0, some)->id), 7);
        QVERIFY(!scheduler.next(0, some));
        QCOMPARE(scheduler.queued(), 0);
        scheduler.add(ItemId(3), 0); // resumed
        QCOMPARE(qint64(scheduler.next(0, any)->id), 3);
    }

    void returnedChangesNothingElse()
    {
        Scheduler scheduler(options());
        scheduler.add(ItemId(1), 0);
        scheduler.add(ItemId(2), 0);
        const Ticket first = start(scheduler, 0);
        scheduler.returned(first);
        QCOMPARE(scheduler.inFlight(), 0);
        QCOMPARE(scheduler.queued(), 1);
        QCOMPARE(qint64(start(scheduler, 0).id), 2);
    }

    void minGap()
    {
        auto o = options(4);
        o.host.minGapMs = 100;
        Scheduler scheduler(o);
        for (qint64 i = 0; i < 3; ++i)
            scheduler.add(ItemId(i), 0);
        QCOMPARE(startAll(scheduler, 1000), (QList<qint64>{0}));
        QCOMPARE(*scheduler.nextWakeMs(), 1100);
        QCOMPARE(startAll(scheduler, 1099), QList<qint64>{});
        QCOMPARE(startAll(scheduler, 1100), (QList<qint64>{1}));
        scheduler.setHostLimits(0, {.connections = 4}); // no gap any more
        QCOMPARE(startAll(scheduler, 1101), (QList<qint64>{2}));
    }

    void extraConnectionsAreWhatIsLeft()
    {
        Scheduler scheduler(options(3));
        scheduler.add(ItemId(1), 0);
        QVERIFY(!scheduler.takeExtra(0, 0)); // an item waits for it
        const auto ticket = start(scheduler, 0);
        QVERIFY(scheduler.takeExtra(0, 0));
        QVERIFY(scheduler.takeExtra(0, 0));
        QVERIFY(!scheduler.takeExtra(0, 0)); // three at once
        QCOMPARE(scheduler.host(0).inFlight, 3);
        scheduler.add(ItemId(2), 0);
        QCOMPARE(qint64(start(scheduler, 0).id), -1);
        scheduler.returnExtra(0);
        QCOMPARE(qint64(start(scheduler, 0).id), 2); // what came back is the queue's
        (void)scheduler.ended(ticket, tooMany(500), 10);
        QVERIFY(!scheduler.takeExtra(0, 100)); // the host asked for patience
        QVERIFY(scheduler.takeExtra(0, 1'000'000));
    }

    void startsASecond_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("lateMs"); // of each wake
        QTest::newRow("300") << 300.0 << 0;
        QTest::newRow("300, late") << 300.0 << 9;
        QTest::newRow("5000") << 5000.0 << 3;
        QTest::newRow("7.5") << 7.5 << 2;
        QTest::newRow("one in ten seconds") << 0.1 << 0;
    }

    void startsASecond()
    {
        QFETCH(double, rate);
        QFETCH(int, lateMs);
        auto o = options(100'000);
        o.host.startsPerSecond = rate;
        Scheduler scheduler(o);
        constexpr qint64 runMs = 20'000;
        for (qint64 i = 0; i < qint64(rate * runMs / 1000) + 100; ++i)
            scheduler.add(ItemId(i), 0);
        QList<qint64> starts;
        for (qint64 now = 5'000; now < 5'000 + runMs; now = *scheduler.nextWakeMs() + lateMs) {
            while (const auto ticket = scheduler.next(now, any)) {
                starts.append(now);
                QVERIFY(!scheduler.ended(*ticket, {}, now).retry);
            }
            QVERIFY(scheduler.nextWakeMs() > now);
        }
        const double expected = rate * runMs / 1000;
        QVERIFY2(std::abs(double(starts.size()) - expected) <= std::max(2.0, expected / 200),
                 qPrintable(QString::number(starts.size())));
        // In no second more than the rate and what 20 ms of lateness may make up for.
        for (qsizetype i = 0, j = 0; i < starts.size(); ++i) {
            while (starts[i] - starts[j] >= 1000)
                ++j;
            QVERIFY(double(i - j + 1) <= rate * 1.021 + 2);
        }
    }

    void theUnusedDoesNotCount()
    {
        auto o = options(4);
        o.host.startsPerSecond = 1;
        o.host.minGapMs = 500;
        Scheduler scheduler(o);
        for (qint64 i = 0; i < 200; ++i)
            scheduler.add(ItemId(i), 0);
        for (int i = 0; i < 100; ++i) {
            const Ticket ticket = start(scheduler, 5000);
            QCOMPARE(qint64(ticket.id), i);
            scheduler.unused(ticket);
        }
        QCOMPARE(startAll(scheduler, 5000).size(), 1);
        QVERIFY(*scheduler.nextWakeMs() >= 5900);
    }

    /// A notebook that slept for an hour: all that was due is due, and the budgets hold.
    void aJumpOfTheClock()
    {
        auto o = options(3);
        o.host.startsPerSecond = 100;
        Scheduler scheduler(o);
        for (qint64 i = 0; i < 1000; ++i)
            scheduler.add(ItemId(i), HostIndex(i % 2));
        QVERIFY(scheduler.ended(start(scheduler, 0), {.ok = false, .temporary = true}, 0).retry);
        startAll(scheduler, 100);
        const qint64 later = 3'600'000;
        QVERIFY(startAll(scheduler, later).size() <= 6);
        QCOMPARE(scheduler.inFlight(), 6);
        for (const HostIndex host : {0U, 1U})
            QCOMPARE(scheduler.host(host).inFlight, 3);
    }

    void anOutageBlamesNobody()
    {
        Scheduler scheduler(options(8));
        for (qint64 i = 0; i < 20; ++i)
            scheduler.add(ItemId(i), 0);
        for (const auto id : startAll(scheduler, 0)) {
            const AttemptEnd end{.ok = false,
                                 .temporary = true,
                                 .hostTrouble = true,
                                 .offline = true,
                                 .attempts = 0};
            const Verdict verdict = scheduler.ended({ItemId(id), 0}, end, 0);
            QVERIFY(verdict.retry);
            QVERIFY(verdict.atMs <= 500);
        }
        QCOMPARE(scheduler.host(0).breaker, Breaker::State::Closed);
        QCOMPARE(startAll(scheduler, 500).size(), 8);
    }

    void retriesUntilTheLast()
    {
        Scheduler scheduler(options());
        scheduler.add(ItemId(1), 0);
        qint64 now = 0;
        int attempts = 0;
        while (true) {
            const Ticket ticket = start(scheduler, now);
            QCOMPARE(qint64(ticket.id), 1);
            const AttemptEnd end{.ok = false, .temporary = true, .attempts = ++attempts};
            const Verdict verdict = scheduler.ended(ticket, end, now);
            if (!verdict.retry)
                break;
            QVERIFY(verdict.atMs >= now && verdict.atMs <= now + (500 << (attempts - 1)));
            QCOMPARE(scheduler.queued(), 1);
            QCOMPARE(*scheduler.nextWakeMs(), verdict.atMs);
            if (verdict.atMs > now)
                QVERIFY(!scheduler.next(verdict.atMs - 1, any));
            now = verdict.atMs;
        }
        QCOMPARE(attempts, 4);
        QCOMPARE(scheduler.queued(), 0);
    }

    void lastingFailureIsNotRetried()
    {
        Scheduler scheduler(options());
        scheduler.add(ItemId(1), 0);
        const Ticket ticket = start(scheduler, 0);
        QVERIFY(!scheduler.ended(ticket, {.ok = false, .temporary = false}, 0).retry);
        QVERIFY(!scheduler.nextWakeMs());
    }

    void retryAfterHoldsTheHost_data()
    {
        QTest::addColumn<qint64>("retryAfterMs");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("most");
        QTest::newRow("a second") << qint64(1000) << qint64(1000) << qint64(1000);
        QTest::newRow("a year") << qint64(31'536'000'000) << qint64(3'600'000) << qint64(3'600'000);
        QTest::newRow("10^9 s") << qint64(1'000'000'000'000) << qint64(3'600'000)
                                << qint64(3'600'000);
        QTest::newRow("0 is none") << qint64(0) << qint64(250) << qint64(500);
        QTest::newRow("none") << qint64(-1) << qint64(250) << qint64(500);
    }

    void retryAfterHoldsTheHost()
    {
        QFETCH(qint64, retryAfterMs);
        QFETCH(qint64, least);
        QFETCH(qint64, most);
        Scheduler scheduler(options(2));
        for (qint64 i = 0; i < 4; ++i)
            scheduler.add(ItemId(i), 0);
        scheduler.add(ItemId(9), 1);
        const Ticket ticket = start(scheduler, 0);
        const Verdict verdict = scheduler.ended(ticket, tooMany(retryAfterMs), 0);
        QVERIFY(verdict.retry);
        const qint64 held = scheduler.host(0).heldUntilMs;
        QVERIFY2(held >= least && held <= most, qPrintable(QString::number(held)));
        QVERIFY(verdict.atMs >= held);
        QCOMPARE(startAll(scheduler, held - 1), (QList<qint64>{9})); // others go on
        QCOMPARE(*scheduler.nextWakeMs(), held);
        QVERIFY(!startAll(scheduler, held).isEmpty());
        QCOMPARE(scheduler.host(0).heldUntilMs, 0);
    }

    void burstOfThrottlingIsOneStep()
    {
        Scheduler scheduler(options(6));
        for (qint64 i = 0; i < 20; ++i)
            scheduler.add(ItemId(i), 0);
        QCOMPARE(startAll(scheduler, 0).size(), 6);
        for (qint64 i = 0; i < 6; ++i)
            QVERIFY(scheduler.ended({ItemId(i), 0}, tooMany(-1), i).retry);
        const qint64 first = scheduler.host(0).heldUntilMs;
        QVERIFY(first <= 500);

        const QList<qint64> again = startAll(scheduler, first);
        QCOMPARE(again.size(), 6);
        QVERIFY(scheduler.ended({ItemId(again.first()), 0}, tooMany(-1), first).retry);
        const qint64 second = scheduler.host(0).heldUntilMs - first;
        QVERIFY2(second >= 500 && second <= 1000, qPrintable(QString::number(second)));
        for (int i = 1; i < 6; ++i) // of before the hold: no proof that it is over
            QVERIFY(!scheduler.ended({ItemId(again[i]), 0}, {}, first + 1).retry);

        const qint64 later = first + second;
        const Ticket good = start(scheduler, later);
        QVERIFY(!scheduler.ended(good, {}, later).retry);
        const Ticket bad = start(scheduler, later);
        QVERIFY(scheduler.ended(bad, tooMany(-1), later).retry);
        QVERIFY(scheduler.host(0).heldUntilMs - later <= 500); // from the first step again
    }

    void laterRetryAfterOfTheBurstCounts()
    {
        Scheduler scheduler(options(2));
        scheduler.add(ItemId(1), 0);
        scheduler.add(ItemId(2), 0);
        startAll(scheduler, 0);
        QVERIFY(scheduler.ended({ItemId(1), 0}, tooMany(1000), 0).retry);
        QVERIFY(scheduler.ended({ItemId(2), 0}, tooMany(5000), 10).retry);
        QCOMPARE(scheduler.host(0).heldUntilMs, 5010);
    }

    void breakerHoldsADeadHost()
    {
        Scheduler scheduler(options(3));
        for (qint64 i = 0; i < 10; ++i)
            scheduler.add(ItemId(i), 0);
        scheduler.add(ItemId(99), 1);
        QCOMPARE(startAll(scheduler, 0).size(), 4);
        for (qint64 i = 0; i < 3; ++i)
            QVERIFY(!scheduler.ended({ItemId(i), 0}, refused(4), 0).retry);
        QCOMPARE(scheduler.host(0).breaker, Breaker::State::Open);
        QCOMPARE(scheduler.host(0).heldUntilMs, 1000);
        QVERIFY(!scheduler.next(0, any));
        QCOMPARE(*scheduler.nextWakeMs(), 1000);

        QCOMPARE(startAll(scheduler, 1000), (QList<qint64>{3})); // one trial
        QCOMPARE(scheduler.host(0).breaker, Breaker::State::HalfOpen);
        QVERIFY(!scheduler.nextWakeMs());
        const Verdict verdict = scheduler.ended({ItemId(3), 0}, refused(1), 1100);
        QVERIFY(verdict.retry);
        QVERIFY(verdict.atMs >= 3100);
        QVERIFY(!scheduler.next(3099, any));
        const Ticket trial = start(scheduler, verdict.atMs);
        QCOMPARE(qint64(trial.id), 3);
        QVERIFY(!scheduler.ended(trial, {}, verdict.atMs).retry);
        QCOMPARE(scheduler.host(0).breaker, Breaker::State::Closed);
        QCOMPARE(startAll(scheduler, verdict.atMs).size(), 3);
    }

    void aDeadHostsListComesToAnEnd()
    {
        Scheduler scheduler(options());
        for (qint64 i = 0; i < 10'000; ++i)
            scheduler.add(ItemId(i), 0);
        qint64 now = 0;
        while (scheduler.queued() > 0) {
            while (const auto ticket = scheduler.next(now, any))
                std::ignore = scheduler.ended(*ticket, refused(1), now += 10);
            now = std::max(now, scheduler.nextWakeMs().value_or(now));
        }
        QVERIFY2(now < 1'500'000, qPrintable(QString::number(now)));
    }

    void returnedTrialIsMadeAgain()
    {
        Scheduler scheduler(options());
        for (qint64 i = 0; i < 5; ++i)
            scheduler.add(ItemId(i), 0);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!scheduler.ended(start(scheduler, 0), refused(4), 0).retry);
        scheduler.returned(start(scheduler, 1000));
        QCOMPARE(qint64(start(scheduler, 1000).id), 4);
    }

    void lateAnswerEndsTheSleep()
    {
        Scheduler scheduler(options(4));
        for (qint64 i = 0; i < 6; ++i)
            scheduler.add(ItemId(i), 0);
        startAll(scheduler, 0);
        for (qint64 i = 0; i < 3; ++i)
            QVERIFY(!scheduler.ended({ItemId(i), 0}, refused(4), 0).retry);
        QVERIFY(!scheduler.next(0, any));
        QVERIFY(!scheduler.ended({ItemId(3), 0}, {}, 10).retry); // it does answer
        QCOMPARE(startAll(scheduler, 10), (QList<qint64>{4, 5}));
    }

    void manyHostsCostNoMoreThanOne()
    {
        const auto cost = trawl::support::dearer(250, 10'000, [](qint64 hosts) {
            Scheduler scheduler(options());
            for (qint64 i = 0; i < hosts * 3; ++i)
                scheduler.add(ItemId(i), HostIndex(i % hosts));
            QCOMPARE(startAll(scheduler, 0).size(), hosts); // all full now
            for (qint64 i = 0; i < hosts; ++i) {
                QVERIFY(!scheduler.ended({ItemId(i), HostIndex(i)}, {}, 0).retry);
                QCOMPARE(start(scheduler, 0).host, HostIndex(i));
                QVERIFY(!scheduler.next(0, any));
            }
        });
        QVERIFY2(cost < trawl::support::inProportion, qPrintable(QString::number(cost)));
    }

    void aMillionOnOneHost()
    {
        const auto cost = trawl::support::dearer(20'000, 1'000'000, [](qint64 items) {
            Scheduler scheduler(options());
            for (qint64 i = 0; i < items; ++i)
                scheduler.add(ItemId(i), 0);
            for (qint64 i = 0; i < items; ++i) {
                const Ticket ticket = start(scheduler, i);
                if (qint64(ticket.id) != i || scheduler.ended(ticket, {}, i).retry)
                    QFAIL("out of order");
            }
            QVERIFY(!scheduler.next(items, any));
            QCOMPARE(scheduler.queued(), 0);
        });
        QVERIFY2(cost < trawl::support::inProportion, qPrintable(QString::number(cost)));
    }
};

TRAWL_TEST(Appless, SchedulerTest)

} // namespace tst_scheduler

#include "tst_scheduler.moc"
