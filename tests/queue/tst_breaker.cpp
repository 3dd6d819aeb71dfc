// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/breaker.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_breaker {

using trawl::queue::Breaker;
using State = Breaker::State;

namespace {

Breaker makeBreaker()
{
    return Breaker({.threshold = 3, .openMs = 100, .maxOpenMs = 300});
}

Breaker openBreaker(qint64 nowMs)
{
    Breaker breaker = makeBreaker();
    for (int i = 0; i < 3; ++i)
        breaker.failed(nowMs);
    return breaker;
}

} // namespace

class BreakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAfterFailuresInARow()
    {
        Breaker breaker = makeBreaker();
        breaker.failed(0);
        breaker.failed(0);
        breaker.succeeded();
        breaker.failed(0);
        breaker.failed(0);
        QCOMPARE(breaker.state(), State::Closed);
        QVERIFY(breaker.mayStart(0));
        breaker.failed(10);
        QCOMPARE(breaker.state(), State::Open);
        QCOMPARE(breaker.openUntilMs(), 110);
        QVERIFY(!breaker.mayStart(109));
        QVERIFY(breaker.mayStart(110));
    }

    void oneTrialAtATime()
    {
        Breaker breaker = openBreaker(0);
        breaker.started(100);
        QCOMPARE(breaker.state(), State::HalfOpen);
        QVERIFY(!breaker.mayStart(100'000));
        breaker.succeeded();
        QCOMPARE(breaker.state(), State::Closed);
        QVERIFY(breaker.mayStart(0));
    }

    void failedTrialsHoldForLonger()
    {
        Breaker breaker = openBreaker(0);
        breaker.started(100);
        breaker.failed(150);
        QCOMPARE(breaker.state(), State::Open);
        QCOMPARE(breaker.openUntilMs(), 350);
        breaker.started(350);
        breaker.failed(400);
        QCOMPARE(breaker.openUntilMs(), 700); // 300, not 400: the longest
        breaker.started(700);
        breaker.succeeded();
        for (int i = 0; i < 3; ++i)
            breaker.failed(1000);
        QCOMPARE(breaker.openUntilMs(), 1100); // and from the start again
    }

    void aDeadHostIsGivenUp()
    {
        Breaker breaker({.threshold = 1, .openMs = 100, .maxOpenMs = 100, .trials = 2});
        breaker.failed(0);
        breaker.started(100);
        breaker.failed(100);
        QVERIFY(!breaker.gaveUp());
        QCOMPARE(breaker.openUntilMs(), 200);
        breaker.started(200);
        breaker.failed(200);
        QVERIFY(breaker.gaveUp());
        for (int i = 0; i < 5; ++i) { // no hold, not one at a time
            QVERIFY(breaker.mayStart(200));
            breaker.started(200);
        }
        breaker.failed(210);
        QVERIFY(breaker.mayStart(210));
        breaker.succeeded();
        QVERIFY(!breaker.gaveUp());
        QCOMPARE(breaker.state(), State::Closed);
    }

    void lateFailuresDoNotProlong()
    {
        Breaker breaker = openBreaker(0);
        breaker.failed(90);
        QCOMPARE(breaker.openUntilMs(), 100);
    }

    void returnedTrialMayBeMadeAgain()
    {
        Breaker breaker = openBreaker(0);
        breaker.started(100);
        breaker.returned();
        QCOMPARE(breaker.state(), State::HalfOpen);
        QVERIFY(breaker.mayStart(101));
        breaker.started(101);
        QVERIFY(!breaker.mayStart(102));
    }
};

TRAWL_TEST(Appless, BreakerTest)

} // namespace tst_breaker

#include "tst_breaker.moc"
