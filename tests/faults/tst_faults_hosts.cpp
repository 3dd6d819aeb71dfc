// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <mutex>

namespace tst_faults_hosts {

using namespace trawl;
using namespace trawl::faults;
using support::RawConnection;
using support::RawRequest;

namespace {

const QByteArray whole = bodyOf("whole", 10'000);
const QByteArray halfSized = "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n" + whole.first(5000);

/// Sends this and then nothing, without a FIN.
Answer silentAfter(const QByteArray &response)
{
    return [response](RawConnection &connection, const RawRequest &) {
        connection.send(response);
        connection.stall();
        return false;
    };
}

} // namespace

/// Hosts that hang, refuse or are no hosts at all (rows 18, 19, 21, 22 and 25): the others do not
/// notice.
class FaultsHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goneInMidBody();
    void silentHost();
    void deadNames();
    void sleeps();
    void retryAfter_data();
    void retryAfter();
    void retryAfterIsForTheHost();
    void othersGoOnWhileOneIsHeld();

private:
    static qint64 timeOf(Bench &bench, const QStringList &options);
};

/// Of a run, in ms.
qint64 FaultsHosts::timeOf(Bench &bench, const QStringList &options)
{
    QElapsedTimer timer;
    timer.start();
    (void)bench.get(options);
    return timer.elapsed();
}

void FaultsHosts::goneInMidBody()
{
    Bench bench;
    bench.site().answer("/x.bin", inTurn({silentAfter(halfSized), serving({whole})}));
    bench.expect(bench.site().url("/x.bin"), whole);
    const auto time = timeOf(bench, {QStringLiteral("--timeout"), QStringLiteral("1")});
    HOLDS(bench, {.requests = 2});
    QCOMPARE(bench.count(QStringLiteral("done")), 1);
    QVERIFY2(time > 900, qPrintable(QString::number(time)));
}

/// The others are done while it is still waited for.
void FaultsHosts::silentHost()
{
    Bench bench;
    bench.site().answerAll(silentAfter({}));
    for (int i = 0; i < 40; ++i)
        bench.distrust(bench.site().url("/" + QByteArray::number(i)));
    bench.workElsewhere(60);
    bench.start({QStringLiteral("--timeout"), QStringLiteral("120"), QStringLiteral("--retries"),
                 QStringLiteral("0")});
    QTRY_COMPARE(bench.filesThere(), 60 * Bench::otherHosts);
    bench.trawlc().signal(SIGTERM);
    (void)bench.trawlc().wait();
    HOLDS(bench);
}

void FaultsHosts::deadNames()
{
    Bench bench;
    for (int i = 0; i < 5; ++i)
        bench.distrust("http://dead" + QByteArray::number(i) + ".invalid/x");
    bench.work(200);
    bench.start({QStringLiteral("--retries"), QStringLiteral("1")});
    QTRY_COMPARE(bench.filesThere(), 200);
    QCOMPARE(bench.trawlc().wait(), 1);
    HOLDS(bench);
    QCOMPARE(bench.count(QStringLiteral("done")), 200);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(bench.row(bench.list().at(i).url).reason, QStringLiteral("dns"));
}

/// All our processes stand still while the server drops every connection; as after a laptop's
/// sleep.
void FaultsHosts::sleeps()
{
    constexpr int count = 200;
    Bench bench;
    bench.work(count);
    bench.start({QStringLiteral("--limit"), QStringLiteral("4M"), QStringLiteral("--timeout"),
                 QStringLiteral("2")});
    QTRY_VERIFY(bench.filesThere() > 10);
    const auto processes = bench.processes();
    for (const auto pid : processes)
        ::kill(pid_t(pid), SIGSTOP);
    bench.site().stop();
    sleepMs(3000);
    bench.site().start();
    for (const auto pid : processes)
        ::kill(pid_t(pid), SIGCONT);
    int atOnce = 0;
    for (int i = 0; i < 100; ++i) {
        atOnce = std::max(atOnce, bench.site().openConnections());
        sleepMs(3);
    }
    QVERIFY2(atOnce <= 12, qPrintable(QString::number(atOnce))); // no storm: six, and who leaves
    QCOMPARE(bench.trawlc().wait(), 0);
    HOLDS(bench, {.requests = 2});
    QCOMPARE(bench.count(QStringLiteral("done")), count);
}

void FaultsHosts::retryAfter_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("least");
    const auto when = QDateTime::currentDateTimeUtc();
    for (const QByteArray code : {"429 Too Many Requests", "503 Service Unavailable"}) {
        const auto row = [&](const char *what) { return "25 " + code.first(3) + ' ' + what; };
        QTest::newRow(row("1 s").constData()) << code << QByteArray("1") << 1000;
        QTest::newRow(row("0").constData()) << code << QByteArray("0") << 0;
        QTest::newRow(row("past date").constData())
            << code << QByteArray("Mon, 01 Jan 2024 00:00:00 GMT") << 0;
        QTest::newRow(row("garbage").constData()) << code << QByteArray("soon") << 0;
        QTest::newRow(row("negative").constData()) << code << QByteArray("-5") << 0;
    }
}

