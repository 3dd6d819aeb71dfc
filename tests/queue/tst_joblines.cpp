// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/scheduler.h"
#include "support/growth.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_joblines {

using namespace trawl::queue;
using trawl::item::ItemId;
using Ids = std::vector<int>;

namespace {

bool any(ItemId)
{
    return true;
}

Scheduler::Options options()
{
    Scheduler::Options options;
    options.host.connections = 1000;
    options.backoff.baseMs = 1000;
    return options;
}

/// What would start now, in order.
Ids startAll(Scheduler &scheduler, qint64 nowMs = 0)
{
    Ids started;
    while (const auto ticket = scheduler.next(nowMs, any))
        started.push_back(int(ticket->id));
    return started;
}

void add(Scheduler &scheduler, const Ids &ids, HostIndex host, LineIndex line)
{
    for (const int id : ids)
        scheduler.add(ItemId(id), host, line);
}

} // namespace

/// Jobs stand in lines of their own at a host, and the person says which goes first.
class LinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void earlierLinesComeFirst()
    {
        Scheduler scheduler(options());
        add(scheduler, {20, 21}, 0, 2);
        add(scheduler, {10, 11}, 0, 1);
        add(scheduler, {22}, 0, 2);
        QCOMPARE(startAll(scheduler), (Ids{10, 11, 20, 21, 22}));
        QCOMPARE(scheduler.queued(), 0);
    }
    void ranksSayWhoComesFirst()
    {
        Scheduler scheduler(options());
        add(scheduler, {10, 11}, 0, 1);
        add(scheduler, {20, 21}, 0, 2);
        add(scheduler, {30}, 0, 3);
        add(scheduler, {40}, 0, 4); // has no rank: last
        scheduler.setRanks({0, 2, 1, 0});
        QCOMPARE(int(scheduler.next(0, any)->id), 30);
        QCOMPARE(int(scheduler.next(0, any)->id), 20);
        scheduler.setRanks({0, 0, 1, 2}); // while a line is half empty
        QCOMPARE(startAll(scheduler), (Ids{10, 11, 21, 40}));
    }
    void aBetterLineThatComesLaterGoesAhead()
    {
        Scheduler scheduler(options());
        scheduler.setRanks({0, 5, 1});
        add(scheduler, {10, 11}, 0, 1);
        QCOMPARE(int(scheduler.next(0, any)->id), 10);
        add(scheduler, {20}, 0, 2);
        QCOMPARE(startAll(scheduler), (Ids{20, 11}));
    }
    void lineZeroIsAheadOfAll()
    {
        Scheduler scheduler(options());
        scheduler.setRanks({9, 0});
        add(scheduler, {10}, 0, 1);
        scheduler.addFront(ItemId(-1), 0);
        QCOMPARE(startAll(scheduler), (Ids{-1, 10}));
    }
    void hostsStillTakeTurns()
    {
        Scheduler scheduler(options());
        add(scheduler, {10, 11}, 0, 1);
        add(scheduler, {20, 21}, 1, 2);
        QCOMPARE(startAll(scheduler), (Ids{10, 20, 11, 21}));
    }
    void whatMayNotRunDoesNotHoldUpTheNextLine()
    {
        Scheduler scheduler(options());
        add(scheduler, {10, 11}, 0, 1);
        add(scheduler, {20}, 0, 2);
        const auto ticket = scheduler.next(0, [](ItemId id) { return int(id) >= 20; });
        QVERIFY(ticket);
        QCOMPARE(int(ticket->id), 20);
        QCOMPARE(ticket->line, 2U);
        QCOMPARE(scheduler.queued(), 0);
    }
    void aRetryComesBackToItsLine()
    {
        Scheduler scheduler(options());
        add(scheduler, {10, 11}, 0, 1);
        add(scheduler, {20, 21}, 0, 2);
        scheduler.setRanks({0, 1, 0});
        const auto ticket = *scheduler.next(0, any); // 20
        const auto verdict = scheduler.ended(ticket, {.ok = false, .temporary = true}, 0);
        QVERIFY(verdict.retry);
        QCOMPARE(startAll(scheduler, verdict.atMs), (Ids{20, 21, 10, 11}));
    }
    void itemsMoveInTheirLine_data()
    {
        QTest::addColumn<Move>("where");
        QTest::addColumn<Ids>("ids");
        QTest::addColumn<Ids>("expected");
        QTest::newRow("top") << Move::Top << Ids{14, 12} << Ids{12, 14, 11, 13, 15, 20};
        QTest::newRow("bottom") << Move::Bottom << Ids{11, 14} << Ids{12, 13, 15, 11, 14, 20};
        QTest::newRow("up") << Move::Up << Ids{13} << Ids{11, 13, 12, 14, 15, 20};
        QTest::newRow("down") << Move::Down << Ids{13} << Ids{11, 12, 14, 13, 15, 20};
        QTest::newRow("up together") << Move::Up << Ids{13, 14} << Ids{11, 13, 14, 12, 15, 20};
        QTest::newRow("down together") << Move::Down << Ids{12, 13} << Ids{11, 14, 12, 13, 15, 20};
        QTest::newRow("up at the top") << Move::Up << Ids{11, 12} << Ids{11, 12, 13, 14, 15, 20};
        QTest::newRow("down at the end") << Move::Down << Ids{15} << Ids{11, 12, 13, 14, 15, 20};
        QTest::newRow("another line's") << Move::Top << Ids{20} << Ids{11, 12, 13, 14, 15, 20};
    }
    void itemsMoveInTheirLine()
    {
        QFETCH(Move, where);
        QFETCH(Ids, ids);
        QFETCH(Ids, expected);
        Scheduler scheduler(options());
        add(scheduler, {11, 12, 13, 14, 15}, 0, 1);
        add(scheduler, {20}, 0, 2);
        std::vector<ItemId> moved;
        for (const int id : ids)
            moved.push_back(ItemId(id));
        scheduler.move(0, 1, moved, where);
        scheduler.move(0, 7, moved, where); // is not there
        QCOMPARE(startAll(scheduler), expected);
    }
    void aPausedHostStartsNothing()
    {
        Scheduler scheduler(options());
        add(scheduler, {10, 11}, 0, 1);
        add(scheduler, {20}, 1, 1);
        const auto first = *scheduler.next(0, any);
        QCOMPARE(int(first.id), 10);
        scheduler.setPaused(0, true);
        QCOMPARE(startAll(scheduler), Ids{20});
        QVERIFY(!scheduler.takeExtra(0, 0));
        (void)scheduler.ended(first, {}, 5);
        QCOMPARE(startAll(scheduler, 10), Ids{});
        QVERIFY(!scheduler.nextWakeMs());
        scheduler.setPaused(0, false);
        QCOMPARE(startAll(scheduler, 20), Ids{11});
    }
    void aHostIsTriedAgainWhenThePersonSaysSo()
    {
        Scheduler scheduler(options());
        add(scheduler, {10, 11, 12}, 0, 1);
        add(scheduler, {20}, 1, 1);
        const auto first = *scheduler.next(0, any);
        const auto other = *scheduler.next(0, any);
        AttemptEnd busy{.ok = false, .temporary = true, .throttled = true, .retryAfterMs = 60'000};
        QVERIFY(scheduler.ended(first, busy, 0).retry);
        QVERIFY(scheduler.ended(other, busy, 0).retry);
        QCOMPARE(startAll(scheduler, 1000), Ids{});
        QCOMPARE(scheduler.host(0).heldUntilMs, 60'000);
        QCOMPARE(scheduler.retryNow(0, 1000), std::vector{ItemId(10)});
        QCOMPARE(scheduler.host(0).heldUntilMs, 0);
        QCOMPARE(startAll(scheduler, 1000), (Ids{10, 11, 12}));
        QVERIFY(scheduler.host(1).heldUntilMs > 0);
    }
    void anOpenBreakerIsClosedByThePerson()
    {
        Scheduler scheduler(options());
        Ids ids;
        for (int i = 0; i < 20; ++i)
            ids.push_back(i);
        add(scheduler, ids, 0, 1);
        for (int i = 0; i < 8; ++i) {
            const auto ticket = scheduler.next(0, any);
            (void)scheduler.ended(*ticket, {.ok = false, .hostTrouble = true}, 0);
        }
        QCOMPARE(scheduler.host(0).breaker, Breaker::State::Open);
        QCOMPARE(startAll(scheduler), Ids{});
        QCOMPARE(scheduler.retryNow(0, 0), std::vector<ItemId>{});
        QCOMPARE(startAll(scheduler).size(), 12U);
    }
    void aMillionItemsOfManyLines()
    {
        constexpr int lines = 50;
        const auto cost = trawl::support::dearer(20'000, 1'000'000, [](qint64 items) {
            Scheduler scheduler(options());
            for (qint64 i = 0; i < items; ++i)
                scheduler.add(ItemId(i), 0, LineIndex(1 + i % lines));
            scheduler.move(0, 7, {ItemId(items - lines + 6)}, Move::Top);
            for (qint64 i = 0; i < items; ++i) {
                const auto ticket = scheduler.next(i, any);
                QVERIFY(ticket && !scheduler.ended(*ticket, {}, i).retry);
                QCOMPARE(qint64(ticket->line), 1 + i / (items / lines));
            }
        });
        QVERIFY2(cost < trawl::support::inProportion, qPrintable(QString::number(cost)));
    }
};

TRAWL_TEST(Appless, LinesTest)

} // namespace tst_joblines

#include "tst_joblines.moc"
