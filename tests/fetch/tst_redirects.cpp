// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchfixture.h"
#include "support/testmain.h"

namespace tst_redirects {

using namespace trawl;
using namespace trawl::tests;
using item::Reason;

/// Redirects: followed by the transfer itself, never by the stack under it.
class TestRedirects : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FetchFixture> f;

private Q_SLOTS:
    void initTestCase_data() { addStacks(); }
    void init()
    {
        QFETCH_GLOBAL(item::HttpStack, stack);
        f = std::make_unique<FetchFixture>(stack);
        f->server.body("/end", "the end");
    }
    void cleanup() { f.reset(); }

    void kinds_data()
    {
        QTest::addColumn<int>("code");
        for (const int code : {301, 302, 303, 307, 308})
            QTest::addRow("%d", code) << code;
    }
    void kinds()
    {
        QFETCH(int, code);
        f->server.redirect("/a", "/end", code);
        const auto outcome = f->fetch("/a");
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QCOMPARE(f->partBytes(), QByteArray("the end"));
        QCOMPARE(outcome.bytes, 7);
        QCOMPARE(outcome.redirects, 1);
        QCOMPARE(outcome.head.code, 200);
        QCOMPARE(outcome.finalUrl, f->server.url("/end"));
    }
    void notModifiedIsNoRedirect()
    {
        f->server.send("/a", "HTTP/1.1 304 Not Modified\r\nLocation: /end\r\n\r\n");
        QCOMPARE(f->fetch("/a").failure.httpCode, 304);
    }
    void locationsOfTheWeb_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("relative") << QByteArray("../end");
        QTest::newRow("backslash") << QByteArray("\\end");
        QTest::newRow("tab inside") << QByteArray("/e\tnd");
        QTest::newRow("fragment") << QByteArray("/end#there");
    }
    void locationsOfTheWeb()
    {
        QFETCH(QByteArray, location);
        f->server.redirect("/folder/a", location);
        const auto outcome = f->fetch("/folder/a");
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QCOMPARE(outcome.finalUrl, f->server.url("/end"));
    }
    void aChainAsLongAsAllowed_data()
    {
        QTest::addColumn<int>("hops");
        QTest::addColumn<bool>("ok");
        QTest::newRow("20") << 20 << true;
        QTest::newRow("21") << 21 << false;
    }
    void aChainAsLongAsAllowed()
    {
        QFETCH(int, hops);
        QFETCH(bool, ok);
        for (int i = 0; i < hops; ++i) {
            const auto next = i + 1 < hops ? "/" + QByteArray::number(i + 1) : QByteArray("/end");
            f->server.redirect("/" + QByteArray::number(i), next);
        }
        const auto outcome = f->fetch("/0");
        QCOMPARE(outcome.ok(), ok);
        QCOMPARE(f->server.seen.size(), 21);
        QCOMPARE(outcome.redirects, 20);
        if (!ok) {
            QCOMPARE(outcome.failure.reason, Reason::TooManyRedirects);
            QVERIFY(!outcome.failure.temporary);
            QVERIFY(!f->partExists());
        }
    }
    void loop()
    {
        f->server.redirect("/a", "/b");
        f->server.redirect("/b", "/a");
        QCOMPARE(f->fetch("/a").failure.reason, Reason::TooManyRedirects);
        QCOMPARE(f->server.seen.size(), 2);
    }
    void badTargets_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("file") << QByteArray("file:///etc/passwd");
        QTest::newRow("data") << QByteArray("data:text/plain,x");
        QTest::newRow("no host") << QByteArray("http://");
    }
    void badTargets()
    {
        QFETCH(QByteArray, location);
        f->server.redirect("/a", location);
        const auto outcome = f->fetch("/a");
        QCOMPARE(outcome.failure.reason, Reason::BadRedirect);
        QVERIFY(!outcome.failure.temporary);
        QCOMPARE(f->server.seen.size(), 1);
        QVERIFY(!f->partExists());
    }
    void withoutLocation()
    {
        f->server.send("/a", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(f->fetch("/a").failure.reason, Reason::BadRedirect);
    }
    void theFirstOriginKeepsItsHeaders()
    {
        ScriptServer other;
        other.redirect("/there", f->server.url("/end"));
        f->server.redirect("/a", "/b");
        f->server.redirect("/b", other.url("/there"));
        f->settings.headers = {{"Authorization", "Basic c2VjcmV0"}, {"X-Job", "job"}};
        f->settings.userAgent = "Tester/1";
        const auto outcome = f->fetch("/a", {{"Cookie", "id=secret"}, {"X-Item", "item"}});
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QCOMPARE(outcome.redirects, 3);
        QCOMPARE(outcome.hops, (QList<QByteArray>{f->server.url("/b"), other.url("/there")}));
        QCOMPARE(outcome.finalUrl, f->server.url("/end"));
        QCOMPARE(f->server.seen.size(), 3);
        const QList<QByteArray> own{"Authorization: Basic c2VjcmV0", "X-Job: job",
                                    "Cookie: id=secret", "X-Item: item"};
        for (const auto &field : own) {
            for (const auto &request : std::as_const(f->server.seen))
                QVERIFY2(request.has(field), request.head);
        }
        QCOMPARE(other.seen.size(), 1);
        for (const auto *name : {"Authorization", "Cookie", "X-Job", "X-Item", "secret", "Referer"})
            QVERIFY2(!other.seen[0].has(name), other.seen[0].head);
        QVERIFY(other.seen[0].has("User-Agent: Tester/1"));
    }
    void cookiesOfServersAreNotKept()
    {
        f->server.send("/a", "HTTP/1.1 302 Found\r\nSet-Cookie: id=1; Path=/\r\nLocation: /end\r\n"
                             "Content-Length: 0\r\n\r\n");
        QVERIFY(f->fetch("/a").ok());
        QVERIFY(!f->server.seen.last().has("Cookie"));
    }
    void aCutRedirectBodyDoesNotMatter()
    {
        f->server.send(
            "/a", "HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 100\r\n\r\ncut", true);
        QVERIFY(f->fetch("/a").ok());
        QCOMPARE(f->partBytes(), QByteArray("the end"));
    }
    void theNextHopFails()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const auto port = QByteArray::number(closed.serverPort());
        closed.close();
        f->server.redirect("/a", "http://127.0.0.1:" + port + "/");
        const auto outcome = f->fetch("/a");
        QCOMPARE(outcome.failure.reason, Reason::Connect);
        QCOMPARE(outcome.head.code, 0);
    }
};

TRAWL_TEST(Guiless, TestRedirects)

} // namespace tst_redirects

#include "tst_redirects.moc"
