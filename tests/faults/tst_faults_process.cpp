// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"

#include <QTest>

#include <csignal>

using namespace trawl;
using namespace trawl::faults;

namespace {

constexpr int urls = 500;
const QStringList slowly{QStringLiteral("--limit"), QStringLiteral("16M"),
                         QStringLiteral("--per-host"), QStringLiteral("24")};

} // namespace

/// kill -9 of workers and of the front end at random times (rows 1 and 2).
class FaultsProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undisturbed();
    void workersAreKilled_data();
    void workersAreKilled();
    void frontEndIsKilled_data();
    void frontEndIsKilled();
};

void FaultsProcess::undisturbed()
{
    Bench bench;
    bench.work(urls);
    QCOMPARE(bench.get(), 0);
    HOLDS(bench);
    QCOMPARE(bench.count(QStringLiteral("done")), urls);
}

void FaultsProcess::workersAreKilled_data()
{
    QTest::addColumn<int>("kills");
    for (int i = 0; i < 2; ++i) {
        QTest::addRow("1 one, run %d", i) << 1;
        QTest::addRow("1 two, run %d", i) << 2; // a third could hit an item that runs alone by now
    }
}

void FaultsProcess::workersAreKilled()
{
    QFETCH(const int, kills);
    Bench bench;
    bench.work(urls);
    bench.start(slowly);
    for (int i = 0; i < kills; ++i) {
        sleepMs(100 + random(700));
        QTRY_VERIFY(!bench.trawlc().workers().isEmpty());
        const auto workers = bench.trawlc().workers();
        ::kill(pid_t(workers.at(random(int(workers.size()) - 1))), SIGKILL);
    }
    QCOMPARE(bench.trawlc().wait(), 0);
    HOLDS(bench, {.requests = 1 + kills});
    QCOMPARE(bench.count(QStringLiteral("done")), urls);
    QVERIFY2(bench.trawlc().err().contains("orker"), bench.trawlc().err().constData());
}

void FaultsProcess::frontEndIsKilled_data()
{
    QTest::addColumn<int>("kills");
    QTest::newRow("2 once") << 1;
    QTest::newRow("2 at once") << 1;
    QTest::newRow("2 five times") << 5;
}

void FaultsProcess::frontEndIsKilled()
{
    QFETCH(const int, kills);
    const bool early = QByteArray(QTest::currentDataTag()) == "2 at once";
    Bench bench;
    bench.work(urls);
    for (int i = 0; i < kills; ++i) {
        bench.start(slowly);
        sleepMs(random(early ? 60 : 600));
        bench.trawlc().signal(SIGKILL);
        QCOMPARE(bench.trawlc().wait(), -1);
        HOLDS(bench, {.requests = 2 + i, .killed = true});
    }
    QCOMPARE(bench.get(), 0);
    HOLDS(bench, {.requests = 1 + kills});
    QCOMPARE(bench.count(QStringLiteral("done")), urls);
}

QTEST_GUILESS_MAIN(FaultsProcess)
#include "tst_faults_process.moc"