void FaultsHosts::retryAfter()
{
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, value);
    QFETCH(const int, least);
    Bench bench;
    bench.site().answer("/x.bin",
                        inTurn({status(code, "Retry-After: " + value + "\r\n"), serving({whole})}));
    bench.expect(bench.site().url("/x.bin"), whole);
    const auto time = timeOf(bench, {});
    HOLDS(bench, {.requests = 2});
    QCOMPARE(bench.count(QStringLiteral("done")), 1);
    QVERIFY2(time >= least, qPrintable(QString::number(time)));
}

/// A burst of 429 holds all of the host and costs no item its attempts.
void FaultsHosts::retryAfterIsForTheHost()
{
    constexpr int count = 20;
    Bench bench;
    const auto early = std::make_shared<std::atomic<int>>(0);
    const auto first = std::make_shared<std::once_flag>();
    const auto since = std::make_shared<QElapsedTimer>();
    // Who comes in the second and a half after the first is told to come back.
    for (int i = 0; i < count; ++i) {
        const auto path = "/" + QByteArray::number(i) + ".bin";
        bench.site().answer(path, [=](RawConnection &connection, const RawRequest &request) {
            std::call_once(*first, [&] { since->start(); });
            if (since->elapsed() > 1500)
                return serving({whole})(connection, request);
            ++*early;
            return status("429 Too Many Requests", "Retry-After: 2\r\n")(connection, request);
        });
        bench.expect(bench.site().url(path), whole);
    }
    bench.workElsewhere(20);
    bench.start({QStringLiteral("--retries"), QStringLiteral("1")});
    QCOMPARE(bench.trawlc().wait(), 0);
    HOLDS(bench, {.requests = 2});
    QCOMPARE(bench.count(QStringLiteral("done")), count + 20 * Bench::otherHosts);
    QVERIFY2(*early <= 6, qPrintable(QString::number(*early))); // what was in flight
}

/// The others are done while it is held.
void FaultsHosts::othersGoOnWhileOneIsHeld()
{
    Bench bench;
    bench.site().answerAll(status("429 Too Many Requests", "Retry-After: 120\r\n"));
    for (int i = 0; i < 20; ++i)
        bench.distrust(bench.site().url("/" + QByteArray::number(i)));
    bench.workElsewhere(20);
    bench.start();
    QTRY_COMPARE(bench.filesThere(), 20 * Bench::otherHosts);
    bench.trawlc().signal(SIGTERM);
    (void)bench.trawlc().wait();
    HOLDS(bench);
}

TRAWL_TEST(Guiless, FaultsHosts)

} // namespace tst_faults_hosts

#include "tst_faults_hosts.moc"
