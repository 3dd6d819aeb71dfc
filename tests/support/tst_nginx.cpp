// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nginx.h"
#include "support/testmain.h"

#include <QProcess>
#include <QSet>
#include <QTest>

#include <list>

namespace tst_nginx {

using trawl::support::NginxServer;

namespace {

/// With curl: a client that is not ours.
QByteArray fetch(const QStringList &arguments)
{
    QProcess curl;
    curl.start(QStringLiteral("curl"), QStringList{QStringLiteral("-sS")} + arguments);
    if (!curl.waitForFinished(trawl::support::patienceMs) || curl.exitCode() != 0)
        return "curl: " + curl.readAllStandardError();
    return curl.readAllStandardOutput();
}

} // namespace

class NginxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesHttp()
    {
        NginxServer server;
        QVERIFY2(server.isRunning(), server.errorLog().constData());
        const auto paths = server.pages(3, 1000);
        QCOMPARE(paths.size(), 3);
        QCOMPARE(paths.last(), QStringLiteral("/p/000003.html"));
        QCOMPARE(fetch({server.httpUrl(paths[1]).toString()}), NginxServer::page(2, 1000));

        QCOMPARE(fetch({QStringLiteral("-r"), QStringLiteral("10-19"),
                        server.httpUrl(paths[0]).toString()}),
                 NginxServer::page(1, 1000).sliced(10, 10));
        QTRY_COMPARE(server.requests().size(), 2);
        const auto last = server.requests().last();
        QCOMPARE(last.method, "GET");
        QCOMPARE(last.target, "/p/000001.html");
        QCOMPARE(last.status, 206);
        QCOMPARE(last.bytes, 10);
        QCOMPARE(last.protocol, "HTTP/1.1");
        QCOMPARE(last.range, "bytes=10-19");
        QCOMPARE(server.requestsFor("/p/000002.html"), 1);
        QCOMPARE(server.requestsFor("/p/000003.html"), 0);
    }

    void servesHttpsAndHttp2()
    {
        NginxServer server;
        QVERIFY(server.addFile(QStringLiteral("deep/down/a.json"), "{}"));
        const QString url = server.httpsUrl(QStringLiteral("/deep/down/a.json")).toString();
        QVERIFY(fetch({url}).startsWith("curl:")); // nobody knows the certificate
        QCOMPARE(fetch({QStringLiteral("--cacert"), server.caFile(), QStringLiteral("-w"),
                        QStringLiteral(" %{http_version} %{content_type}"), url}),
                 "{} 2 application/json");
        QString local = url;
        local.replace(QStringLiteral("127.0.0.1"), QStringLiteral("localhost"));
        QCOMPARE(fetch({QStringLiteral("--cacert"), server.caFile(), QStringLiteral("--http1.1"),
                        QStringLiteral("-w"), QStringLiteral(" %{http_version}"), local}),
                 "{} 1.1");
    }

    void takesDirectives()
    {
        NginxServer server({.server = "location /limit { limit_req zone=z; } "
                                      "location /gone { return 410 gone; }",
                            .http = "limit_req_zone $server_name zone=z:32k rate=1r/m;",
                            .accessLog = false});
        QVERIFY2(server.isRunning(), server.errorLog().constData());
        QCOMPARE(fetch({server.httpUrl(QStringLiteral("/gone")).toString()}), "gone");
        const QString limited = server.httpUrl(QStringLiteral("/limit")).toString();
        QVERIFY(fetch({limited}).contains("404"));
        QVERIFY(fetch({limited}).contains("503"));
        QVERIFY(server.requests().isEmpty());
    }

    void wrongDirectiveIsTold()
    {
        const NginxServer server({.server = "no such directive;"});
        QVERIFY(!server.isRunning());
        QVERIFY(server.errorLog().contains("unknown directive"));
    }

    void manyAtOnceOnPortsOfTheirOwn()
    {
        std::list<NginxServer> servers(4);
        QSet<quint16> ports;
        for (const auto &server : servers) {
            QVERIFY(server.isRunning());
            ports += {server.httpPort(), server.httpsPort()};
        }
        QCOMPARE(ports.size(), 8);
    }

    void nothingIsLeft()
    {
        QString url;
        QString root;
        {
            NginxServer server;
            QVERIFY(server.isRunning());
            url = server.httpUrl().toString();
            root = server.root();
        }
        QVERIFY(fetch({url}).startsWith("curl:"));
        QVERIFY(!QFile::exists(root));
    }

    void pagesDiffer()
    {
        QSet<QByteArray> seen;
        for (int i = 1; i <= 1000; ++i) {
            const QByteArray page = NginxServer::page(i, 200);
            QCOMPARE(page.size(), 200);
            QVERIFY(page.endsWith("</html>\n"));
            seen.insert(page);
        }
        QCOMPARE(seen.size(), 1000);
        QCOMPARE(NginxServer::page(1, 5'000'000).size(), 5'000'000);
    }
};

TRAWL_TEST(Guiless, NginxTest)

} // namespace tst_nginx

#include "tst_nginx.moc"
