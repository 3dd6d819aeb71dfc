// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "faults/bombs.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_faults_bombs {

using namespace trawl;
using namespace trawl::faults;

namespace {

constexpr qint64 mostMemory = 150 << 20;

} // namespace

/// Bodies that unpack to a thousand times their size (row 26): stopped before the disk or the
/// memory is full of them.
class FaultsBombs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bombs_data();
    void bombs();
};

void FaultsBombs::bombs_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QString>("reason");
    const auto tooLarge = QStringLiteral("too-large");
    QTest::newRow("26 gzip") << QByteArray("gzip") << gzipBomb() << tooLarge;
    QTest::newRow("26 br") << QByteArray("br") << brotliBomb() << tooLarge;
    QTest::newRow("26 zstd") << QByteArray("zstd") << zstdBomb() << tooLarge;
    QTest::newRow("26 gzip in gzip") << QByteArray("gzip, gzip") << gzipped(gzipBomb()) << tooLarge;
    QTest::newRow("26 gzip in br") << QByteArray("gzip, br") << brotlied(gzipBomb()) << tooLarge;
}

void FaultsBombs::bombs()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, packed);
    QFETCH(const QString, reason);
    QVERIFY(packed.size() < 12 << 20);
    Bench bench;
    bench.work(4);
    const auto url = bench.mislead(
        "/bomb.bin", raw(support::okSized(packed, "Content-Encoding: " + coding + "\r\n")));
    bench.trawlc().limitFileSize(512 << 20); // of 10 GB
    qint64 peak = 0;
    QCOMPARE(bench.getWatched({QStringLiteral("--retries"), QStringLiteral("1")}, peak), 1);
    HOLDS(bench, {.requestsOf = {{url, reason == u"too-large" ? 1 : 2}}});
    QCOMPARE(bench.row(url).reason, reason);
    QCOMPARE(bench.count(QStringLiteral("done")), 4);
    QVERIFY2(peak < mostMemory, qPrintable(QString::number(peak)));
}

TRAWL_TEST(Guiless, FaultsBombs)

} // namespace tst_faults_bombs

#include "tst_faults_bombs.moc"
