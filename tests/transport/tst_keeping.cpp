// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawserver.h"
#include "support/testmain.h"
#include "transport/namecachebound.h"
#include "transport/replies.h"

namespace tst_keeping {

using namespace trawl::support;
using namespace trawl::test;
using trawl::transport::AccessManager;
using trawl::transport::NameCacheBound;

/// What is kept for the next request: connections, and names.
class TestKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastRequestOfAHostClosesItsConnection_data()
    {
        QTest::addColumn<bool>("last");
        QTest::addColumn<QByteArray>("response");
        QTest::addColumn<bool>("kept");
        const auto to = [](const char *status, const QByteArray &location) {
            return QByteArray("HTTP/1.1 ") + status + "\r\nLocation: " + location +
                   "\r\nContent-Length: 0\r\n\r\n";
        };
        const auto elsewhere = to("302 Found", "http://localhost:1/x");
        QTest::newRow("more is to come") << false << okSized("body") << true;
        QTest::newRow("more is to come, elsewhere") << false << elsewhere << true;
        QTest::newRow("a file") << true << okSized("body") << false;
        QTest::newRow("an error") << true << to("404 Not Found", "/x") << false;
        QTest::newRow("elsewhere") << true << elsewhere << false;
        QTest::newRow("other scheme") << true << to("301 Moved", "https://127.0.0.1/") << false;
        QTest::newRow("no target")
            << true << QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n") << false;
        QTest::newRow("within the host") << true << to("302 Found", "/other") << true;
        QTest::newRow("by its path") << true << to("308 Moved", "x/y?z") << true;
    }
    void theLastRequestOfAHostClosesItsConnection()
    {
        QFETCH(const bool, last);
        QFETCH(const QByteArray, response);
        QFETCH(const bool, kept);
        const RawServer server(RawServer::always(response));
        AccessManager manager({});
        QNetworkRequest request(server.url());
        if (last)
            request.setAttribute(QNetworkRequest::Attribute(trawl::transport::LastOfHost), true);
        for (int i = 0; i < 2; ++i) {
            const ReplyPtr reply(manager.get(request));
            QVERIFY(finishes(*reply));
        }
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.connections(), kept ? 1 : 2);
        QTRY_COMPARE(server.openConnections(), kept ? 1 : 0);
    }
    void namesAreForgottenWhenTheyAreMany()
    {
        NameCacheBound bound;
        const auto fill = [&bound](std::size_t count) {
            bool empties = false;
            for (std::size_t i = 0; i < count && !empties; ++i)
                empties = bound.isToEmpty("http://host" + QByteArray::number(qulonglong(i)));
            return empties;
        };
        QVERIFY(!fill(NameCacheBound::mostOrigins));
        QVERIFY(!fill(NameCacheBound::mostOrigins)); // they are the same
        QVERIFY(bound.isToEmpty("http://another"));
        QVERIFY(bound.isToEmpty("http://host1")); // until one has come to its end
        bound.emptied();
        QVERIFY(!fill(NameCacheBound::mostOrigins));
    }
};

TRAWL_TEST(Guiless, TestKeeping)

} // namespace tst_keeping

#include "tst_keeping.moc"
