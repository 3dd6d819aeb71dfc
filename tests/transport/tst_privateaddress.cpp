// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/failures.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "transport/privateaddress.h"
#include "transport/replies.h"

namespace tst_privateaddress {

using namespace trawl;
using namespace trawl::support;
using namespace trawl::test;
using transport::AccessManager;

class TestPrivateAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<bool>("isPrivate");
        for (const char *text : {"0.0.0.0",
                                 "10.0.0.1",
                                 "100.64.0.1",
                                 "127.0.0.1",
                                 "127.255.255.255",
                                 "169.254.169.254",
                                 "172.16.0.1",
                                 "172.31.255.255",
                                 "192.168.1.1",
                                 "198.18.0.1",
                                 "224.0.0.1",
                                 "255.255.255.255",
                                 "::",
                                 "::1",
                                 "fe80::1",
                                 "fc00::1",
                                 "fd12:3456::1",
                                 "ff02::1",
                                 "::ffff:10.0.0.1",
                                 "64:ff9b::7f00:1",
                                 "2002:a00:1::1"})
            QTest::newRow(text) << true;
        for (const char *text : {"1.1.1.1",
                                 "9.255.255.255",
                                 "11.0.0.0",
                                 "100.63.255.255",
                                 "100.128.0.0",
                                 "126.0.0.1",
                                 "128.0.0.1",
                                 "169.253.255.255",
                                 "172.15.255.255",
                                 "172.32.0.0",
                                 "192.167.255.255",
                                 "192.169.0.0",
                                 "223.255.255.255",
                                 "2606:4700::1111",
                                 "2001:db8::1",
                                 "::ffff:1.1.1.1",
                                 "64:ff9b::101:101",
                                 "2002:101:101::1",
                                 "",
                                 "localhost",
                                 "10.0.0",
                                 "10.0.0.1.example"})
            QTest::newRow(text) << false;
    }
    void addresses()
    {
        QFETCH(const bool, isPrivate);
        QCOMPARE(transport::isPrivateAddress(QTest::currentDataTag()), isPrivate);
    }
    void isNotConnectedTo_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("address") << QStringLiteral("127.0.0.1");
        QTest::newRow("name") << QStringLiteral("localhost");
    }
    void isNotConnectedTo()
    {
        QFETCH(const QString, host);
        const RawServer server(RawServer::always(ok("Content-Length: 2\r\n", "ok")));
        AccessManager manager{AccessManager::Options()};
        QNetworkRequest request(
            QUrl(QStringLiteral("http://%1:%2/x").arg(host).arg(server.port())));
        request.setAttribute(QNetworkRequest::Attribute(transport::PublicOnly), true);
        const ReplyPtr reply(manager.get(request));
        QVERIFY(finishes(*reply));
        const auto failure = fetch::describe(
            {reply->error(), attribute(*reply, transport::CurlCode).toInt(), reply->errorString()});
        QCOMPARE(failure.reason, item::Reason::PrivateAddress);
        QVERIFY2(failure.detail.contains(host), qPrintable(failure.detail));
        QVERIFY(!failure.temporary);
        QCOMPARE(server.connections(), 0);
    }
    void aConnectionThatIsThereIsNotUsed()
    {
        const RawServer server(RawServer::always(ok("Content-Length: 2\r\n", "ok")));
        AccessManager manager{AccessManager::Options()};
        QNetworkRequest request(server.url());
        const ReplyPtr first(manager.get(request));
        QVERIFY(finishes(*first));
        QCOMPARE(status(*first), 200);
        QCOMPARE(attribute(*first, transport::PeerIsPrivate), QVariant(true));
        request.setAttribute(QNetworkRequest::Attribute(transport::PublicOnly), true);
        const ReplyPtr second(manager.get(request));
        QVERIFY(finishes(*second));
        QCOMPARE(attribute(*second, transport::CurlCode).toInt(), int(CURLE_ABORTED_BY_CALLBACK));
        QCOMPARE(server.requests().size(), 1);
    }
};

TRAWL_TEST(Guiless, TestPrivateAddress)

} // namespace tst_privateaddress

#include "tst_privateaddress.moc"
