// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stopsignals.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_stopsignals {

using trawl::cli::StopSignals;
using Meaning = StopSignals::Meaning;

class TestStopSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneStops()
    {
        StopSignals signals;
        QVERIFY(signals.come(0) == Meaning::Stop);
    }
    void twoAtOnceAreOne()
    {
        StopSignals signals;
        QVERIFY(signals.come(5000) == Meaning::Stop);
        QVERIFY(signals.come(5000) == Meaning::Again);
        QVERIFY(signals.come(5003) == Meaning::Again);
        QVERIFY(signals.come(5999) == Meaning::Again);
    }
    void aSecondLaterIsNow()
    {
        StopSignals signals;
        QVERIFY(signals.come(5000) == Meaning::Stop);
        QVERIFY(signals.come(6000) == Meaning::Now);
    }
    /// Hammering on the keys does not put off the end.
    void theFirstCounts()
    {
        StopSignals signals;
        QVERIFY(signals.come(0) == Meaning::Stop);
        for (const qint64 ms : {300, 600, 900})
            QVERIFY(signals.come(ms) == Meaning::Again);
        QVERIFY(signals.come(1200) == Meaning::Now);
    }
    void forgets()
    {
        StopSignals signals;
        QVERIFY(signals.come(0) == Meaning::Stop);
        signals.forget();
        QVERIFY(signals.come(2000) == Meaning::Stop);
    }
};

TRAWL_TEST(Appless, TestStopSignals)

} // namespace tst_stopsignals

#include "tst_stopsignals.moc"
