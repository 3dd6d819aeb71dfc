// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_faults_proxies {

using namespace trawl;
using namespace trawl::faults;
using support::RawConnection;
using support::RawServer;

/// A proxy that fails (row 41): it is named, and nobody goes round it.
class FaultsProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fails_data();
    void fails();
    void refuses();
    void nameUnknown();

private:
    static void checkNoWayRound(Bench &bench, const Site &secure, const QStringList &proxy);
};

void FaultsProxies::fails_data()
{
    QTest::addColumn<RawServer::Handler>("handler");
    QTest::newRow("41 407") << RawServer::always(
        "HTTP/1.1 407 Proxy Authentication Required\r\n"
        "Proxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("41 dies in CONNECT") << RawServer::Handler(
        [](RawConnection &connection) { std::ignore = connection.readRequest(); });
    QTest::newRow("41 resets in CONNECT") << RawServer::Handler([](RawConnection &connection) {
        std::ignore = connection.readRequest();
        connection.reset();
    });
    QTest::newRow("41 half an answer to CONNECT") << RawServer::once("HTTP/1.1 200 Conn");
    QTest::newRow("41 403 for CONNECT")
        << RawServer::once("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
}

void FaultsProxies::checkNoWayRound(Bench &bench, const Site &secure, const QStringList &proxy)
{
    const auto url = bench.distrust(secure.url("/x.bin"));
    QCOMPARE(bench.get(QStringList{QStringLiteral("--retries"), QStringLiteral("1")} + proxy), 1);
    HOLDS(bench);
    QCOMPARE(bench.row(url).reason, QStringLiteral("proxy"));
    QCOMPARE(secure.connections(), 0);
    QVERIFY2(bench.details().contains("proxy"), bench.details().constData());
}

void FaultsProxies::fails()
{
    QFETCH(const RawServer::Handler, handler);
    const RawServer proxy(handler);
    const support::Certificate certificate;
    Bench bench;
    auto &secure = bench.addSite({}, &certificate);
    checkNoWayRound(bench, secure,
                    {QStringLiteral("--cacert"), certificate.certificateFile(),
                     QStringLiteral("--proxy"), proxy.url({}).toString()});
    QVERIFY(proxy.connections() > 0);
}

void FaultsProxies::refuses()
{
    quint16 port = 0;
    {
        const RawServer gone(RawServer::always({}));
        port = gone.port();
    }
    Bench bench;
    checkNoWayRound(bench, bench.site(),
                    {QStringLiteral("--proxy"), QStringLiteral("http://127.0.0.1:%1").arg(port)});
}

void FaultsProxies::nameUnknown()
{
    Bench bench;
    checkNoWayRound(bench, bench.site(),
                    {QStringLiteral("--proxy"), QStringLiteral("http://proxy.invalid:3128")});
}

TRAWL_TEST(Guiless, FaultsProxies)

} // namespace tst_faults_proxies

#include "tst_faults_proxies.moc"
