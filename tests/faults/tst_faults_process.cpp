// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QTest>

#include <csignal>

namespace tst_faults_process {

using namespace trawl;
using namespace trawl::faults;

namespace {

constexpr int urls = 500;
const QByteArray page = bodyOf("page", 1000);
const QStringList slowly{QStringLiteral("--limit"), QStringLiteral("16M"),
                         QStringLiteral("--per-host"), QStringLiteral("24")};

} // namespace

/// kill -9 of workers and of the front end at random times (rows 1 and 2), and a clock that jumps
/// (row 37).
class FaultsProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undisturbed();
    void workersAreKilled_data();
    void workersAreKilled();
    void frontEndIsKilled_data();
    void frontEndIsKilled();
    void clockJumps_data();
    void clockJumps();
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

void FaultsProcess::clockJumps_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("37 a day on") << qint64(86'400);
    QTest::newRow("37 a day back") << qint64(-86'400);
    QTest::newRow("37 to 1970") << qint64(-1) * qint64(::time(nullptr)) + 5;
}

void FaultsProcess::clockJumps()
{
    QFETCH(const qint64, seconds);
    constexpr int count = 100;
    Bench bench;
    bench.work(count);
    const auto busy = status("503 Busy", "Retry-After: 1\r\n");
    for (int i = 0; i < 5; ++i) {
        const auto path = "/busy" + QByteArray::number(i);
        bench.site().answer(path, inTurn({busy, serving({page})}));
        bench.expect(bench.site().url(path), page);
    }
    SharedNumber clock(bench.path(QStringLiteral("clock")), 0);
    bench.useShim({{QStringLiteral("CLOCK"), bench.path(QStringLiteral("clock"))}});
    bench.start({QStringLiteral("--limit"), QStringLiteral("4M"), QStringLiteral("--timeout"),
                 QStringLiteral("3")});
    QTRY_VERIFY(bench.filesThere() > 10);
    clock = seconds;
    QCOMPARE(bench.trawlc().wait(), 0);
    HOLDS(bench, {.requests = 2});
    for (const auto &row : readResults(bench.path(QStringLiteral("r.jsonl")))) {
        QVERIFY2(row.durationMs >= 0 && row.durationMs < qAbs(seconds) * 1000,
                 qPrintable(QString::number(row.durationMs)));
        QVERIFY2(row.started.startsWith(u"20") || row.started.startsWith(u"1970"),
                 qPrintable(row.started));
        QVERIFY2(row.started <= row.finished, qPrintable(row.started + u' ' + row.finished));
    }
    const auto said = bench.trawlc().err();
    QVERIFY2(said.contains("105 done: "), said.constData()); // none of them earlier
}

TRAWL_TEST(Guiless, FaultsProcess)

} // namespace tst_faults_process

#include "tst_faults_process.moc"
