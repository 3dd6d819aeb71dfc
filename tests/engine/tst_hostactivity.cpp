// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hostactivity.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_hostactivity {

using trawl::engine::HostActivity;
using Hosts = std::vector<trawl::queue::HostIndex>;

class TestHostActivity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesAreByHost()
    {
        HostActivity activity;
        for (qint64 ms = 0; ms < 4000; ms += 100) {
            activity.received(1, 1000, ms);
            activity.ended(2, 50, ms);
        }
        QVERIFY(qAbs(activity.bytesPerSecond(1, 4000) - 10'000) < 1000);
        QCOMPARE(activity.requestsPerSecond(1, 4000), 0.0);
        QVERIFY(qAbs(activity.requestsPerSecond(2, 4000) - 10) < 1.5);
        QCOMPARE(activity.bytesPerSecond(3, 4000), 0.0);
    }
    void theLatencyFollowsTheLastAnswers()
    {
        HostActivity activity;
        QCOMPARE(activity.latencyMs(1), -1);
        activity.ended(1, 100, 0);
        QCOMPARE(activity.latencyMs(1), 100);
        activity.ended(1, -1, 0); // no answer says nothing
        QCOMPARE(activity.latencyMs(1), 100);
        for (int i = 0; i < 30; ++i)
            activity.ended(1, 20, i);
        QCOMPARE(activity.latencyMs(1), 20);
    }
    void aHostAtRestIsToldOnceMore()
    {
        HostActivity activity;
        QCOMPARE(activity.tick(0), Hosts{});
        activity.received(7, 1000, 100);
        QCOMPARE(activity.tick(1000), Hosts{7});
        QCOMPARE(activity.tick(2000), Hosts{7});
        QCOMPARE(activity.tick(10'000), Hosts{7});
        QCOMPARE(activity.bytesPerSecond(7, 10'000), 0.0);
        QCOMPARE(activity.tick(11'000), Hosts{});
        activity.ended(7, 30, 12'000);
        QCOMPARE(activity.tick(12'500), Hosts{7});
        QCOMPARE(activity.latencyMs(7), 30);
    }
};

TRAWL_TEST(Appless, TestHostActivity)

} // namespace tst_hostactivity

#include "tst_hostactivity.moc"
