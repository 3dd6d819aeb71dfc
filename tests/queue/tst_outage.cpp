// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/outage.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_outage {

using namespace trawl::queue;

class OutageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noWayIsAnOutage()
    {
        Outage outage;
        QVERIFY(!outage.note(0, Sign::Answer, 0));
        QVERIFY(outage.note(0, Sign::NoWay, 1000));
        QVERIFY(outage.gone());
        QVERIFY(!outage.note(1, Sign::NoWay, 1000)); // said once
        QVERIFY(outage.note(1, Sign::Answer, 1500));
        QVERIFY(!outage.gone());
    }

    void trialsAreFurtherAndFurtherApart()
    {
        Outage outage;
        QVERIFY(outage.note(0, Sign::NoWay, 0));
        QList<qint64> gaps;
        for (int i = 0; i < 8; ++i) {
            const auto now = outage.trialMs();
            outage.trialStarted(now);
            gaps.append(outage.trialMs() - now);
            QVERIFY(!outage.note(0, Sign::NoWay, now));
        }
        QCOMPARE(gaps, (QList<qint64>{2000, 4000, 8000, 16000, 30000, 30000, 30000, 30000}));
        QVERIFY(!outage.setReachable(true, 100'000)); // only an answer ends it
        QVERIFY(outage.gone());
        QCOMPARE(outage.trialMs(), 100'000);
        outage.trialStarted(100'000);
        QCOMPARE(outage.trialMs(), 101'000);
    }

    void knownHostsInARow()
    {
        Outage outage;
        for (HostIndex host = 0; host < 4; ++host)
            QVERIFY(!outage.note(host, Sign::Answer, 0));
        QVERIFY(!outage.note(0, Sign::Silence, 1000));
        QVERIFY(!outage.note(0, Sign::Silence, 1000)); // the same one again
        QVERIFY(!outage.note(1, Sign::Silence, 2000));
        QVERIFY(!outage.note(3, Sign::Answer, 3000)); // so it is the hosts
        QVERIFY(!outage.note(0, Sign::Silence, 4000));
        QVERIFY(!outage.note(1, Sign::Silence, 40'000)); // too long after
        QVERIFY(!outage.note(2, Sign::Silence, 41'000));
        QVERIFY(outage.note(0, Sign::Silence, 42'000));
    }

    void strangersProveNothing_data()
    {
        QTest::addColumn<Sign>("sign");
        QTest::newRow("names that are not there") << Sign::NoName;
        QTest::newRow("hosts that never spoke") << Sign::Silence;
    }
    void strangersProveNothing()
    {
        QFETCH(Sign, sign);
        Outage outage;
        for (HostIndex host = 0; host < 100; ++host)
            QVERIFY(!outage.note(host, sign, host));
        QVERIFY(!outage.gone());
    }

    void aKnownNameThatIsKnownNoMore()
    {
        Outage outage;
        QVERIFY(!outage.note(5, Sign::Answer, 0));
        QVERIFY(outage.note(5, Sign::NoName, 1));
        QVERIFY(outage.note(6, Sign::Answer, 2));
        QVERIFY(!outage.note(5, Sign::NoName, 3)); // others answer: it is this one
    }

    /// One machine of the house is switched off: at most one false alarm.
    void aDeadHostIsNoOutageTwice()
    {
        Outage outage;
        QVERIFY(outage.note(0, Sign::NoWay, 0));
        QVERIFY(outage.note(1, Sign::Answer, 1000));
        for (int i = 0; i < 10; ++i)
            QVERIFY(!outage.note(0, Sign::NoWay, 2000 + i));
        QVERIFY(!outage.note(0, Sign::Answer, 5000)); // it is there again, and counts again
        QVERIFY(outage.note(0, Sign::NoWay, 6000));
    }

    void thePlatformsWord()
    {
        Outage outage;
        QVERIFY(!outage.setReachable(true, 0));
        QVERIFY(outage.setReachable(false, 10));
        QVERIFY(!outage.setReachable(false, 20));
        QVERIFY(outage.gone());
        QVERIFY(outage.note(0, Sign::Answer, 30)); // over the loopback, it may be
    }
};

TRAWL_TEST(Appless, OutageTest)

} // namespace tst_outage

#include "tst_outage.moc"
