// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "faults/namespaces.h"
#include "support/smalldisk.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/mount.h>
#include <sys/resource.h>

namespace tst_faults_system {

using namespace trawl;
using namespace trawl::faults;

namespace {

constexpr int urls = 500;
const QStringList wide{QStringLiteral("-w"),  QStringLiteral("1"),          QStringLiteral("-c"),
                       QStringLiteral("300"), QStringLiteral("--per-host"), QStringLiteral("300")};

bool mayMount = false;

} // namespace

/// Too few descriptors for what the person asks for (row 38a): fewer run at once. A destination
/// that is gone, or cannot be written to, for a moment (row 44a): its job waits. No item ends for
/// it.
class FaultsSystem : public QObject
{
    Q_OBJECT

public:
    static void initMain() { mayMount = takeMounts(); }

private Q_SLOTS:
    void limits_data()
    {
        QTest::addColumn<int>("soft");
        QTest::addColumn<int>("hard");
        QTest::newRow("38a soft") << 128 << 4096;
        QTest::newRow("38a hard") << 128 << 128;
        QTest::newRow("38a hardly any") << 64 << 64;
    }
    void limits()
    {
        QFETCH(const int, soft);
        QFETCH(const int, hard);
        Bench bench;
        bench.work(urls);
        bench.trawlc().limitDescriptors(soft, hard);
        QCOMPARE(bench.get(wide + QStringList{QStringLiteral("--verbose")}), 0);
        HOLDS(bench);
        QCOMPARE(bench.count(QStringLiteral("done")), urls);
        const auto said = bench.trawlc().err();
        QVERIFY2(said.count("connections a worker instead of 300") == (soft == hard ? 1 : 0),
                 said.constData());
    }
    /// Of the size of a file (ulimit -f): one file is too large, nothing else suffers.
    void filesMayNotBeSoLarge()
    {
        Bench bench;
        bench.work(20);
        bench.site().answer("/large", serving({QByteArray(3 << 20, 'x')}));
        const auto large = bench.distrust(bench.site().url("/large"));
        bench.trawlc().limitFileSize(2 << 20);
        QCOMPARE(bench.get(), 1);
        HOLDS(bench);
        QCOMPARE(bench.count(QStringLiteral("done")), 20);
        QCOMPARE(bench.row(large).reason, QStringLiteral("file-error"));
        QVERIFY2(bench.details().contains("File too large"), bench.details().constData());
    }
    /// Others have taken them all, and give them back.
    void theyGoAndComeBack()
    {
        Bench bench;
        bench.work(urls);
        bench.start(wide + QStringList{QStringLiteral("--limit"), QStringLiteral("8M"),
                                       QStringLiteral("--verbose")});
        QTRY_VERIFY(bench.filesThere() > 0);
        const auto workers = bench.trawlc().workers();
        QCOMPARE(workers.size(), 1);
        const rlimit none{8, 4096};
        const rlimit enough{4096, 4096};
        QCOMPARE(::prlimit(pid_t(workers.first()), RLIMIT_NOFILE, &none, nullptr), 0);
        sleepMs(1'000);
        QCOMPARE(::prlimit(pid_t(workers.first()), RLIMIT_NOFILE, &enough, nullptr), 0);
        QCOMPARE(bench.trawlc().wait(), 0);
        HOLDS(bench, {.requests = 10}); // a file may fail to open behind the answer's head
        QCOMPARE(bench.count(QStringLiteral("done")), urls);
        const auto said = bench.trawlc().err();
        QVERIFY2(said.count("fewer connections at once") == 1, said.constData());
    }
    void theDestinationIsGoneForAMoment()
    {
        Bench bench;
        bench.work(urls);
        QVERIFY(QDir().mkpath(bench.out()));
        bench.start({QStringLiteral("--limit"), QStringLiteral("8M"), QStringLiteral("--verbose")});
        QTRY_VERIFY(bench.filesThere() > 0);
        const auto aside = bench.path(QStringLiteral("aside"));
        QVERIFY(QDir().rename(bench.out(), aside));
        QFile inItsPlace(bench.out());
        QVERIFY(inItsPlace.open(QIODevice::WriteOnly));
        sleepMs(1'500);
        QVERIFY(inItsPlace.remove());
        QVERIFY(QDir().rename(aside, bench.out()));
        QCOMPARE(bench.trawlc().wait(), 0);
        HOLDS(bench, {.requests = 4}); // whole bodies that had no place to go are fetched again
        QCOMPARE(bench.count(QStringLiteral("done")), urls);
        const auto said = bench.trawlc().err();
        QVERIFY2(said.contains("waiting for the folder: "), said.constData());
        QVERIFY2(said.contains("the folder is back: "), said.constData());
    }
    void theDestinationIsReadOnlyForAMoment()
    {
        if (!mayMount)
            QSKIP("no mount allowed");
        Bench bench;
        bench.work(urls);
        QVERIFY(QDir().mkpath(bench.out()));
        support::SmallDisk disk(bench.out(), 100 << 10);
        QVERIFY(disk.isThere());
        bench.start({QStringLiteral("--limit"), QStringLiteral("8M")});
        QTRY_VERIFY(bench.filesThere() > 0);
        const auto place = QFile::encodeName(bench.out());
        // What is open for writing holds a remount up: a bind mount of the same place is another
        // way.
        QCOMPARE(::mount(place.constData(), place.constData(), nullptr, MS_BIND, nullptr), 0);
        QCOMPARE(
            ::mount(nullptr, place.constData(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr),
            0);
        sleepMs(1'500);
        QCOMPARE(::umount2(place.constData(), MNT_DETACH), 0);
        QCOMPARE(bench.trawlc().wait(), 0);
        HOLDS(bench, {.requests = 4});
        QCOMPARE(bench.count(QStringLiteral("done")), urls);
    }
};

TRAWL_TEST(Guiless, FaultsSystem)

} // namespace tst_faults_system

#include "tst_faults_system.moc"
