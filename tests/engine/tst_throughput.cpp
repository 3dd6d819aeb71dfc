// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/throughput.h"

#include <QTest>

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;

class TestThroughput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachByteCountsOnce()
    {
        Throughput t;
        t.started(ItemId(1));
        t.progressed({ItemId(1), 400, 1000}, 0);
        t.progressed({ItemId(1), 300, 1000}, 50); // an older batch that came late
        t.progressed({ItemId(1), 700, 1000}, 100);
        t.ended(ItemId(1), 1000, true, 200);
        t.ended(ItemId(1), 1000, true, 250);
        t.progressed({ItemId(1), 2000, -1}, 300);
        QCOMPARE(t.bytes(), 1000);
        QCOMPARE(t.running(), 0);
    }
    void aTickIsAPoint()
    {
        Throughput t;
        t.tick(10'000);
        t.started(ItemId(1));
        t.started(ItemId(2));
        t.ended(ItemId(1), 5000, false, 500);
        t.tick(12'000);
        const auto samples = t.takeSamples();
        QCOMPARE(samples.size(), 2U);
        QCOMPARE(samples[1].bytesPerSecond, 2500.0);
        QCOMPARE(samples[1].requestsPerSecond, 0.5);
        QCOMPARE(samples[1].failuresPerSecond, 0.5);
        QCOMPARE(samples[1].inFlight, 1.0);
        QVERIFY(t.takeSamples().empty());
    }
    void aClockThatStandsStillMakesNoPoint()
    {
        Throughput t;
        t.tick(10'000);
        t.tick(10'000);
        t.tick(9'000); // the wall clock was set back
        QCOMPARE(t.takeSamples().size(), 1U);
    }
};

QTEST_APPLESS_MAIN(TestThroughput)
#include "tst_throughput.moc"
