// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchfixture.h"
#include "item/bodyhash.h"
#include "support/testmain.h"

#include <QCryptographicHash>
#include <QTimer>

#include <sys/socket.h>

namespace tst_transfer {

using namespace trawl;
using namespace trawl::tests;
using item::Reason;

namespace {

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char((i * 31 + i / 251) & 0xff);
    return bytes;
}

QByteArray chunked(const QByteArray &body, qsizetype piece)
{
    QByteArray coded;
    for (qsizetype i = 0; i < body.size(); i += piece) {
        const auto part = body.mid(i, piece);
        coded += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    }
    return coded + "0\r\n\r\n";
}

} // namespace

/// One transfer, from request to verified bytes, over both stacks.
class TestTransfer : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FetchFixture> f;

private Q_SLOTS:
    void initTestCase_data() { addStacks(); }
    void init()
    {
        QFETCH_GLOBAL(item::HttpStack, stack);
        f = std::make_unique<FetchFixture>(stack);
    }
    void cleanup() { f.reset(); }

    void sizes_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 65'535, 65'536, 65'537, 5'000'000})
            QTest::addRow("%d", size) << size;
    }
    void sizes()
    {
        QFETCH(int, size);
        const auto bytes = pattern(size);
        f->server.body("/a", bytes,
                       "Content-Type: text/x\r\nETag: \"e\"\r\n"
                       "Last-Modified: then\r\nContent-Disposition: attachment\r\n");
        const auto before = QDateTime::currentMSecsSinceEpoch();
        const auto running = f->start("/a");
        QTRY_VERIFY(running->outcome);
        const auto &outcome = *running->outcome;
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QCOMPARE(f->partBytes(), bytes);
        QCOMPARE(outcome.bytes, size);
        item::BodyHash hash;
        hash.add(bytes);
        QCOMPARE(outcome.xxh3, hash.value());
        QCOMPARE(outcome.id, item::ItemId(1));
        auto head = outcome.head;
        QFETCH_GLOBAL(item::HttpStack, stack);
        QCOMPARE(head.fields.startsWith("HTTP/1.1 200 OK\r\nContent-Length: "),
                 stack == item::HttpStack::Curl);
        head.fields.clear();
        QCOMPARE(head, (item::ResponseHead{200, 11, "text/x", "attachment", "\"e\"", "then"}));
        QCOMPARE(outcome.finalUrl, f->server.url("/a"));
        QVERIFY(outcome.startedMs >= before);
        QVERIFY(outcome.firstByteMs >= 0 && outcome.firstByteMs <= outcome.durationMs);
        QCOMPARE(outcome.retryAfterMs, -1);
        QCOMPARE(running->progress, (item::Progress{item::ItemId(1), size, size}));
    }
    void chunkedBody()
    {
        const auto bytes = pattern(200'000);
        f->server.send("/a", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" +
                                 chunked(bytes, 7001));
        const auto outcome = f->fetch("/a");
        QVERIFY(outcome.ok());
        QCOMPARE(f->partBytes(), bytes);
    }
    // RFC 9112, 6.3: what else is said of the length counts for nothing.
    void chunkedBodyWithALength_data()
    {
        QTest::addColumn<QByteArray>("length");
        for (const char *length : {"2", "9", "5", "0"})
            QTest::newRow(length) << QByteArray(length);
    }
    void chunkedBodyWithALength()
    {
        QFETCH_GLOBAL(item::HttpStack, stack);
        if (stack == item::HttpStack::Qt)
            QSKIP("Qt's own stack believes the length");
        QFETCH(const QByteArray, length);
        f->server.send("/a", "HTTP/1.1 200 OK\r\nContent-Length: " + length +
                                 "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked("hello", 5));
        const auto outcome = f->fetch("/a");
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QCOMPARE(f->partBytes(), QByteArray("hello"));
        QCOMPARE(outcome.verdict, item::Verdict::SizeOnly);
    }
    // 300 is followed where it says which of the choices (RFC 9110, 15.4.1).
    void choices()
    {
        f->server.redirect("/choice", "/a", 300);
        f->server.body("/a", "chosen");
        QVERIFY(f->fetch("/choice").ok());
        QCOMPARE(f->partBytes(), QByteArray("chosen"));
        f->server.send("/choices", "HTTP/1.1 300 Choices\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(f->fetch("/choices").failure.httpCode, 300);
    }
    // A file of that name and type lies there already, so the body is not wanted.
    void typesKept_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("stays");
        QTest::newRow("such a type") << QByteArray("Content-Type: Image/PNG; a=b\r\n") << true;
        QTest::newRow("another") << QByteArray("Content-Type: image/gif\r\n") << false;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("a name of its own")
            << QByteArray("Content-Type: image/png\r\nContent-Disposition: inline; filename=b\r\n")
            << false;
    }
    void typesKept()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const bool, stays);
        f->server.send("/a", "HTTP/1.1 200 OK\r\n" + head + "Content-Length: 4\r\n\r\nbody");
        f->server.redirect("/to", "/a", 302);
        for (const auto *path : {"/a", "/to"}) {
            auto request = f->request(path);
            request.typesKept = {"image/jpeg", "image/png"};
            const bool redirected = path != QByteArrayView("/a");
            const auto outcome = f->fetch(std::move(request));
            QCOMPARE(outcome.failure.reason, stays && !redirected ? Reason::Exists : Reason::None);
            QCOMPARE(f->partExists(), outcome.ok());
        }
    }
    void answersThatBringNoFile_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("temporary");
        QTest::newRow("202") << 202 << true; // it is not made yet
        QTest::newRow("204") << 204 << false;
        QTest::newRow("205") << 205 << false;
        QTest::newRow("226") << 226 << false;
        QTest::newRow("304") << 304 << false;
    }
    void answersThatBringNoFile()
    {
        QFETCH(const int, code);
        QFETCH(const bool, temporary);
        f->server.send("/a", "HTTP/1.1 " + QByteArray::number(code) + " X\r\n" +
                                 (code == 204 || code == 304 ? "" : "Content-Length: 0\r\n") +
                                 "Retry-After: 7\r\n\r\n");
        const auto outcome = f->fetch("/a");
        QCOMPARE(outcome.failure.reason, Reason::Http);
        QCOMPARE(outcome.failure.httpCode, code);
        QCOMPARE(outcome.failure.temporary, temporary);
        QVERIFY(!temporary || outcome.retryAfterMs == 7000);
        QVERIFY(!f->partExists());
    }
    // Whether a server is quick to take a connection does not matter.
    void noFirstByte()
    {
        f->settings.connectTimeoutMs = 1'000'000;
        f->settings.firstByteTimeoutMs = 200;
        f->server.on("/a", [](QTcpSocket &, const auto &) {});
        const auto outcome = f->fetch("/a");
        QCOMPARE(outcome.failure.reason, Reason::Timeout);
        QVERIFY(outcome.failure.temporary);
        QVERIFY(outcome.durationMs >= 200);
    }
    // libcurl 7.88 garbles what it asks for with prior knowledge.
    void http2InTheClear()
    {
        f->settings.http = item::HttpVersion::Http2;
        f->server.body("/a", "hello");
        const auto outcome = f->fetch("/a");
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QCOMPARE(outcome.head.version, quint8(11));
        QVERIFY(outcome.note.contains(QLatin1StringView("HTTP/1.1")));
    }
    // A promise that is kept makes it the file, whatever it looks like.
    void pageWhereAFileWasToBe()
    {
        const QByteArray page("<!doctype html><title>Log in</title>");
        f->server.body("/a.zip", page, "Content-Type: text/html\r\n");
        auto outcome = f->fetch("/a.zip");
        QCOMPARE(outcome.failure.reason, Reason::WrongType);
        QVERIFY(!outcome.failure.temporary);
        QVERIFY(outcome.failure.detail.contains(QLatin1StringView("text/html")));
        QVERIFY(!f->partExists());
        item::Request asked{item::ItemId(++f->lastId), f->server.url("/a.zip"), f->part(), {}};
        asked.checksum = item::Checksum{item::HashAlgorithm::Md5,
                                        QCryptographicHash::hash(page, QCryptographicHash::Md5)};
        const auto promised = f->start(asked);
        QTRY_VERIFY(promised->outcome);
        QCOMPARE(promised->outcome->verdict, item::Verdict::Verified);
        asked.checksum.reset();
        asked.look = item::Look::Page;
        const auto looked = f->start(asked);
        QTRY_VERIFY(looked->outcome);
        QVERIFY(looked->outcome->ok());
    }
    void withoutLengthUntilClose()
    {
        f->server.send("/a", "HTTP/1.1 200 OK\r\n\r\nall of it", true);
        QVERIFY(f->fetch("/a").ok());
        QCOMPARE(f->partBytes(), QByteArray("all of it"));
    }
    void shortBodyIsTruncated_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("fin") << false;
        QTest::newRow("rst") << true;
    }
    void shortBodyIsTruncated()
    {
        QFETCH(bool, reset);
        f->server.on("/a", [reset](QTcpSocket &socket, const auto &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n" + pattern(5000));
            socket.flush();
            if (!reset)
                return socket.disconnectFromHost();
            // After the client has seen the first bytes: closing with linger 0 sends RST.
            QTimer::singleShot(50, &socket, [&socket] {
                const linger now{1, 0};
                ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                             sizeof now);
                socket.abort();
            });
        });
        const auto outcome = f->fetch("/a");
        QCOMPARE(outcome.failure.reason, Reason::Truncated);
        QVERIFY(outcome.failure.temporary);
        QVERIFY(!f->partExists());
    }
    void cutChunksAreNotDone()
    {
        f->server.send(
            "/a", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nonly seven", true);
        const auto outcome = f->fetch("/a");
        QFETCH_GLOBAL(item::HttpStack, stack);
        if (stack == item::HttpStack::Qt && outcome.ok())
            QSKIP("the stock stack takes a FIN in the turn of a cut chunk for success");
        QCOMPARE(outcome.failure.reason, Reason::Truncated);
        QVERIFY(!f->partExists());
    }
    void garbageChunksAreNotDone()
    {
        QFETCH_GLOBAL(item::HttpStack, stack);
        if (stack == item::HttpStack::Qt)
            QEXPECT_FAIL("", "the stock stack takes a chunk size of ZZ for success", Continue);
        f->server.send("/a", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                             "3\r\nabc\r\nZZ\r\nrest\r\n0\r\n\r\n");
        QCOMPARE(f->fetch("/a").failure.reason, Reason::BadFraming);
    }

    void finalCodes_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<bool>("temporary");
        QTest::addColumn<qint64>("retryAfterMs");
        QTest::newRow("404") << 404 << QByteArray() << false << qint64(-1);
        QTest::newRow("401") << 401 << QByteArray() << false << qint64(-1);
        QTest::newRow("206") << 206 << QByteArray() << false << qint64(-1);
        QTest::newRow("500") << 500 << QByteArray() << true << qint64(-1);
        QTest::newRow("429") << 429 << QByteArray("7") << true << qint64(7000);
        QTest::newRow("503") << 503 << QByteArray("Sun, 06 Nov 1994 08:50:37 GMT") << true
                             << qint64(60'000);
    }
    void finalCodes()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, retryAfter);
        QFETCH(bool, temporary);
        QFETCH(qint64, retryAfterMs);
        f->server.send("/a", "HTTP/1.1 " + QByteArray::number(code) +
                                 " Hm\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                                 "Content-Length: 4\r\nRetry-After: " +
                                 retryAfter + "\r\n\r\nnope");
        const auto outcome = f->fetch("/a");
        QCOMPARE(outcome.failure.reason, Reason::Http);
        QCOMPARE(outcome.failure.httpCode, code);
        QCOMPARE(outcome.head.code, code);
        QCOMPARE(outcome.failure.temporary, temporary);
        QCOMPARE(outcome.retryAfterMs, retryAfterMs);
        QCOMPARE(outcome.bytes, 0);
        QVERIFY(!f->partExists());
    }
    void errorPageWithoutEndIsGivenUp()
    {
        f->server.on("/a", [](QTcpSocket &socket, const auto &) {
            socket.write("HTTP/1.1 404 Not Found\r\n\r\n" + pattern(2'000'000));
        });
        QCOMPARE(f->fetch("/a").failure.httpCode, 404);
        QTRY_COMPARE(f->server.open, 0);
    }

    void refusedPort()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const auto port = QByteArray::number(closed.serverPort());
        closed.close();
        const auto outcome = f->fetchUrl("http://127.0.0.1:" + port + "/");
        QCOMPARE(outcome.failure.reason, Reason::Connect);
        QVERIFY(outcome.failure.temporary);
        QCOMPARE(outcome.head.code, 0);
        QVERIFY(!f->partExists());
    }
    void deadName()
    {
        QCOMPARE(f->fetchUrl("http://no-such-host.invalid/").failure.reason, Reason::Dns);
    }
    void badUrls_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<item::Reason>("reason");
        QTest::newRow("empty") << QByteArray() << Reason::InvalidUrl;
        QTest::newRow("no host") << QByteArray("http:///?x") << Reason::InvalidUrl;
        QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/x") << Reason::UnsupportedScheme;
    }
    void badUrls()
    {
        QFETCH(QByteArray, url);
        QFETCH(item::Reason, reason);
        QCOMPARE(f->fetchUrl(url).failure.reason, reason);
    }
    void silence_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no answer") << QByteArray();
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-");
        QTest::newRow("half a body")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
    }
    void silence()
    {
        QFETCH(QByteArray, answer);
        f->settings.connectTimeoutMs = f->settings.idleTimeoutMs = 300;
        f->settings.firstByteTimeoutMs = 300;
        f->server.send("/a", answer);
        const auto outcome = f->fetch("/a");
        QCOMPARE(outcome.failure.reason, Reason::Timeout);
        QVERIFY(outcome.failure.temporary);
        QVERIFY2(outcome.durationMs >= 300, qPrintable(QString::number(outcome.durationMs)));
        QVERIFY(!f->partExists());
        QTRY_COMPARE(f->server.open, 0);
    }
    void aSlowBodyIsNoSilence()
    {
        f->settings.idleTimeoutMs = 300;
        f->server.on("/a", [](QTcpSocket &socket, const auto &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n");
            auto *timer = new QTimer(&socket);
            QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
            timer->start(120);
        });
        const auto outcome = f->fetch("/a");
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QVERIFY(outcome.durationMs > 600);
    }

    void cancel_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("received");
        QTest::newRow("before the head") << QByteArray() << -1;
        QTest::newRow("in the body")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf") << 4;
        QTest::newRow("in a dropped body")
            << QByteArray("HTTP/1.1 404 No\r\nContent-Length: 10\r\n\r\nhalf") << -1;
    }
    void cancel()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, received);
        f->server.send("/a", answer);
        const auto running = f->start("/a");
        QTRY_COMPARE(f->server.seen.size(), 1);
        if (received >= 0) {
            QTRY_COMPARE(running->progress.received, received);
            QVERIFY(f->partExists());
        }
        running->stop.requestStop();
        QVERIFY(!running->outcome); // resumed from the event loop, not inside the request to stop
        QTRY_VERIFY(running->outcome);
        QCOMPARE(running->outcome->failure.reason, Reason::Cancelled);
        QVERIFY(!f->partExists());
        QTRY_COMPARE(f->server.open, 0);
    }
    void cancelledBeforeTheStart()
    {
        Running running;
        running.stop.requestStop();
        f->server.body("/a", "x");
        f->fetch("/a"); // makes the context
        auto task = fetch::run(*f->context, {item::ItemId(9), f->server.url("/a"), f->part(), {}},
                               running.stop, running.progress, running.lending);
        QVERIFY(task.isReady());
        QCOMPARE(f->server.seen.size(), 1);
    }
    void cancelInTheTurnOfTheConnect()
    {
        f->server.body("/a", "x");
        const auto running = f->start("/a");
        running->stop.requestStop();
        QTRY_VERIFY(running->outcome);
        QCOMPARE(running->outcome->failure.reason, Reason::Cancelled);
    }
    void theManagerGoesFirst()
    {
        f->server.send("/a", {});
        const auto running = f->start("/a");
        QTRY_COMPARE(f->server.seen.size(), 1);
        f->manager.reset();
        QTRY_VERIFY(running->outcome);
        QVERIFY(!running->outcome->ok());
    }

    void unwritableParts_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<item::Reason>("reason");
        QTest::newRow("no directory") << QStringLiteral("missing/x.part") << Reason::FileError;
        QTest::newRow("a directory") << QStringLiteral(".") << Reason::FileError;
    }
    void unwritableParts()
    {
        QFETCH(QString, part);
        QFETCH(item::Reason, reason);
        f->server.body("/a", pattern(300'000));
        f->server.body("/b", "b");
        const auto running = f->start(
            item::Request{item::ItemId(1), f->server.url("/a"), f->directory.filePath(part), {}});
        QTRY_VERIFY(running->outcome);
        QCOMPARE(running->outcome->failure.reason, reason);
        QVERIFY(!running->outcome->failure.detail.isEmpty());
        QVERIFY(f->fetch("/b").ok()); // the next one is none the worse
    }

    void manyAtOnce()
    {
        const auto bytes = pattern(20'000);
        std::vector<std::shared_ptr<Running>> all;
        for (int i = 0; i < 200; ++i) {
            const QByteArray path = "/" + QByteArray::number(i);
            f->server.body(path, bytes.left(i * 100));
            all.push_back(f->start(path));
        }
        for (int i = 0; i < 200; ++i) {
            QTRY_VERIFY(all[std::size_t(i)]->outcome);
            const auto &outcome = *all[std::size_t(i)]->outcome;
            QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
            QCOMPARE(outcome.id, item::ItemId(i + 1));
            QCOMPARE(outcome.xxh3, item::BodyHash::ofBlock(QByteArrayView(bytes).first(i * 100)));
        }
    }
};

TRAWL_TEST(Guiless, TestTransfer)

} // namespace tst_transfer

#include "tst_transfer.moc"
