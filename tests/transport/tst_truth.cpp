// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawserver.h"
#include "support/testmain.h"
#include "transport/replies.h"

#include <QSignalSpy>

#include <curl/curl.h>

namespace tst_truth {

using namespace trawl;
using namespace trawl::support;
using namespace trawl::test;
using transport::AccessManager;

/// Answers that are not the whole truth must not pass for it.
class TestTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_manager = std::make_unique<AccessManager>(AccessManager::Options()); }

    void shortBody_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<bool>("tls");
        for (const bool tls : {false, true}) {
            for (const char *ending : {"finish", "cut", "reset"}) {
                const QByteArray name = QByteArray(ending) + (tls ? " tls" : "");
                QTest::newRow(name.constData()) << QString::fromLatin1(ending) << tls;
            }
        }
    }
    void shortBody()
    {
        QFETCH(const QString, ending);
        QFETCH(const bool, tls);
        const auto handler = [ending](RawConnection &connection) {
            if (!connection.readRequest())
                return;
            connection.send(ok("Content-Length: 10000\r\n", QByteArray(5000, 'x')));
            end(connection, ending);
        };
        RawServer server(handler, tls ? &m_certificate : nullptr);
        const auto reply = get(server.url());
        const Signals heard(*reply);
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::RemoteHostClosedError);
        QVERIFY(!reply->errorString().isEmpty());
        QVERIFY(attribute(*reply, transport::CurlCode).toInt() != CURLE_OK);
        QVERIFY(heard.letters().endsWith("ef"));
        QVERIFY(reply->readAll().size() <= 5000);
    }
    // Without a length the end of the connection ends the body; TLS can tell the end from a cut.
    void bodyUntilCloseOverTls_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QNetworkReply::NetworkError>("error");
        QTest::newRow("close_notify") << QStringLiteral("finish") << QNetworkReply::NoError;
        QTest::newRow("none") << QStringLiteral("cut") << QNetworkReply::RemoteHostClosedError;
    }
    void bodyUntilCloseOverTls()
    {
        QFETCH(const QString, ending);
        QFETCH(const QNetworkReply::NetworkError, error);
        RawServer server(
            [ending](RawConnection &connection) {
                if (!connection.readRequest())
                    return;
                connection.send(ok({}, "the body"));
                end(connection, ending);
            },
            &m_certificate);
        const auto reply = get(server.url());
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), error);
    }
    // A server may close what it kept as the next request is on its way; more often than libcurl
    // bears with it.
    void keptConnectionsThatAreClosed()
    {
        RawServer server([](RawConnection &connection) {
            if (!connection.readRequest())
                return;
            connection.send(okSized("x"));
            (void)connection.readRequest();
            if (connection.index() % 2 == 0)
                connection.reset();
        });
        for (int i = 0; i < 30; ++i) {
            const auto reply = get(server.url());
            QVERIFY(finishes(*reply));
            QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
            QCOMPARE(reply->readAll(), QByteArray("x"));
        }
    }
    void requestSent()
    {
        RawServer server([](RawConnection &connection) {
            (void)connection.readRequest();
            connection.stall();
        });
        const auto reply = get(server.url());
        QSignalSpy sent(reply.get(), &QNetworkReply::requestSent);
        QVERIFY(sent.wait());
        QVERIFY(!reply->isFinished());
    }
    void nothingAtAll()
    {
        RawServer server([](RawConnection &connection) { (void)connection.readRequest(); });
        expect(server, QNetworkReply::RemoteHostClosedError);
    }
    void chunks_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QNetworkReply::NetworkError>("error");
        const auto bad = QNetworkReply::ProtocolFailure;
        const auto cut = QNetworkReply::RemoteHostClosedError;
        QTest::newRow("garbage") << QByteArray("5\r\nhello\r\nZZ\r\nx\r\n") << bad;
        QTest::newRow("first garbage") << QByteArray("ZZ\r\nx\r\n0\r\n\r\n") << bad;
        QTest::newRow("negative") << QByteArray("5\r\nhello\r\n-5\r\nhello\r\n0\r\n\r\n") << bad;
        QTest::newRow("overflow") << QByteArray("5\r\nhello\r\nFFFFFFFFFFFFFFFFF\r\nx\r\n0\r\n\r\n")
                                  << bad;
        QTest::newRow("too long") << QByteArray("3\r\nhello\r\n0\r\n\r\n") << bad;
        QTest::newRow("cut in chunk") << QByteArray("5\r\nhe") << cut;
        QTest::newRow("cut between") << QByteArray("5\r\nhello\r\n") << cut;
        QTest::newRow("cut at the last") << QByteArray("5\r\nhello\r\n0\r\n") << cut;
    }
    void chunks()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QNetworkReply::NetworkError, error);
        RawServer server(RawServer::once(ok("Transfer-Encoding: chunked\r\n", body)));
        expect(server, error);
    }
    void interimHeads_data()
    {
        QTest::addColumn<QByteArray>("interim");
        QTest::newRow("100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
        QTest::newRow("103") << QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n");
        QTest::newRow("twenty") << QByteArray("HTTP/1.1 102 Processing\r\n\r\n").repeated(20);
    }
    void interimHeads()
    {
        QFETCH(const QByteArray, interim);
        RawServer server(RawServer::always(interim + okSized("body", "X-A: 1\r\n")));
        const auto reply = get(server.url());
        const Signals heard(*reply);
        QVERIFY(finishes(*reply));
        QCOMPARE(heard.letters(), QByteArray("mrf"));
        QCOMPARE(status(*reply), 200);
        QVERIFY(!reply->hasRawHeader("Link"));
        QCOMPARE(reply->readAll(), QByteArray("body"));
    }
    void onlyAnInterimHead()
    {
        RawServer server(RawServer::once("HTTP/1.1 103 Early Hints\r\n\r\n"));
        const auto reply = get(server.url());
        const Signals heard(*reply);
        QVERIFY(finishes(*reply));
        QVERIFY(reply->error() != QNetworkReply::NoError);
        QCOMPARE(heard.letters(), QByteArray("ef"));
    }
    void switchingUnasked()
    {
        RawServer server(
            RawServer::once("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nbytes"));
        expect(server, QNetworkReply::ProtocolFailure);
    }
    void oddHeads_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QNetworkReply::NetworkError>("error");
        QByteArray hundred;
        for (int i = 0; i < 100; ++i)
            hundred += "X-" + QByteArray::number(i) + ": v\r\n";
        QTest::newRow("hundred") << hundred << QNetworkReply::NoError;
        QTest::newRow("folded") << QByteArray("X-1: a\r\n b\r\n") << QNetworkReply::NoError;
        QTest::newRow("no colon") << QByteArray("nonsense\r\n") << QNetworkReply::ProtocolFailure;
        QTest::newRow("nul") << QByteArray("X-1: a\0b\r\n", 10) << QNetworkReply::ProtocolFailure;
        QTest::newRow("bad length")
            << QByteArray("Content-Length: -5\r\n") << QNetworkReply::ProtocolFailure;
    }
    void oddHeads()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const QNetworkReply::NetworkError, error);
        RawServer server(RawServer::once(ok("Content-Length: 4\r\n" + lines, "body")));
        const auto reply = get(server.url());
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), error);
        if (error == QNetworkReply::NoError)
            QVERIFY(reply->rawHeader("X-1").startsWith(lines.contains(" b") ? "a b" : "v"));
    }
    void hugeHeads_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<int>("pieces");
        const QByteArray status("HTTP/1.1 200 OK\r\n");
        QTest::newRow("one line of 100 MB") << status + "X: " << QByteArray(100'000, 'x') << 1000;
        QTest::newRow("lines of 100 MB") << status << "X: " + QByteArray(9'995, 'x') + "\r\n"
                                         << 10'000;
        QTest::newRow("a million lines") << status << QByteArray("a: b\r\n").repeated(1000) << 1000;
        QTest::newRow("1000 interim")
            << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << 1000;
        QTest::newRow("endless status line")
            << QByteArray("HTTP/1.1 200 ") << QByteArray(100'000, 'x') << 1000;
        QTest::newRow("trailers") << ok("Transfer-Encoding: chunked\r\n", "1\r\nx\r\n0\r\n")
                                  << QByteArray("a: b\r\n").repeated(1000) << 1000;
    }
    void hugeHeads()
    {
        QFETCH(const QByteArray, start);
        QFETCH(const QByteArray, piece);
        QFETCH(const int, pieces);
        RawServer server([=](RawConnection &connection) {
            if (!connection.readRequest() || !connection.send(start))
                return;
            for (int i = 0; i < pieces && connection.send(piece); ++i) {
            }
            connection.send("\r\n");
        });
        const auto before = residentBytes();
        const auto reply = get(server.url());
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::ProtocolFailure);
        QVERIFY(reply->errorString().contains(u"too large"));
        const auto grown = residentBytes() - before;
        QVERIFY2(grown < 16'000'000 + keptBySanitizer, qPrintable(QString::number(grown)));
    }
    void notHttp()
    {
        RawServer server(RawServer::once("SSH-2.0-OpenSSH_9.2\r\n"));
        expect(server, QNetworkReply::ProtocolFailure);
    }
    void connectErrors()
    {
        quint16 port = 0;
        {
            const RawServer server(RawServer::once({}));
            port = server.port();
        }
        const auto refused = get(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port)));
        QVERIFY(finishes(*refused));
        QCOMPARE(refused->error(), QNetworkReply::ConnectionRefusedError);
        QCOMPARE(attribute(*refused, transport::CurlCode).toInt(), int(CURLE_COULDNT_CONNECT));
    }
    void unknownHost()
    {
        const auto reply = get(QUrl(QStringLiteral("http://no-such-host.invalid/")));
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::HostNotFoundError);
    }
    void connectTimeout()
    {
        // TLS is part of connecting, for curl: a server that says nothing is enough.
        RawServer server([](RawConnection &connection) { connection.stall(); });
        auto url = server.url();
        url.setScheme(QStringLiteral("https"));
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::Attribute(transport::ConnectTimeoutMs), 150);
        const ReplyPtr reply(m_manager->get(request));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::TimeoutError);
        QVERIFY(timer.elapsed() >= 140);
    }
    void errorsHoldNoSecrets()
    {
        RawServer server(RawServer::once("nonsense\r\n"));
        auto url = server.url(QStringLiteral("/path?token=hidden"));
        url.setUserName(QStringLiteral("someone"));
        url.setPassword(QStringLiteral("hidden"));
        const auto reply = get(url);
        QVERIFY(finishes(*reply));
        QVERIFY(!reply->errorString().isEmpty());
        QVERIFY(!reply->errorString().contains(u"hidden"));
        QVERIFY(!reply->errorString().contains(u"someone"));
    }
    void certificates_data()
    {
        QTest::addColumn<QByteArray>("altName");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("word");
        QTest::newRow("good") << QByteArray("IP:127.0.0.1") << -1 << 30 << true << QString();
        QTest::newRow("expired") << QByteArray("IP:127.0.0.1") << -30 << -1 << true
                                 << QStringLiteral("expired");
        QTest::newRow("not yet valid")
            << QByteArray("IP:127.0.0.1") << 1 << 30 << true << QStringLiteral("not yet valid");
        QTest::newRow("wrong host")
            << QByteArray("DNS:other.example") << -1 << 30 << true << QStringLiteral("127.0.0.1");
        QTest::newRow("unknown") << QByteArray("IP:127.0.0.1") << -1 << 30 << false
                                 << QStringLiteral("self");
    }
    void certificates()
    {
        QFETCH(const QByteArray, altName);
        QFETCH(const int, from);
        QFETCH(const int, to);
        QFETCH(const bool, trusted);
        QFETCH(const QString, word);
        const Certificate certificate({altName, from, to});
        RawServer server(RawServer::always(okSized("x")), &certificate);
        AccessManager::Options options;
        if (trusted)
            options.caFile = certificate.certificateFile();
        AccessManager strict(options);
        const ReplyPtr reply(strict.get(QNetworkRequest(server.url())));
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(),
                 word.isEmpty() ? QNetworkReply::NoError : QNetworkReply::SslHandshakeFailedError);
        QVERIFY2(word.isEmpty() || reply->errorString().contains(word),
                 qPrintable(reply->errorString()));
        QCOMPARE(server.requests().size(), word.isEmpty() ? 1 : 0);
        QVERIFY(!word.isEmpty() || attribute(*reply, transport::TlsUs).toLongLong() > 0);

        options.verifyTls = false;
        AccessManager lax(options);
        const ReplyPtr unverified(lax.get(QNetworkRequest(server.url())));
        QVERIFY(finishes(*unverified));
        QCOMPARE(unverified->error(), QNetworkReply::NoError);
    }

private:
    static void end(RawConnection &connection, const QString &how)
    {
        if (how == u"finish")
            connection.finish();
        else if (how == u"cut")
            connection.cut();
        else
            connection.reset();
    }
    ReplyPtr get(const QUrl &url)
    {
        if (url.scheme() == u"https" && !m_tls) {
            AccessManager::Options options;
            options.caFile = m_certificate.certificateFile();
            m_tls = std::make_unique<AccessManager>(options);
        }
        auto &manager = url.scheme() == u"https" ? *m_tls : *m_manager;
        return ReplyPtr(manager.get(QNetworkRequest(url)));
    }
    void expect(const RawServer &server, QNetworkReply::NetworkError error)
    {
        const auto reply = get(server.url());
        const Signals heard(*reply);
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), error);
        QVERIFY(heard.letters().endsWith("ef"));
        QCOMPARE(heard.count('f'), 1);
    }

    Certificate m_certificate;
    std::unique_ptr<AccessManager> m_manager;
    std::unique_ptr<AccessManager> m_tls;
};

TRAWL_TEST(Guiless, TestTruth)

} // namespace tst_truth

#include "tst_truth.moc"
