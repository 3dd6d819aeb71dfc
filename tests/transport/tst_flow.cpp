// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawserver.h"
#include "support/testmain.h"
#include "transport/replies.h"

namespace tst_flow {

using namespace trawl;
using namespace trawl::support;
using namespace trawl::test;
using transport::AccessManager;

namespace {

constexpr qint64 bodySize = 96 * 1024 * 1024;
constexpr qint64 bufferSize = 64 * 1024;

/// A body of known bytes; counts what went out.
RawServer::Handler stream(std::atomic<qint64> &sent)
{
    return [&sent](RawConnection &connection) {
        if (!connection.readRequest())
            return;
        connection.send(ok("Content-Length: " + QByteArray::number(bodySize) + "\r\n"));
        const QByteArray block(64 * 1024, 'x');
        while (sent < bodySize && connection.send(block))
            sent += block.size();
    };
}

} // namespace

/// setReadBufferSize() holds the server back, and reading lets it go on.
class TestFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readerSetsThePace_data()
    {
        QTest::addColumn<bool>("decode");
        QTest::newRow("as sent") << false;
        QTest::newRow("might be coded") << true;
    }
    void readerSetsThePace()
    {
        QFETCH(const bool, decode);
        std::atomic<qint64> sent = 0;
        RawServer server(stream(sent));
        QNetworkRequest request(server.url());
        if (!decode)
            request.setRawHeader("Accept-Encoding", "identity");
        AccessManager manager{AccessManager::Options()};
        const ReplyPtr reply(manager.get(request));
        reply->setReadBufferSize(bufferSize);
        const auto before = residentBytes();
        // More than the buffer is there at the first look, as if this process were slow.
        connect(reply.get(), &QNetworkReply::requestSent, this, [&sent] {
            while (sent < 2 * bufferSize)
                QThread::msleep(1);
        });
        QTRY_VERIFY(reply->bytesAvailable() > bufferSize / 2);
        QTest::qWait(100);
        QVERIFY(reply->bytesAvailable() <= bufferSize + readAtOnce);
        QVERIFY2(sent < 16 * 1024 * 1024, qPrintable(QString::number(sent))); // the sockets' own
        QVERIFY(reply->isRunning());

        QByteArray buffer(20'000, Qt::Uninitialized);
        qint64 total = 0;
        qint64 most = 0;
        connect(reply.get(), &QIODevice::readyRead, this, [&] {
            most = qMax(most, reply->bytesAvailable());
            while (reply->bytesAvailable() > 0)
                total += reply->read(buffer.data(), buffer.size());
        });
        while (reply->bytesAvailable() > 0) // no readyRead comes for what was there already
            total += reply->read(buffer.data(), buffer.size());
        QVERIFY(finishes(*reply, 20'000));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(total, bodySize);
        QVERIFY(most <= bufferSize + readAtOnce);
        const auto grown = residentBytes() - before;
        QVERIFY2(grown < 16 * 1024 * 1024 + keptBySanitizer, qPrintable(QString::number(grown)));
    }
    // fetch's way of a limit on the rate: read some on a timer, whatever readyRead says.
    void readingOutsideOfSlots()
    {
        std::atomic<qint64> sent = 0;
        RawServer server(stream(sent));
        AccessManager manager{AccessManager::Options()};
        const ReplyPtr reply(manager.get(QNetworkRequest(server.url())));
        reply->setReadBufferSize(bufferSize);
        qint64 total = 0;
        QByteArray buffer(bufferSize, Qt::Uninitialized);
        bool inRead = false;
        bool nested = false;
        connect(reply.get(), &QIODevice::readyRead, this, [&] { nested |= inRead; });
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] {
            inRead = true;
            total += qMax<qint64>(reply->read(buffer.data(), buffer.size()), 0);
            inRead = false;
        });
        timer.start(1);
        const auto before = residentBytes();
        QTRY_VERIFY(total > bodySize / 4);
        QVERIFY(!nested);
        QVERIFY2(sent - total < 16 * 1024 * 1024, qPrintable(QString::number(sent - total)));
        const auto grown = residentBytes() - before;
        QVERIFY2(grown < 8 * 1024 * 1024 + keptBySanitizer, qPrintable(QString::number(grown)));
    }
    void noLimitAgain()
    {
        std::atomic<qint64> sent = 0;
        RawServer server(stream(sent));
        AccessManager manager{AccessManager::Options()};
        const ReplyPtr reply(manager.get(QNetworkRequest(server.url())));
        reply->setReadBufferSize(1000);
        QTRY_VERIFY(reply->bytesAvailable() > 0);
        reply->setReadBufferSize(0);
        QVERIFY(finishes(*reply, 20'000));
        QCOMPARE(reply->bytesAvailable(), bodySize);
    }
    void abortWhilePaused()
    {
        std::atomic<qint64> sent = 0;
        RawServer server(stream(sent));
        AccessManager manager{AccessManager::Options()};
        const ReplyPtr reply(manager.get(QNetworkRequest(server.url())));
        reply->setReadBufferSize(1000);
        QTRY_VERIFY(reply->bytesAvailable() > 0);
        QTest::qWait(20);
        (void)reply->readAll(); // asks to go on …
        reply->abort();         // … but not for long
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
        QTRY_COMPARE(server.openConnections(), 0);
    }
    void peerGoesWhilePaused()
    {
        RawServer server([](RawConnection &connection) {
            if (!connection.readRequest())
                return;
            connection.send(ok("Content-Length: 400000\r\n", QByteArray(200'000, 'x')));
        });
        AccessManager manager{AccessManager::Options()};
        const ReplyPtr reply(manager.get(QNetworkRequest(server.url())));
        reply->setReadBufferSize(10'000);
        QTRY_VERIFY(reply->bytesAvailable() > 0);
        QTest::qWait(50);
        qint64 total = reply->readAll().size();
        connect(reply.get(), &QIODevice::readyRead, this,
                [&] { total += reply->readAll().size(); });
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::RemoteHostClosedError);
        QCOMPARE(total + reply->readAll().size(), 200'000);
    }
};

TRAWL_TEST(Guiless, TestFlow)

} // namespace tst_flow

#include "tst_flow.moc"
