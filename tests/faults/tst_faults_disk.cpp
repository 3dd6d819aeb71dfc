// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "faults/namespaces.h"
#include "support/smalldisk.h"
#include "support/testmain.h"

#include <QDir>
#include <QTest>

#include <optional>

namespace tst_faults_disk {

using namespace trawl;
using namespace trawl::faults;

namespace {

bool mayMount = false;

/// A folder with little room. Where nothing may be mounted the shim keeps the account, for all of
/// the bench's folder.
class DiskOfBench
{
public:
    DiskOfBench(Bench &bench, const QString &folder, int kib)
    {
        const auto place = bench.path(folder);
        QDir().mkpath(place);
        if (mayMount && m_disk.emplace(place, kib).isThere())
            return;
        m_disk.reset();
        qWarning("no mount allowed: the shim plays the full disk");
        m_room = std::make_unique<SharedNumber>(bench.path(QStringLiteral("room")), kib * 1024);
        bench.useShim({{QStringLiteral("ROOM"), bench.path(QStringLiteral("room"))}});
    }

    void makeRoom()
    {
        if (m_disk)
            m_disk->resize(100 << 10);
        else
            *m_room = 100 << 20;
    }

private:
    std::optional<support::SmallDisk> m_disk;
    std::unique_ptr<SharedNumber> m_room;
};

} // namespace

/// A disk that is full (row 10): of parts, of the session, of results, of what is logged. Said,
/// nothing lost, and it goes on when there is room.
class FaultsDisk : public QObject
{
    Q_OBJECT

public:
    static void initMain() { mayMount = takeMounts(); }

private Q_SLOTS:
    void fullOf_data();
    void fullOf();
    void logIsFull();
};

void FaultsDisk::fullOf_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("kib");
    QTest::newRow("10 parts") << QStringLiteral("out") << 1024;
    QTest::newRow("10 parts, from the first byte") << QStringLiteral("out") << 8;
    for (const int kib : {72, 84, 96, 120})
        QTest::addRow("10 session, %d KiB", kib) << QStringLiteral("session") << kib;
    QTest::newRow("10 results") << QStringLiteral("results") << 8;
}

void FaultsDisk::fullOf()
{
    QFETCH(const QString, folder);
    QFETCH(const int, kib);
    constexpr int count = 500; // far more than any of these hold
    Bench bench;
    bench.work(count);
    for (const char *name : {"session", "results"})
        QDir().mkpath(bench.path(QString::fromLatin1(name)));
    bench.keepIn(QStringLiteral("session/s.trawl"), QStringLiteral("results/r.jsonl"));
    DiskOfBench disk(bench, folder, kib);
    const int status = bench.get();
    QVERIFY2(status == 4, bench.trawlc().err().constData()); // local trouble
    QVERIFY2(bench.trawlc().err().contains("full") || bench.trawlc().err().contains("No space"),
             bench.trawlc().err().constData());
    HOLDS(bench, {.requests = 2, .killed = true});
    disk.makeRoom();
    QVERIFY2(bench.get() == 0, bench.trawlc().err().constData());
    HOLDS(bench, {.requests = 4});
    QCOMPARE(bench.count(QStringLiteral("done")), count);
}

/// What cannot be said is not worth a byte of the work.
void FaultsDisk::logIsFull()
{
    Bench bench;
    bench.work(50);
    bench.distrust(bench.site().url("/nothing/there"));
    bench.trawlc().process().setStandardErrorFile(QStringLiteral("/dev/full"));
    QCOMPARE(bench.get(), 1);
    HOLDS(bench);
    QCOMPARE(bench.count(QStringLiteral("done")), 50);
}

TRAWL_TEST(Guiless, FaultsDisk)

} // namespace tst_faults_disk

#include "tst_faults_disk.moc"
