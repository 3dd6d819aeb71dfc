// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "worker/startup.h"
#include "worker/vitals.h"

#include <QTest>

#include <unistd.h>

namespace tst_vitals {

using namespace trawl::worker;

class TestVitals : public QObject
{
    Q_OBJECT

private:
    static auto startupFrom(const QStringList &arguments, const QByteArray &input)
    {
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0 || ::write(ends[1], input.constData(), std::size_t(input.size())) < 0)
            qFatal("no pipe");
        ::close(ends[1]);
        auto startup = readStartup(arguments, ends[0]);
        ::close(ends[0]);
        return startup;
    }

private Q_SLOTS:
    void memoryAndTimeAreMeasured()
    {
        QVERIFY(residentBytes() > 1'000'000);
        const auto before = cpuMs();
        while (cpuMs() < before + 20)
            QVERIFY(residentBytes() > 0);
    }
    void theWorstLagIsKept()
    {
        LagMeter lag;
        lag.expect(0);
        QTest::qSleep(30);
        lag.fired();
        lag.fired();
        const auto worst = lag.takeWorst();
        QVERIFY2(worst >= 30, qPrintable(QString::number(worst)));
        QCOMPARE(lag.takeWorst(), 0);
    }
    void anEarlyTimerIsNoLag()
    {
        LagMeter lag;
        lag.expect(1000);
        lag.fired();
        QCOMPARE(lag.takeWorst(), 0);
    }
    void theTokenIsTheFirstLine()
    {
        const auto startup = startupFrom(
            {QStringLiteral("w"), QStringLiteral("-x"), QStringLiteral("name")}, "abc\r\nrest");
        QVERIFY(startup);
        QCOMPARE(startup->token, QByteArray("abc"));
        QCOMPARE(startup->socketName, QStringLiteral("name"));
    }
    void withoutTokenOrSocketItIsByHand()
    {
        QVERIFY(!startupFrom({QStringLiteral("w"), QStringLiteral("name")}, ""));
        QVERIFY(!startupFrom({QStringLiteral("w"), QStringLiteral("name")}, " \n"));
        QVERIFY(!startupFrom({QStringLiteral("w")}, "token\n"));
        QVERIFY(startupFrom({QStringLiteral("w")}, "token\n").error().contains(u"by hand"));
    }
};

TRAWL_TEST(Appless, TestVitals)

} // namespace tst_vitals

#include "tst_vitals.moc"
