// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/ratemeter.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_ratemeter {

using trawl::rates::RateMeter;

class RateMeterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyIsZero()
    {
        const RateMeter meter;
        QCOMPARE(meter.perSecond(12'345), 0.0);
        QCOMPARE(meter.total(), 0);
    }

    void steady_data()
    {
        QTest::addColumn<qint64>("start");
        QTest::addColumn<qint64>("stepMs");
        QTest::newRow("from 0, 10 ms") << qint64(0) << qint64(10);
        QTest::newRow("off the grid") << qint64(123'457) << qint64(17);
        QTest::newRow("slow steps") << qint64(99) << qint64(200);
    }

    void steady()
    {
        QFETCH(qint64, start);
        QFETCH(qint64, stepMs);
        RateMeter meter;
        qint64 now = start;
        for (; now < start + 10'000; now += stepMs) {
            meter.add(stepMs, now); // 1 000 a second
            if (now - start > 2000)
                QVERIFY(qAbs(meter.perSecond(now) - 1000) < 150);
        }
    }

    void firstBytesAreNoJump()
    {
        RateMeter meter;
        meter.add(1000, 0);
        QCOMPARE(meter.perSecond(0), 4000.0); // as if over one bucket, not over no time
        QCOMPARE(meter.perSecond(1000), 1000.0);
    }

    void stallReachesZero()
    {
        RateMeter meter;
        for (qint64 now = 0; now < 5000; now += 50)
            meter.add(100, now);
        double last = meter.perSecond(5000);
        for (qint64 now = 5000; now < 8000; now += 250) {
            QVERIFY(meter.perSecond(now) <= last + 1);
            last = meter.perSecond(now);
        }
        QCOMPARE(meter.perSecond(8000), 0.0);
        QCOMPARE(meter.perSecond(1'000'000), 0.0);
        QCOMPARE(meter.total(), 10'000);
    }

    void oldBucketsAreNotCountedAgain()
    {
        RateMeter meter;
        meter.add(1'000'000, 0);
        meter.add(300, 60'000);
        QVERIFY(qAbs(meter.perSecond(60'249) - 100) < 10);
        meter.add(300, 61'500); // six buckets later
        QVERIFY(qAbs(meter.perSecond(61'700) - 200) < 20);
        QCOMPARE(meter.total(), 1'000'600);
    }

    void clockGoingBackIsHarmless()
    {
        RateMeter meter;
        meter.add(100, 10'000);
        meter.add(100, 2'000);
        QCOMPARE(meter.total(), 200);
        QCOMPARE(meter.perSecond(2'000), 800.0);
        QCOMPARE(meter.perSecond(14'000), 0.0);
    }
};

TRAWL_TEST(Appless, RateMeterTest)

} // namespace tst_ratemeter

#include "tst_ratemeter.moc"
