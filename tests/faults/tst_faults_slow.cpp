// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_faults_slow {

using namespace trawl;
using namespace trawl::faults;
using support::RawConnection;
using support::RawRequest;

namespace {

/// Sends a byte a second behind the start, for ever.
Answer drip(const QByteArray &start, const QByteArray &byte)
{
    return [start, byte](RawConnection &connection, const RawRequest &) {
        bool taken = connection.send(start);
        while (taken) {
            sleepMs(300);
            taken = connection.send(byte);
        }
        return false;
    };
}

} // namespace

/// Hosts that drip (row 20): too slow is a failure, and the other hosts are as fast as ever.
class FaultsSlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drips_data();
    void drips();
};

void FaultsSlow::drips_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("20 head") << drip("HTTP/1.1 200 OK\r\nX-Slow: ", "x");
    QTest::newRow("20 body") << drip("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n", "x");
}

/// As many as would fill all of a worker's places.
void FaultsSlow::drips()
{
    QFETCH(const Answer, answer);
    Bench bench;
    bench.site().answerAll(answer);
    for (int i = 0; i < 12; ++i)
        bench.distrust(bench.site().url("/" + QByteArray::number(i)));
    bench.workElsewhere(40);
    bench.start({QStringLiteral("--retries"), QStringLiteral("0"), QStringLiteral("--timeout"),
                 QStringLiteral("1"), QStringLiteral("--first-byte-timeout"), QStringLiteral("2"),
                 QStringLiteral("--min-speed"), QStringLiteral("1k"), QStringLiteral("--per-host"),
                 QStringLiteral("12")});
    QCOMPARE(bench.trawlc().wait(), 1);
    HOLDS(bench);
    QCOMPARE(bench.count(QStringLiteral("done")), 40 * Bench::otherHosts);
}

TRAWL_TEST(Guiless, FaultsSlow)

} // namespace tst_faults_slow

#include "tst_faults_slow.moc"
