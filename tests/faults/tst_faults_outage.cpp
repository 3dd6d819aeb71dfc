// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "faults/namespaces.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_faults_outage {

using namespace trawl;
using namespace trawl::faults;

namespace {

bool ownNetwork = false;

} // namespace

/// The whole network goes and comes back (row 17).
class FaultsOutage : public QObject
{
    Q_OBJECT

public:
    static void initMain() { ownNetwork = takeMountsAndNetwork(); }

private Q_SLOTS:
    void init();
    void goneForAWhile();
};

void FaultsOutage::init()
{
    if (!ownNetwork)
        QSKIP("no network namespace is allowed here");
}

/// Nobody's attempts are used up meanwhile.
void FaultsOutage::goneForAWhile()
{
    constexpr int each = 40;
    Bench bench;
    bench.work(each);
    bench.workElsewhere(each);
    bench.start({QStringLiteral("--limit"), QStringLiteral("4M"), QStringLiteral("--retries"),
                 QStringLiteral("1"), QStringLiteral("--timeout"), QStringLiteral("3")});
    QTRY_VERIFY(bench.filesThere() > 20);
    QVERIFY(setNetworkUp(false));
    sleepMs(6000);
    QVERIFY(setNetworkUp(true));
    const int status = bench.trawlc().wait();
    HOLDS(bench, {.requests = 3});
    QVERIFY2(status == 0, bench.trawlc().err().constData());
    QCOMPARE(bench.count(QStringLiteral("done")), each * (1 + Bench::otherHosts));
}

TRAWL_TEST(Guiless, FaultsOutage)

} // namespace tst_faults_outage

#include "tst_faults_outage.moc"
