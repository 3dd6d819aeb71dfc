// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawserver.h"
#include "support/testmain.h"
#include "transport/replies.h"

#include <curl/curl.h>

namespace tst_abort {

using namespace trawl;
using namespace trawl::support;
using namespace trawl::test;
using transport::AccessManager;

namespace {

/// When to strike, and at what.
enum class Moment { AtOnce, Connected, Head, Body, Error, Finished };
enum class Blow { Abort, AbortTwice, Close, Delete, DeleteManager };

/// The head and half of the body, then silence; `whole` is all of it.
RawServer::Handler serve(Moment moment)
{
    return [moment](RawConnection &connection) {
        if (!connection.readRequest())
            return;
        if (moment == Moment::Head || moment == Moment::Connected)
            connection.send(moment == Moment::Head ? ok("Content-Length: 100000\r\n")
                                                   : QByteArray());
        else if (moment == Moment::Body)
            connection.send(ok("Content-Length: 100000\r\n", QByteArray(50'000, 'x')));
        else
            connection.send("HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\nbody");
        connection.stall();
    };
}

} // namespace

/// A reply may be given up at any moment, in any way, without a crash, a hang, or a signal inside
/// somebody's call.
class TestAbort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blows_data()
    {
        QTest::addColumn<Moment>("moment");
        QTest::addColumn<Blow>("blow");
        const char *moments[] = {"at once", "connected", "head", "body", "error", "finished"};
        const char *blows[] = {"abort", "abort twice", "close", "delete", "delete manager"};
        for (int m = 0; m < 6; ++m) {
            for (int b = 0; b < 5; ++b)
                QTest::addRow("%s: %s", moments[m], blows[b]) << Moment(m) << Blow(b);
        }
    }
    void blows()
    {
        QFETCH(const Moment, moment);
        QFETCH(const Blow, blow);
        RawServer server(serve(moment));
        auto manager = std::make_unique<AccessManager>(AccessManager::Options());
        QPointer<QNetworkReply> reply(manager->get(QNetworkRequest(server.url())));
        const Signals heard(*reply);
        bool struck = false;
        bool inside = false;
        bool emittedInside = false;
        const auto strike = [&] {
            if (std::exchange(struck, true))
                return;
            inside = true;
            hit(blow, reply, manager);
            inside = false;
        };
        connect(reply, &QNetworkReply::finished, this, [&] { emittedInside |= inside; });
        connect(reply, &QNetworkReply::errorOccurred, this, [&] { emittedInside |= inside; });
        arrange(moment, *reply, strike);
        if (moment == Moment::AtOnce)
            strike();
        if (moment == Moment::Connected) {
            QTRY_COMPARE(server.requests().size(), 1);
            strike();
        }
        QTRY_VERIFY(struck);
        if (blow == Blow::Delete || blow == Blow::DeleteManager) {
            QVERIFY(reply.isNull());
        } else {
            QVERIFY(finishes(*reply));
            QCOMPARE(reply->error(), moment == Moment::Finished
                                         ? QNetworkReply::ContentNotFoundError
                                         : QNetworkReply::OperationCanceledError);
            QCOMPARE(heard.count('f'), 1);
            QVERIFY(heard.letters().endsWith("ef"));
            if (moment != Moment::Finished)
                QCOMPARE(attribute(*reply, transport::CurlCode).toInt(),
                         int(CURLE_ABORTED_BY_CALLBACK));
        }
        QVERIFY(!emittedInside);
        if (blow == Blow::DeleteManager || moment < Moment::Error)
            QTRY_COMPARE(server.openConnections(), 0);
        QCoreApplication::processEvents();
    }
    void afterAnAbortOthersGoOn()
    {
        RawServer server(RawServer::always(okSized(QByteArray(100'000, 'x'))));
        AccessManager manager{AccessManager::Options()};
        int finished = 0;
        int whole = 0;
        for (int i = 0; i < 40; ++i) {
            auto *reply = manager.get(QNetworkRequest(server.url()));
            if (i % 4 == 0)
                connect(reply, &QIODevice::readyRead, reply, &QNetworkReply::abort);
            if (i % 4 == 1)
                connect(reply, &QNetworkReply::metaDataChanged, reply, &QNetworkReply::abort);
            connect(reply, &QNetworkReply::finished, this, [&, reply] {
                ++finished;
                whole += reply->readAll().size() == 100'000;
                reply->deleteLater();
            });
        }
        QTRY_COMPARE(finished, 40);
        QCOMPARE(whole, 20);
    }
    void oneReplyEndsAnother_data()
    {
        QTest::addColumn<bool>("kill");
        QTest::newRow("abort") << false;
        QTest::newRow("delete") << true;
    }
    void oneReplyEndsAnother()
    {
        QFETCH(const bool, kill);
        RawServer server(RawServer::always(okSized("x")));
        AccessManager manager{AccessManager::Options()};
        std::vector<QPointer<QNetworkReply>> replies;
        for (int i = 0; i < 20; ++i) {
            replies.emplace_back(manager.get(QNetworkRequest(server.url())));
            connect(replies.back(), &QNetworkReply::metaDataChanged, this, [&, i] {
                for (size_t other = 0; other < replies.size(); ++other) {
                    if (int(other) == i || !replies[other])
                        continue;
                    if (kill)
                        delete replies[other];
                    else
                        replies[other]->abort();
                }
            });
        }
        const auto running = [&] {
            return std::count_if(replies.begin(), replies.end(),
                                 [](const auto &reply) { return reply && reply->isRunning(); });
        };
        QTRY_COMPARE(running(), 0);
    }
    // It hears no more of its end: Qt's own slot for that needs the manager.
    void takenFromTheManager()
    {
        RawServer server(serve(Moment::Body));
        auto manager = std::make_unique<AccessManager>(AccessManager::Options());
        const ReplyPtr reply(manager->get(QNetworkRequest(server.url())));
        reply->setParent(nullptr);
        const Signals heard(*reply);
        QTRY_VERIFY(heard.count('r') > 0);
        manager.reset();
        QVERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
        reply->abort();
        reply->setReadBufferSize(1);
        QVERIFY(reply->readAll().isEmpty());
        QCoreApplication::processEvents();
        QCOMPARE(heard.count('f'), 0);
    }
    void stopsListeningAtOnce()
    {
        RawServer server([](RawConnection &connection) {
            if (!connection.readRequest())
                return;
            connection.send(ok("Content-Length: 1000000000\r\n"));
            while (connection.send(QByteArray(100'000, 'x'))) {
            }
        });
        AccessManager manager{AccessManager::Options()};
        const ReplyPtr reply(manager.get(QNetworkRequest(server.url())));
        const Signals heard(*reply);
        QTRY_VERIFY(heard.count('r') > 0);
        reply->abort();
        QCOMPARE(reply->bytesAvailable(), 0);
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(reply->bytesAvailable(), 0);
    }

private:
    static void arrange(Moment moment, QNetworkReply &reply, const std::function<void()> &strike)
    {
        if (moment == Moment::Head)
            connect(&reply, &QNetworkReply::metaDataChanged, strike);
        if (moment == Moment::Body)
            connect(&reply, &QNetworkReply::readyRead, strike);
        if (moment == Moment::Error)
            connect(&reply, &QNetworkReply::errorOccurred, strike);
        if (moment == Moment::Finished)
            connect(&reply, &QNetworkReply::finished, strike);
    }
    static void hit(Blow blow, QNetworkReply *reply, std::unique_ptr<AccessManager> &manager)
    {
        switch (blow) {
        case Blow::AbortTwice:
            reply->abort();
            [[fallthrough]];
        case Blow::Abort:
            reply->abort();
            break;
        case Blow::Close:
            reply->close();
            break;
        case Blow::Delete:
            delete reply;
            break;
        case Blow::DeleteManager:
            manager.reset();
            break;
        }
    }
};

TRAWL_TEST(Guiless, TestAbort)

} // namespace tst_abort

#include "tst_abort.moc"
