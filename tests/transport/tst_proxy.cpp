// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/failures.h"
#include "support/proxies.h"
#include "support/proxytexts.h"
#include "support/testmain.h"
#include "transport/proxy.h"
#include "transport/replies.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>

namespace tst_proxy {

using namespace trawl;
using namespace trawl::support;
using namespace trawl::test;
using item::Reason;
using transport::AccessManager;
using transport::Proxy;

namespace {

const QByteArray askForLogin = "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                               "Content-Length: 0\r\n\r\n";

QString proxyUrl(const QString &scheme, const RawServer &proxy, const QString &login = {})
{
    return scheme + QStringLiteral("://") + login +
           QStringLiteral("127.0.0.1:%1").arg(proxy.port());
}

/// The failure that fetch would make of it.
item::Failure failureOf(const QNetworkReply &reply)
{
    const auto code = attribute(reply, transport::CurlCode).toInt();
    return fetch::describe({reply.error(), code, reply.errorString(), status(reply) != 0});
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

/// Requests that go through a proxy, or not at all.
class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy"})
            qunsetenv(name);
    }
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Proxy::Kind>("kind");
        QTest::addColumn<QByteArray>("url");
        const auto row = [](const char *text, Proxy::Kind kind, const char *url = "") {
            QTest::newRow(*text ? text : "none")
                << QString::fromLatin1(text) << kind << QByteArray(url);
        };
        using Kind = Proxy::Kind;
        row("", Kind::None);
        row("system", Kind::System);
        row("http://a.example", Kind::Fixed, "http://a.example:80");
        row("https://a.example:8443/", Kind::Fixed, "https://a.example:8443");
        row("socks5://u:p%40@a.example", Kind::Fixed, "socks5h://a.example:1080");
        row("http://[::1]:3128", Kind::Fixed, "http://[::1]:3128");
    }
    void isOneThatMayBeTyped()
    {
        for (const auto &one : proxyTexts) {
            const auto proxy = Proxy::parse(QLatin1StringView(one.text));
            QVERIFY2(proxy.kind == (one.good ? Proxy::Kind::Fixed : Proxy::Kind::Bad), one.text);
        }
    }
    void parse()
    {
        QFETCH(const QString, text);
        const auto proxy = Proxy::parse(text);
        QTEST(proxy.kind, "kind");
        QTEST(proxy.url, "url");
        QVERIFY(!proxy.name.contains(u'@'));
        if (text.contains(u'@'))
            QCOMPARE(proxy.user + ' ' + proxy.password, QByteArray("u p@"));
    }

