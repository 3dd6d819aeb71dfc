// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "faults/namespaces.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_faults_private {

using namespace trawl;
using namespace trawl::faults;

namespace {

bool ownNetwork = false;
const QByteArray
    publicAddress("203.0.113.1"); // nobody's (RFC 5737), but not of anybody's own network

QStringList scrape(const QByteArray &url, const QStringList &more = {})
{
    return QStringList{QStringLiteral("scrape"),   QString::fromLatin1(url),
                       QStringLiteral("--follow"), QStringLiteral("a"),
                       QStringLiteral("--span"),   QStringLiteral("any"),
                       QStringLiteral("--field"),  QStringLiteral("title=title"),
                       QStringLiteral("-o"),       QStringLiteral("r.jsonl")} +
           more;
}

} // namespace

/// A public page links or redirects to the person's own network (row 16a): nothing there is asked.
class FaultsPrivate : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        ownNetwork = takeMountsAndNetwork() && addLoopbackAddress(publicAddress.constData());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!ownNetwork)
            QSKIP("no network of its own is allowed here");
    }
    void redirects_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("16a by number") << QByteArray("127.0.0.1");
        QTest::newRow("16a by name") << QByteArray("localhost");
        QTest::newRow("16a in IPv6") << QByteArray("[::ffff:127.0.0.1]");
    }
    void redirects()
    {
        QFETCH(const QByteArray, host);
        Bench bench;
        auto &secrets = bench.site();
        secrets.answerAll(serving({bodyOf("secret", 100)}));
        auto &world = bench.addSite({.address = publicAddress});
        const auto target = secrets.url("/secret").replace("127.0.0.1", host);
        world.answer("/r", status("302 Found", "Location: " + target + "\r\n"));
        bench.distrust(world.url("/r"));
        QCOMPARE(bench.get(), 1);
        HOLDS(bench);
        QCOMPARE(bench.row(world.url("/r")).reason, QStringLiteral("private-address"));
        QCOMPARE(secrets.connections(), 0);
        QCOMPARE(bench.get({QStringLiteral("--allow-private")}), 0);
        QCOMPARE(secrets.requestsFor("/secret"), 1);
    }
    void links()
    {
        Bench bench;
        auto &secrets = bench.site();
        secrets.answerAll(serving({bodyOf("secret", 100)}));
        auto &world = bench.addSite({.address = publicAddress});
        const QByteArray page("<title>p</title><a href=\"" + secrets.url("/secret") +
                              "\">x</a><a href=\"/y\">y</a>");
        world.answer("/", raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " +
                              QByteArray::number(page.size()) + "\r\n\r\n" + page));
        QCOMPARE(bench.trawlc().run(scrape(world.url("/"))), 1); // robots.txt and /y are not there
        QCOMPARE(secrets.connections(), 0);
        QVERIFY(world.requestsFor("/y") > 0);
        std::ignore =
            bench.trawlc().run(scrape(world.url("/"), {QStringLiteral("--allow-private")}));
        QCOMPARE(secrets.requestsFor("/secret"), 1);
    }
    /// A list that names a host of the own network means it, and what is there leads on there.
    void theListsOwnHostsAreMeant()
    {
        Bench bench;
        auto &own = bench.site();
        own.answer("/r", status("302 Found", "Location: /there\r\n"));
        bench.expect(own.url("/r"), bodyOf("there", 100));
        own.answer("/there", serving({bodyOf("there", 100)}));
        QCOMPARE(bench.get(), 0);
        HOLDS(bench);
    }
};

TRAWL_TEST(Guiless, FaultsPrivate)

} // namespace tst_faults_private

#include "tst_faults_private.moc"
