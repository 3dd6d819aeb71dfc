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
    void loop_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("to itself") << QByteArray("/a");
        QTest::newRow("of two") << QByteArray("/b");
    }
    void loop()
    {
        QFETCH(QByteArray, second);
        f->server.redirect("/a", second);
        if (second != "/a")
            f->server.redirect(second, "/a");
        const auto outcome = f->fetch("/a");
        QCOMPARE(outcome.failure.reason, Reason::TooManyRedirects);
        QVERIFY(outcome.failure.detail.contains(QStringLiteral("20")));
        QCOMPARE(f->server.seen.size(), 21);
    }
    /// It is no loop to come to a URL twice: what it answers may be another thing then.
    void thereAndBack()
    {
        f->server.on("/a", [this](QTcpSocket &socket, const ScriptServer::Request &) {
            socket.write(f->server.seen.size() == 1
                             ? "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"
                             : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nin");
        });
        f->server.redirect("/b", "/a");
        const auto outcome = f->fetch("/a");
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QCOMPARE(outcome.redirects, 2);
        QCOMPARE(f->partBytes(), QByteArray("in"));
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
    void cookiesOfServersAreSentBack_data()
    {
        QTest::addColumn<bool>("wanted");
        QTest::newRow("usually") << true;
        QTest::newRow("turned off") << false;
    }
    void cookiesOfServersAreSentBack()
    {
        QFETCH(bool, wanted);
        QFETCH_GLOBAL(item::HttpStack, stack);
        f->settings.cookiesInMemory = wanted;
        f->server.send("/a", "HTTP/1.1 302 Found\r\nSet-Cookie: id=1; Path=/\r\nLocation: /end\r\n"
                             "Content-Length: 0\r\n\r\n");
        QVERIFY(f->fetch("/a").ok());
        QCOMPARE(f->server.seen.last().has("Cookie: id=1"),
                 wanted && stack == item::HttpStack::Curl);
    }
    /// A wall: the same URL answers otherwise to who brings its cookie.
    void toItselfWithACookie()
    {
        QFETCH_GLOBAL(item::HttpStack, stack);
        if (stack == item::HttpStack::Qt)
            QSKIP("keeps no cookies for us");
        f->server.on("/wall", [](QTcpSocket &socket, const ScriptServer::Request &request) {
            socket.write(request.has("Cookie: sid=1")
                             ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nin"
                             : "HTTP/1.1 302 Found\r\nLocation: /wall\r\n"
                               "Set-Cookie: sid=1; Path=/\r\nContent-Length: 0\r\n\r\n");
        });
        const auto outcome = f->fetch("/wall");
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QCOMPARE(outcome.redirects, 1);
        QCOMPARE(f->server.seen.size(), 2);
    }
    void eachJobHasItsCookies()
    {
        QFETCH_GLOBAL(item::HttpStack, stack);
        if (stack == item::HttpStack::Qt)
            QSKIP("keeps no cookies for us");
        f->server.body("/set", "x", "Set-Cookie: id=1; Path=/\r\n");
        const auto visit = [this](const QByteArray &path, int job) {
            item::Request request{item::ItemId(++f->lastId), f->server.url(path), f->part(), {}};
            request.job = item::JobId(job);
            const auto running = f->start(request);
            return support::comes([&] { return running->outcome.has_value(); }) &&
                   running->outcome->ok();
        };
        QVERIFY(visit("/set", 1));
        QVERIFY(visit("/end", 2));
        QVERIFY(!f->server.seen.last().has("Cookie"));
        QVERIFY(visit("/end", 1));
        QVERIFY(f->server.seen.last().has("Cookie: id=1"));
    }
    /// QUrl is no round trip: it writes escapes anew.
    void whatIsAskedIsWhatIsGiven_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("stock"); // QUrl knows it, too
        QTest::newRow("stray %") << QByteArray("/x?u=http%3A%2F%2Fh%2F&rate=5%") << false;
        QTest::newRow("stray % in the path") << QByteArray("/a%20b/100%") << false;
        QTest::newRow("unreserved") << QByteArray("/d?s=%7E%41") << false;
        QTest::newRow("unreserved in the path") << QByteArray("/%61pi") << false;
        QTest::newRow("lower case") << QByteArray("/s?a=%c3%a9") << false;
        QTest::newRow("bar") << QByteArray("/q?a=b|c") << false;
        QTest::newRow("others that stay") << QByteArray("/a|b?{}|\\^`[]") << false;
        QTest::newRow("no UTF-8") << QByteArray("/%ff%FE?%80") << false;
        QTest::newRow("empty query") << QByteArray("/x?") << true;
        QTest::newRow("two slashes") << QByteArray("//x//y/") << false;
        QTest::newRow("dots that are none") << QByteArray("/%2e%2e%2e/...") << false;
        QTest::newRow("zero") << QByteArray("/a%00b?%0d%0A") << false;
    }
    void whatIsAskedIsWhatIsGiven()
    {
        QFETCH(QByteArray, target);
        QFETCH(bool, stock);
        QFETCH_GLOBAL(item::HttpStack, stack);
        if (stack == item::HttpStack::Qt && !stock)
            QSKIP("takes its URLs as QUrl only");
        const auto path = target.split('?').first();
        f->server.body(path, "x");
        f->server.redirect("/a", f->server.url(target));
        const auto outcome = f->fetch(target);
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QCOMPARE(outcome.finalUrl, f->server.url(target));
        QVERIFY(f->fetch("/a").ok());
        QCOMPARE(f->server.seen.size(), 3);
        QCOMPARE(f->server.seen[0].target, target);
        QCOMPARE(f->server.seen[2].target, target);
    }
    /// The stock stack writes escapes anew, but none is one twice.
    void aStrayPercentSpoilsNoOther()
    {
        f->server.body("/x", "x");
        QVERIFY(f->fetch("/x?u=%3A%2F&rate=5%&z=%C3%A9").ok());
        const auto target = f->server.seen.last().target;
        QVERIFY2(target.contains("%3A%2F") && target.contains("%C3%A9") &&
                     !target.contains("%253A"),
                 target);
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