    void plainThroughHttp_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("http") << false;
        QTest::newRow("https") << true;
    }
    // The proxy wants a login, which curl finds out by a 407 that nobody else sees.
    void plainThroughHttp()
    {
        QFETCH(const bool, tls);
        const auto handler = [](RawConnection &connection) {
            while (const auto request = connection.readRequest()) {
                const auto login = request->header("Proxy-Authorization");
                const bool right = login == "Basic " + QByteArray("me:p@ss").toBase64();
                connection.send(right ? okSized("through the proxy") : askForLogin);
            }
        };
        RawServer proxy(handler, tls ? &m_certificate : nullptr);
        qputenv("no_proxy", "*");
        const auto scheme = tls ? QStringLiteral("https") : QStringLiteral("http");
        AccessManager manager(through(proxyUrl(scheme, proxy, QStringLiteral("me:p%40ss@"))));
        const ReplyPtr reply(manager.get(QNetworkRequest(m_nowhere)));
        const Signals heard(*reply);
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(reply->readAll(), QByteArray("through the proxy"));
        QCOMPARE(heard.count('m'), 1);
        QCOMPARE(proxy.requests().last().target, m_nowhere.toEncoded());
    }
    void tunnels_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QByteArray>("login");
        QTest::addColumn<bool>("tls");
        for (const char *scheme : {"http", "socks5"}) {
            for (const char *login : {"", "me:secret"}) {
                for (const bool tls : {false, true}) {
                    if (!tls && qstrcmp(scheme, "http") == 0)
                        continue;
                    QTest::addRow("%s %s %d", scheme, login, tls)
                        << QString::fromLatin1(scheme) << QByteArray(login) << tls;
                }
            }
        }
    }
    // The name is for the proxy to resolve: here nobody knows it.
    void tunnels()
    {
        QFETCH(const QString, scheme);
        QFETCH(const QByteArray, login);
        QFETCH(const bool, tls);
        const Certificate named({"DNS:origin.invalid"});
        RawServer origin(RawServer::always(okSized("the origin")), tls ? &named : nullptr);
        ProxyLog log;
        RawServer proxy(scheme == u"http" ? connectProxy(log, login) : socksProxy(log, login));
        const auto userInfo = login.isEmpty() ? QString() : QString::fromLatin1(login + '@');
        auto options = through(proxyUrl(scheme, proxy, userInfo));
        options.caFile = named.certificateFile();
        AccessManager manager(options);
        auto url = origin.url();
        url.setHost(QStringLiteral("origin.invalid"));
        for (int i = 0; i < 2; ++i) {
            const ReplyPtr reply(manager.get(QNetworkRequest(url)));
            QVERIFY(finishes(*reply));
            QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
            QCOMPARE(reply->readAll(), QByteArray("the origin"));
        }
        QCOMPARE(log.targets(), {"origin.invalid:" + QByteArray::number(origin.port())});
    }

    void faults_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QByteArray>("answer"); // empty: none
        QTest::addColumn<bool>("tls");
        QTest::addColumn<bool>("temporary");
        const auto row = [](const char *name, const char *scheme, const QByteArray &answer,
                            bool tls, bool temporary) {
            QTest::newRow(name) << QString::fromLatin1(scheme) << answer << tls << temporary;
        };
        const QByteArray gone = "HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n";
        const QByteArray no = "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n";
        row("407", "http", askForLogin, false, false);
        row("407 to CONNECT", "http", askForLogin, true, false);
        row("403 to CONNECT", "http", no, true, false);
        row("502 to CONNECT", "http", gone, true, true);
        row("dies", "http", {}, false, true);
        row("dies in CONNECT", "http", {}, true, true);
        row("dies in the answer to CONNECT", "http", "HTTP/1.1 200 Conn", true, true);
        row("socks dies", "socks5", {}, false, true);
        row("socks refuses logins", "socks5", QByteArray("\x05\xff", 2), false, false);
    }
    void faults()
    {
        QFETCH(const QString, scheme);
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, tls);
        RawServer origin(RawServer::always(okSized("never")), tls ? &m_certificate : nullptr);
        RawServer proxy([answer](RawConnection &connection) {
            if (!connection.receive().isEmpty())
                connection.send(answer);
        });
        const auto login = QStringLiteral("me:secret@");
        AccessManager manager(through(proxyUrl(scheme, proxy, login)));
        const ReplyPtr reply(manager.get(QNetworkRequest(origin.url())));
        QVERIFY(finishes(*reply));
        const auto failure = failureOf(*reply);
        QVERIFY2(failure.reason == Reason::Proxy, qPrintable(failure.detail));
        QTEST(failure.temporary, "temporary");
        const auto name = QStringLiteral("127.0.0.1:%1").arg(proxy.port());
        QVERIFY2(failure.detail.contains(name), qPrintable(failure.detail));
        QVERIFY(!failure.detail.contains(u"secret"));
        QCOMPARE(origin.connections(), 0);
    }
    void nothingListens_data()
    {
        QTest::addColumn<QString>("scheme");
        for (const char *scheme : {"http", "https", "socks5"})
            QTest::newRow(scheme) << QString::fromLatin1(scheme);
    }
    void nothingListens()
    {
        QFETCH(const QString, scheme);
        RawServer origin(RawServer::always(okSized("never")));
        const auto url = QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(freePort());
        AccessManager manager(through(url));
        const ReplyPtr reply(manager.get(QNetworkRequest(origin.url())));
        QVERIFY(finishes(*reply));
        const auto failure = failureOf(*reply);
        QVERIFY2(failure.reason == Reason::Proxy, qPrintable(failure.detail));
        QVERIFY(failure.temporary);
        QCOMPARE(origin.connections(), 0);
    }
    void notUnderstood()
    {
        RawServer origin(RawServer::always(okSized("never")));
        AccessManager manager(through(QStringLiteral("gopher://127.0.0.1:1")));
        const ReplyPtr reply(manager.get(QNetworkRequest(origin.url())));
        QVERIFY(finishes(*reply));
        QCOMPARE(failureOf(*reply).reason, Reason::Proxy);
        QVERIFY(!failureOf(*reply).temporary);
        QCOMPARE(origin.connections(), 0);
    }
    void faultBehindTheProxyIsTheServers()
    {
        RawServer origin([](RawConnection &connection) { (void)connection.readRequest(); },
                         &m_certificate);
        ProxyLog log;
        RawServer proxy(connectProxy(log));
        AccessManager manager(through(proxyUrl(QStringLiteral("http"), proxy)));
        const ReplyPtr reply(manager.get(QNetworkRequest(origin.url())));
        QVERIFY(finishes(*reply));
        QCOMPARE(failureOf(*reply).reason, Reason::Network);
    }
    void system()
    {
        RawServer origin(RawServer::always(okSized("direct")));
        RawServer proxy(RawServer::always(okSized("proxy")));
        qputenv("http_proxy", proxyUrl(QStringLiteral("http"), proxy).toLatin1());
        for (const bool excepted : {false, true}) {
            if (excepted)
                qputenv("no_proxy", "127.0.0.1");
            AccessManager manager(through(QStringLiteral("system")));
            const ReplyPtr reply(manager.get(QNetworkRequest(origin.url())));
            QVERIFY(finishes(*reply));
            QCOMPARE(reply->readAll(), excepted ? QByteArray("direct") : QByteArray("proxy"));
        }
        AccessManager manager(through({}));
        qunsetenv("no_proxy");
        const ReplyPtr reply(manager.get(QNetworkRequest(origin.url())));
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->readAll(), QByteArray("direct"));
    }
    void tinyproxy()
    {
        RawServer plain(RawServer::always(okSized("plain")));
        RawServer secure(RawServer::always(okSized("secure")), &m_certificate);
        const QTemporaryDir dir;
        const auto port = freePort();
        QFile file(dir.filePath(QStringLiteral("conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Port " + QByteArray::number(port) + "\nListen 127.0.0.1\nAllow 127.0.0.1\n");
        file.close();
        QProcess process;
        process.start(QStringLiteral("tinyproxy"),
                      {QStringLiteral("-d"), QStringLiteral("-c"), file.fileName()});
        QVERIFY(process.waitForStarted());
        const auto stop = qScopeGuard([&process] {
            process.kill();
            process.waitForFinished();
        });
        const auto listens = [port] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            return socket.waitForConnected(100);
        };
        QTRY_VERIFY(listens());
        AccessManager manager(through(QStringLiteral("http://127.0.0.1:%1").arg(port)));
        for (const auto *server : {&plain, &secure}) {
            const ReplyPtr reply(manager.get(QNetworkRequest(server->url())));
            QVERIFY(finishes(*reply));
            QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
            QCOMPARE(reply->readAll(),
                     server == &plain ? QByteArray("plain") : QByteArray("secure"));
        }
        QVERIFY(plain.requests().value(0).header("Via").contains("tinyproxy"));
    }

private:
    AccessManager::Options through(const QString &proxy) const
    {
        return {.caFile = m_certificate.certificateFile(), .proxy = proxy};
    }

    Certificate m_certificate;
    QUrl m_nowhere{QStringLiteral("http://origin.invalid/x?y")};
};

TRAWL_TEST(Guiless, TestProxy)

} // namespace tst_proxy

#include "tst_proxy.moc"
