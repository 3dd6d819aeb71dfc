// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "workerharness.h"

#include <QFile>

#include <csignal>

namespace tst_worker {

using namespace trawl;
using namespace trawl::tests;
using item::Reason;

/// The worker program, driven over its real socket.
class TestWorker : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WorkerHarness> h;

    QList<item::Request> requests(int count, const QByteArray &path) const
    {
        QList<item::Request> tasks;
        for (int i = 1; i <= count; ++i)
            tasks.append(h->request(i, path));
        return tasks;
    }

private Q_SLOTS:
    void init() { h = std::make_unique<WorkerHarness>(); }
    void cleanup() { h.reset(); }

    void saysHello()
    {
        QVERIFY(h->connectWorker());
        QCOMPARE(h->hellos.size(), 1);
        QCOMPARE(h->hellos[0].protocol, wire::protocolVersion);
        QCOMPARE(h->hellos[0].token, QByteArray("the-token"));
        QCOMPARE(h->hellos[0].pid, h->worker.processId());
    }
    void fiveHundredTasks()
    {
        const QByteArray page(10'000, 'p');
        h->server.body("/page", page);
        QVERIFY(h->begin());
        h->send(wire::Assign{requests(500, "/page")});
        QTRY_COMPARE(h->outcomes.size(), 500);
        QVERIFY2(h->finishedFrames < 500, qPrintable(QString::number(h->finishedFrames)));
        for (int i = 1; i <= 500; ++i) {
            const auto *outcome = h->outcomeOf(i);
            QVERIFY(outcome);
            QVERIFY2(outcome->ok(), qPrintable(outcome->failure.detail));
            QCOMPARE(QFile(h->part(i)).size(), page.size());
        }
        QVERIFY(h->server.open <= h->settings.connections);
    }
    void moreThanTheWidthWaits()
    {
        h->settings.connections = 2;
        h->server.send("/hang", {});
        QVERIFY(h->begin());
        h->send(wire::Assign{requests(5, "/hang")});
        h->send(wire::Ping{3});
        QTRY_VERIFY(!h->healths.isEmpty());
        QCOMPARE(h->healths.last().inFlight, 5);
        QTRY_COMPARE(h->server.seen.size(), 2);
        h->send(wire::Cancel{{item::ItemId(4), item::ItemId(1), item::ItemId(99)}});
        QTRY_COMPARE(h->outcomes.size(), 2);
        QTRY_COMPARE(h->server.seen.size(), 3); // 3 moved up, 4 was never asked for
        QCOMPARE(h->outcomeOf(1)->failure.reason, Reason::Cancelled);
        QCOMPARE(h->outcomeOf(4)->failure.reason, Reason::Cancelled);
        QCOMPARE(h->outcomes.size(), 2);
    }
    void theWidthChangesWhileItRuns()
    {
        h->settings.connections = 2;
        h->server.send("/hang", {});
        QVERIFY(h->begin());
        h->send(wire::Assign{requests(6, "/hang")});
        QTRY_COMPARE(h->server.seen.size(), 2);
        h->send(wire::SetConnections{4});
        QTRY_COMPARE(h->server.seen.size(), 4);
        h->send(wire::SetConnections{3});
        h->send(wire::Cancel{{item::ItemId(1)}});
        QTRY_COMPARE(h->outcomes.size(), 1);
        QTest::qWait(200);
        QCOMPARE(h->server.seen.size(), 4); // three run, which is as many as may
        h->send(wire::Cancel{{item::ItemId(2)}});
        QTRY_COMPARE(h->server.seen.size(), 5);
    }
    void badTasksAnswerToo()
    {
        QVERIFY(h->begin());
        auto tasks = requests(300, "/page");
        for (auto &task : tasks)
            task.url = "nonsense";
        h->send(wire::Assign{tasks});
        QTRY_COMPARE(h->outcomes.size(), 300);
        for (const auto &outcome : std::as_const(h->outcomes))
            QCOMPARE(outcome.failure.reason, Reason::InvalidUrl);
    }
    void progressIsToldWhileItMoves()
    {
        h->server.send("/half", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        QVERIFY(h->begin());
        h->send(wire::Assign{requests(1, "/half")});
        QTRY_VERIFY(!h->progress.isEmpty());
        QTRY_COMPARE(h->progress.last(), (item::Progress{item::ItemId(1), 4, 100}));
        const auto told = h->progress.size();
        QTest::qWait(300);
        QCOMPARE(h->progress.size(), told);
    }
    void pingIsAnswered()
    {
        QVERIFY(h->begin());
        h->send(wire::Ping{42});
        QTRY_VERIFY(!h->healths.isEmpty());
        const auto &health = h->healths.first();
        QCOMPARE(health.pong, 42);
        QVERIFY(health.rssBytes > 1'000'000);
        QVERIFY(health.cpuMs >= 0);
        QCOMPARE(health.inFlight, 0);
        QVERIFY(health.loopLagMs >= 0);
        QTRY_VERIFY(h->healths.size() >= 2); // once a second by itself
    }
    void aJobHasItsOwnSettings()
    {
        h->server.body("/a", "a");
        QVERIFY(h->begin());
        auto own = h->settings;
        own.userAgent = "Own/1";
        h->send(wire::JobSettings{item::JobId(2), own});
        auto tasks = requests(2, "/a");
        tasks[1].job = item::JobId(2);
        h->send(wire::Assign{{tasks[0]}});
        QTRY_COMPARE(h->outcomes.size(), 1);
        h->send(wire::Assign{{tasks[1]}});
        QTRY_COMPARE(h->outcomes.size(), 2);
        QVERIFY(h->server.seen[0].has("User-Agent: Trawl/"));
        QVERIFY(h->server.seen[1].has("User-Agent: Own/1"));
    }
    void cookiesAreToldAndTaken()
    {
        h->server.body("/set", "a", "Set-Cookie: fish=cod; Max-Age=600\r\n");
        h->server.body("/get", "a");
        h->settings.cookies = true;
        QVERIFY(h->begin());
        h->send(wire::JobSettings{item::JobId(2), h->settings});
        h->send(wire::Cookies{item::JobId(2), {"127.0.0.1\tFALSE\t/\tFALSE\t0\tboat\tred"}});
        auto tasks = requests(1, "/set") + requests(1, "/get");
        tasks[1].id = item::ItemId(2);
        for (auto &task : tasks) {
            task.job = item::JobId(2);
            const auto before = h->outcomes.size();
            h->send(wire::Assign{{task}});
            QTRY_COMPARE(h->outcomes.size(), before + 1);
        }
        QVERIFY(h->server.seen[0].has("boat=red"));
        QVERIFY(h->server.seen[1].has("fish=cod"));
        QCOMPARE(h->cookies.size(), 1);
        QCOMPARE(h->cookies[0].job, item::JobId(2));
        QVERIFY(h->cookies[0].lines.join().contains("cod"));
    }
    void cookiesInMemoryStayThere()
    {
        h->server.body("/set", "a", "Set-Cookie: fish=cod\r\n");
        h->server.body("/get", "a");
        QVERIFY(h->begin());
        auto tasks = requests(1, "/set") + requests(1, "/get") + requests(1, "/get");
        for (int i = 0; i < 3; ++i) {
            tasks[i].id = item::ItemId(i + 1);
            tasks[i].job = item::JobId(i == 2 ? 2 : 1);
            h->send(wire::Assign{{tasks[i]}});
            QTRY_COMPARE(h->outcomes.size(), i + 1);
        }
        QVERIFY(h->server.seen[1].has("fish=cod"));
        QVERIFY(!h->server.seen[2].has("Cookie")); // another job
        QVERIFY(h->cookies.isEmpty());
    }
    void connectionsAreAskedForAndReturned()
    {
        constexpr qint64 size = 20 << 20;
        h->server.on("/large", [](QTcpSocket &socket, const ScriptServer::Request &) {
            socket.write("HTTP/1.1 200 OK\r\nETag: \"a\"\r\nContent-Length: " +
                         QByteArray::number(size) + "\r\n\r\n" + QByteArray(100'000, 'x'));
        });
        QVERIFY(h->begin());
        h->send(wire::GrantConnections{{{item::ItemId(7), 2}}}); // of nobody
        QTRY_COMPARE(h->returned.size(), 1);
        QCOMPARE(h->returned[0], (item::ExtraConnections{item::ItemId(7), 2}));
        h->send(wire::Assign{requests(1, "/large")});
        QTRY_COMPARE(h->wanted.size(), 1);
        QCOMPARE(h->wanted[0], (item::ExtraConnections{item::ItemId(1), 3}));
        h->send(wire::GrantConnections{{{item::ItemId(1), 2}}});
        QTRY_COMPARE(h->server.seen.size(), 3);
        QVERIFY(h->server.seen[2].has("Range: bytes="));
        h->send(wire::Cancel{{item::ItemId(1)}});
        QTRY_COMPARE(h->outcomes.size(), 1);
        int back = 0;
        for (const auto &item : h->returned)
            back += item.id == item::ItemId(1) ? item.count : 0;
        QCOMPARE(back, 2);
    }
    void theRateHolds()
    {
        h->server.body("/a", QByteArray(100'000, 'a'));
        QVERIFY(h->begin());
        h->send(wire::SetRates{{{item::RateScope::All, 0, 100'000}}});
        QElapsedTimer clock;
        clock.start();
        h->send(wire::Assign{requests(1, "/a")});
        QTRY_COMPARE(h->outcomes.size(), 1);
        QVERIFY2(clock.elapsed() > 600, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(h->outcomes[0].ok());
    }
    void drainFinishesFirst()
    {
        h->settings.connections = 2;
        h->server.body("/a", QByteArray(100'000, 'a'));
        QVERIFY(h->begin());
        h->send(wire::Assign{requests(20, "/a")});
        h->send(wire::Drain{});
        QVERIFY(h->waitForExit());
        QCOMPARE(h->worker.exitStatus(), QProcess::NormalExit);
        QCOMPARE(h->worker.exitCode(), 0);
        QTRY_COMPARE(h->outcomes.size(), 20);
        for (const auto &outcome : std::as_const(h->outcomes))
            QVERIFY(outcome.ok());
    }
    void drainOfAnIdleOne()
    {
        QVERIFY(h->begin());
        h->send(wire::Drain{});
        QVERIFY(h->waitForExit());
        QCOMPARE(h->worker.exitCode(), 0);
    }
    void leavesWithItsEngine()
    {
        h->server.send("/half", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        QVERIFY(h->begin());
        h->send(wire::Assign{requests(1, "/half")});
        QTRY_VERIFY(QFile::exists(h->part(1)));
        h->socket->abort();
        QVERIFY(h->waitForExit(2000));
        QCOMPARE(h->worker.exitStatus(), QProcess::NormalExit);
        QVERIFY(!QFile::exists(h->part(1)));
    }
    void badFrames_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("garbage") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("4 GB") << QByteArray("\xff\xff\xff\xff\x00\x05", 6);
        QTest::newRow("unknown kind") << QByteArray("\x00\x00\x00\x02\x7f\xff", 6);
        QTest::newRow("its own") << wire::encode(wire::Hello{});
        QTest::newRow("too early") << wire::encode(wire::Assign{{{}}});
    }
    void badFrames()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(h->connectWorker());
        h->socket->write(bytes);
        QVERIFY(h->waitForExit());
        QCOMPARE(h->worker.exitCode(), 3);
        QTRY_COMPARE(h->logs.size(), 1);
        QCOMPARE(h->logs[0].level, wire::LogLevel::Error);
        QVERIFY(!h->logs[0].text.isEmpty());
    }
    void interruptIsTheEnginesBusiness()
    {
        QVERIFY(h->begin());
        ::kill(pid_t(h->worker.processId()), SIGINT);
        h->send(wire::Ping{1});
        QTRY_VERIFY(!h->healths.isEmpty());
        h->worker.terminate();
        QVERIFY(h->waitForExit());
        QCOMPARE(h->worker.exitStatus(), QProcess::CrashExit);
    }

    void startedByHand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("nothing") << QStringList() << QByteArray();
        QTest::newRow("no socket") << QStringList() << QByteArray("token\n");
        QTest::newRow("no token") << QStringList{QStringLiteral("socket")} << QByteArray();
        QTest::newRow("empty token") << QStringList{QStringLiteral("socket")} << QByteArray("\n");
    }
    void startedByHand()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QProcess process;
        process.start(QStringLiteral(WORKER_PROGRAM), arguments);
        process.write(input);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(support::patienceMs));
        QCOMPARE(process.exitCode(), 2);
        const auto words = process.readAllStandardError();
        QVERIFY2(words.contains("not by hand"), words.constData());
    }
    void nobodyListens()
    {
        QProcess process;
        process.start(QStringLiteral(WORKER_PROGRAM), {QStringLiteral("/nowhere/at/all")});
        process.write("token\n");
        QVERIFY(process.waitForFinished(support::patienceMs));
        QCOMPARE(process.exitCode(), 1);
    }
};

TRAWL_TEST(Guiless, TestWorker)

} // namespace tst_worker

#include "tst_worker.moc"
