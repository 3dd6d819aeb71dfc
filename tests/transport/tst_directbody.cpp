// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nginx.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "transport/compress.h"
#include "transport/directbody.h"
#include "transport/replies.h"

#include <curl/curl.h>

namespace tst_directbody {

using namespace trawl;
using namespace trawl::support;
using namespace trawl::test;
using transport::AccessManager;
using transport::BodySink;
using transport::DirectReply;

namespace {

/// Keeps what it gets; answers as it is told.
class Recorder final : public BodySink
{
public:
    Taken write(const char *data, qint64 size) override
    {
        ++calls;
        most = qMax(most, size);
        if (failAt >= 0 && bytes.size() >= failAt)
            return Taken::Fail;
        if (pauseEvery > 0 && calls % pauseEvery == 0) {
            ++pauses;
            return Taken::Pause;
        }
        bytes.append(data, size);
        return Taken::All;
    }

    QByteArray bytes;
    qint64 most = 0;
    qint64 failAt = -1; ///< bytes
    int pauseEvery = 0; ///< calls
    int pauses = 0;
    int calls = 0;
};

DirectReply &direct(QNetworkReply &reply)
{
    return *dynamic_cast<DirectReply *>(&reply);
}

void attachAtHead(QNetworkReply &reply, Recorder &sink)
{
    QObject::connect(&reply, &QNetworkReply::metaDataChanged, &reply,
                     [&] { direct(reply).setBodySink(&sink); });
}

QByteArray numbers(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += QByteArray::number(i * 7919) + ' ';
    return text;
}

QByteArray chunked(const QByteArray &body)
{
    QByteArray response = ok("Transfer-Encoding: chunked\r\n");
    for (qsizetype at = 0; at < body.size(); at += 10'000) {
        const auto chunk = body.sliced(at, qMin<qsizetype>(10'000, body.size() - at));
        response += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    }
    return response + "0\r\n\r\n";
}

/// Half of the body, then the other half when it is told to go on.
RawServer::Handler halves(const QByteArray &body, const std::atomic<bool> &goOn)
{
    return [body, &goOn](RawConnection &connection) {
        if (!connection.readRequest())
            return;
        const auto half = body.size() / 2;
        connection.send(okSized(body).chopped(body.size() - half));
        while (!goOn)
            std::this_thread::yield();
        connection.send(QByteArrayView(body).sliced(half));
    };
}

} // namespace

/// Bodies that go from curl's block to their sink.
class TestDirectBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data()
    {
        QTest::addColumn<QByteArray>("response");
        QTest::addColumn<QByteArray>("body");
        const auto small = numbers(10);
        const auto large = numbers(200'000);
        QTest::newRow("empty") << okSized({}) << QByteArray();
        QTest::newRow("with the head") << okSized(small) << small;
        QTest::newRow("large") << okSized(large) << large;
        QTest::newRow("chunked") << chunked(large) << large;
        QTest::newRow("gzip") << okSized(gzipped(large), "Content-Encoding: gzip\r\n") << large;
        QTest::newRow("br") << okSized(brotlied(large), "Content-Encoding: br\r\n") << large;
        QTest::newRow("404") << QByteArray("HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\nbody")
                             << QByteArray("body");
    }
    void bodies()
    {
        QFETCH(const QByteArray, response);
        QFETCH(const QByteArray, body);
        for (const int pauseEvery : {0, 2, 7}) {
            RawServer server(RawServer::always(response));
            Recorder sink;
            sink.pauseEvery = pauseEvery;
            const auto reply = get(server.url());
            reply->setReadBufferSize(100'000);
            attachAtHead(*reply, sink);
            const Signals heard(*reply);
            qsizetype atEnd = -1;
            connect(reply.get(), &QNetworkReply::finished, this,
                    [&] { atEnd = sink.bytes.size(); });
            QTimer resumer;
            connect(&resumer, &QTimer::timeout, this, [&] { direct(*reply).resume(); });
            resumer.start(0);
            QVERIFY(finishes(*reply));
            QVERIFY(sink.bytes == body);
            QCOMPARE(atEnd, body.size());
            QCOMPARE(heard.count('r'), 0);
            QCOMPARE(heard.count('f'), 1);
            QCOMPARE(reply->bytesAvailable(), 0);
            QVERIFY2(sink.most <= 256 * 1024 + readAtOnce, qPrintable(QString::number(sink.most)));
            QVERIFY(pauseEvery == 0 || sink.calls < pauseEvery || sink.pauses > 0);
        }
    }
    void http2()
    {
        NginxServer nginx;
        const auto body = numbers(200'000);
        QVERIFY(nginx.addFile(QStringLiteral("large"), body));
        AccessManager manager(AccessManager::Options{nginx.caFile()});
        Recorder sinks[3];
        std::vector<ReplyPtr> replies;
        for (auto &sink : sinks) {
            const auto url = nginx.httpsUrl(QStringLiteral("/large"));
            replies.emplace_back(manager.get(QNetworkRequest(url)));
            attachAtHead(*replies.back(), sink);
        }
        for (const auto &reply : replies) {
            QVERIFY(finishes(*reply));
            QCOMPARE(attribute(*reply, transport::HttpVersionUsed).toInt(), 20);
        }
        for (const auto &sink : sinks)
            QVERIFY(sink.bytes == body);
    }
    void attachedInTheMiddle()
    {
        const auto body = numbers(10'000);
        std::atomic<bool> goOn = false;
        RawServer server(halves(body, goOn));
        Recorder sink;
        const auto reply = get(server.url());
        QTRY_VERIFY(reply->bytesAvailable() >= body.size() / 2);
        const auto first = reply->read(100);
        direct(*reply).setBodySink(&sink);
        QCOMPARE(sink.calls, 0);
        QTRY_COMPARE(sink.bytes.size(), body.size() / 2 - 100);
        goOn = true;
        QVERIFY(finishes(*reply));
        QVERIFY(first + sink.bytes == body);
    }
    void takenAwayInTheMiddle()
    {
        const auto body = numbers(10'000);
        std::atomic<bool> goOn = false;
        RawServer server(halves(body, goOn));
        Recorder sink;
        const auto reply = get(server.url());
        attachAtHead(*reply, sink);
        QTRY_COMPARE(sink.bytes.size(), body.size() / 2);
        direct(*reply).setBodySink(nullptr);
        goOn = true;
        QVERIFY(finishes(*reply));
        QVERIFY(sink.bytes + reply->readAll() == body);
    }
    void pauseHoldsTheServerBack()
    {
        constexpr qint64 size = 64 * 1024 * 1024;
        std::atomic<qint64> sent = 0;
        RawServer server([&sent](RawConnection &connection) {
            if (!connection.readRequest())
                return;
            connection.send(ok("Content-Length: " + QByteArray::number(size) + "\r\n"));
            const QByteArray block(64 * 1024, 'x');
            while (sent < size && connection.send(block))
                sent += block.size();
        });
        Recorder sink;
        sink.pauseEvery = 1;
        const auto before = residentBytes();
        const auto reply = get(server.url());
        attachAtHead(*reply, sink);
        QTRY_COMPARE(sink.calls, 1);
        QTest::qWait(100);
        QCOMPARE(sink.calls, 1);
        QVERIFY2(sent < 16 * 1024 * 1024, qPrintable(QString::number(sent))); // the sockets' own
        QVERIFY(residentBytes() - before < 4 * 1024 * 1024 + keptBySanitizer);
        sink.pauseEvery = 0;
        direct(*reply).resume();
        QVERIFY(finishes(*reply, 20'000));
        QCOMPARE(sink.bytes.size(), size);
    }
    void failingSink_data()
    {
        QTest::addColumn<QByteArray>("response");
        QTest::addColumn<qint64>("failAt");
        const auto body = numbers(200'000);
        QTest::newRow("first block") << okSized(body) << qint64(0);
        QTest::newRow("later") << okSized(body) << qint64(1'000'000);
        QTest::newRow("all had come") << okSized("a body") << qint64(0);
        const auto coded = okSized(gzipped(body), "Content-Encoding: gzip\r\n");
        QTest::newRow("decoded") << coded << qint64(1'000'000);
    }
    void failingSink()
    {
        QFETCH(const QByteArray, response);
        QFETCH(const qint64, failAt);
        RawServer server(RawServer::always(response));
        Recorder sink;
        sink.failAt = failAt;
        const auto reply = get(server.url());
        attachAtHead(*reply, sink);
        const Signals heard(*reply);
        QVERIFY(finishes(*reply));
        QCOMPARE(heard.letters(), QByteArray("mef"));
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
        QCOMPARE(attribute(*reply, transport::CurlCode).toInt(), int(CURLE_WRITE_ERROR));
        QVERIFY(sink.bytes.size() < failAt + 256 * 1024);
        const auto calls = sink.calls;
        QTest::qWait(20);
        QCOMPARE(sink.calls, calls);
    }
    void cutBodyIsHandedOverFirst()
    {
        const auto response = ok("Content-Length: 100000\r\n", QByteArray(50'000, 'x'));
        RawServer server(RawServer::once(response));
        Recorder sink;
        sink.pauseEvery = 1;
        const auto reply = get(server.url());
        attachAtHead(*reply, sink);
        QTRY_COMPARE(sink.pauses, 1);
        QTest::qWait(20);
        QVERIFY(reply->isRunning());
        sink.pauseEvery = 0;
        direct(*reply).resume();
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::RemoteHostClosedError);
        QCOMPARE(sink.bytes.size(), 50'000);
    }
    void abortWhilePaused()
    {
        RawServer server(RawServer::always(okSized(numbers(200'000))));
        const auto reply = get(server.url());
        {
            Recorder sink;
            sink.pauseEvery = 1;
            attachAtHead(*reply, sink);
            QTRY_COMPARE(sink.pauses, 1);
            direct(*reply).resume();
            reply->abort();
        }
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
        QTRY_COMPARE(server.openConnections(), 0);
    }

private:
    ReplyPtr get(const QUrl &url) { return ReplyPtr(m_manager.get(QNetworkRequest(url))); }

    AccessManager m_manager{AccessManager::Options()};
};

TRAWL_TEST(Guiless, TestDirectBody)

} // namespace tst_directbody

#include "tst_directbody.moc"
