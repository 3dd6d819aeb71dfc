// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/scope.h"

#include "support/testmain.h"
#include <QTest>

namespace tst_scope {

using namespace trawl;
using crawl::Scope;
using item::Span;
using Verdict = crawl::Scope::Verdict;

namespace {

Scope scopeOf(const item::CrawlRules &rules, const QByteArray &seed = "http://www.example.co.uk/a")
{
    auto scope = Scope::compile(rules);
    Q_ASSERT(scope);
    scope->addSeed(seed);
    return *scope;
}

} // namespace

class TestScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans_data()
    {
        QTest::addColumn<QByteArray>("seed");
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("host");
        QTest::addColumn<bool>("domain");
        const auto row = [](const char *seed, const char *url, bool host, bool domain) {
            QTest::addRow("%s from %s", url, seed)
                << QByteArray(seed) << QByteArray(url) << host << domain;
        };
        const char *www = "http://www.example.co.uk/a";
        row(www, "http://www.example.co.uk/b/c?d", true, true);
        row(www, "https://www.example.co.uk/", true, true);
        row(www, "http://www.example.co.uk:8080/", true, true);
        row(www, "http://www.example.co.uk./", true, true);
        row(www, "http://example.co.uk/", false, true);
        row(www, "http://a.b.example.co.uk/", false, true);
        row(www, "http://other.co.uk/", false, false);
        row(www, "http://notexample.co.uk/", false, false);
        row(www, "http://www.example.co.uk.evil.org/", false, false);
        row(www, "http://evil.org/www.example.co.uk", false, false);
        row("http://joe.github.io/", "http://jane.github.io/", false, false);
        row("http://github.io/", "http://joe.github.io/", false, false);
        row("http://a.example.com./", "http://b.example.com/", false, true);
        row("http://xn--bcher-kva.example/", "http://a.xn--bcher-kva.example/", false, true);
        row("http://10.0.0.1:80/", "http://10.0.0.1:81/", true, true);
        row("http://10.0.0.1/", "http://11.0.0.1/", false, false);
        row("http://[2001:db8::1]:8080/", "http://[2001:db8::1]/", true, true);
        row("http://[2001:db8::1]/", "http://[2001:db8::2]/", false, false);
        row("http://localhost:8080/", "http://localhost/", true, true);
        row("http://localhost/", "http://a.localhost/", false, false);
        row("http://intranet/", "http://other/", false, false);
    }
    void spans()
    {
        QFETCH(QByteArray, seed);
        QFETCH(QByteArray, url);
        QFETCH(bool, host);
        QFETCH(bool, domain);
        const auto follows = [&](Span span) {
            return scopeOf({.span = span}, seed).check(url, 1) == Verdict::Follow;
        };
        QCOMPARE(follows(Span::Host), host);
        QCOMPARE(follows(Span::Domain), domain);
        QVERIFY(follows(Span::Any));
    }
    void everySeedCounts()
    {
        auto scope = scopeOf({});
        scope.addSeed("https://other.example/x");
        QCOMPARE(scope.check("http://other.example/", 1), Verdict::Follow);
        QCOMPARE(scope.check("http://www.example.co.uk/", 1), Verdict::Follow);
        QCOMPARE(scope.check("http://third.example/", 1), Verdict::OtherHost);
    }
    void withoutSeedsNothingIsNear()
    {
        QCOMPARE(Scope::compile({})->check("http://a.b/", 1), Verdict::OtherHost);
        QCOMPARE(Scope::compile({.span = Span::Any})->check("http://a.b/", 1), Verdict::Follow);
    }
    void depth()
    {
        const QByteArray url("http://www.example.co.uk/x");
        QCOMPARE(scopeOf({.depth = 2}).check(url, 2), Verdict::Follow);
        QCOMPARE(scopeOf({.depth = 2}).check(url, 3), Verdict::TooDeep);
        QCOMPARE(scopeOf({.depth = 0}).check(url, 0), Verdict::Follow);
        QCOMPARE(scopeOf({.depth = 0}).check(url, 1), Verdict::TooDeep);
        QCOMPARE(scopeOf({}).check(url, 1'000'000), Verdict::Follow);
    }
    void whatRepeatsItself_data()
    {
        QTest::addColumn<bool>("endless");
        const auto row = [](const char *path, bool endless) { QTest::newRow(path) << endless; };
        row("/a/a/a/a/a", true);
        row("/x/a/a/a/a/a/y.html", true);
        row("/a/a/a/a", false);
        row("/a/b/a/b/a/b/a/b/a/b", true);
        row("/a/b/a/b/a/b/a/b", false);
        row("/en/a/b/c/a/b/c/a/b/c/a/b/c/a/b/c/", true);
        row("/2020/01/01/2020", false);
        row("//////////", false);
        row("/q?a/a/a/a/a/a/a/a", false);
        row("/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t", false);
    }
    void whatRepeatsItself()
    {
        QFETCH(const bool, endless);
        const auto url = QByteArray("http://www.example.co.uk") + QTest::currentDataTag();
        QCOMPARE(scopeOf({}).check(url, 1), endless ? Verdict::Endless : Verdict::Follow);
    }
    void patterns_data()
    {
        QTest::addColumn<QStringList>("allow");
        QTest::addColumn<QStringList>("deny");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char *title, const QStringList &allow, const QStringList &deny,
                            Verdict verdict) { QTest::newRow(title) << allow << deny << verdict; };
        const auto a = QStringLiteral("/item/\\d+");
        const auto b = QStringLiteral("\\.pdf$");
        const auto c = QStringLiteral("^https?://[^/]+/item/");
        row("none", {}, {}, Verdict::Follow);
        row("allowed", {a}, {}, Verdict::Follow);
        row("one of two", {b, a}, {}, Verdict::Follow);
        row("not allowed", {b}, {}, Verdict::NotAllowed);
        row("denied", {}, {c}, Verdict::Denied);
        row("one of two denies", {}, {b, c}, Verdict::Denied);
        row("deny wins", {a}, {c}, Verdict::Denied);
        row("neither", {b}, {QStringLiteral("x{9}")}, Verdict::NotAllowed);
        row("case counts", {QStringLiteral("/ITEM/")}, {}, Verdict::NotAllowed);
        row("unless it says so", {QStringLiteral("(?i)/ITEM/")}, {}, Verdict::Follow);
    }
    void patterns()
    {
        QFETCH(QStringList, allow);
        QFETCH(QStringList, deny);
        QFETCH(Verdict, verdict);
        QCOMPARE(scopeOf({.allow = allow, .deny = deny})
                     .check("http://www.example.co.uk/item/17?x=%20", 1),
                 verdict);
    }
    void badPatternIsNamed()
    {
        const auto scope = Scope::compile({.allow = {QStringLiteral("a"), QStringLiteral("ab(c")}});
        QVERIFY(!scope);
        QVERIFY2(scope.error().contains(QStringLiteral("'ab(c'")), qPrintable(scope.error()));
        QVERIFY2(scope.error().endsWith(QStringLiteral(" at 4")), qPrintable(scope.error()));
        QVERIFY(!Scope::compile({.deny = {QStringLiteral("[")}}));
    }
    /// What cannot be decided is not followed, and soon.
    void explodingPattern()
    {
        const QStringList bad{QStringLiteral("(?:a*)*b(?:(a+)+)+$")};
        const auto url =
            "http://www.example.co.uk/" + QByteArray(40, 'a') + 'b' + QByteArray(40, 'a') + '!';
        QCOMPARE(scopeOf({.deny = bad}).check(url, 1), Verdict::Denied);
        QCOMPARE(scopeOf({.allow = bad}).check(url, 1), Verdict::NotAllowed);
    }
    void domains()
    {
        using crawl::registrableDomain;
        QCOMPARE(registrableDomain("a.b.example.com"), "example.com");
        QCOMPARE(registrableDomain("example.com"), "example.com");
        QCOMPARE(registrableDomain("com"), "com");
        QCOMPARE(registrableDomain("co.uk"), "co.uk");
        QCOMPARE(registrableDomain("www.ck"), "www.ck"); // an exception to *.ck
        QCOMPARE(registrableDomain("a.b.c.ck"), "b.c.ck");
        QCOMPARE(registrableDomain("192.168.0.1"), "192.168.0.1");
        QCOMPARE(registrableDomain("[::1]"), "[::1]");
        QCOMPARE(registrableDomain(""), "");
    }
    void survivesAnyBytes()
    {
        const auto scope = scopeOf({.span = Span::Domain, .allow = {QStringLiteral("x")}});
        quint32 random = 1;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray text;
            for (int i = 0; i < round % 19; ++i) {
                random = random * 1664525 + 1013904223;
                text += ":/[]@.x\xff\0?#1"[(random >> 16) % 12];
            }
            QVERIFY(scope.check(text, 1) != Verdict::Follow);
        }
    }
};

TRAWL_TEST(Appless, TestScope)

} // namespace tst_scope

#include "tst_scope.moc"
