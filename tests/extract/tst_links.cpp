// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extractor.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_links {

using namespace trawl;
using namespace trawl::extract;
using item::Follow;

namespace {

Harvest harvested(const Follow &follow, const QByteArray &html, bool nofollow = true)
{
    item::Recipe recipe;
    recipe.pages = {item::Page{.name = {}, .rows = {}, .fields = {}, .follow = {follow}}};
    recipe.crawl.nofollow = nofollow;
    const auto extractor = Extractor::compile(recipe);
    return extractor ? (*extractor)->run({html, "text/html", "http://h.test/dir/page?q"}, 0)
                     : Harvest();
}

QByteArray urls(const Harvest &harvest)
{
    QByteArrayList result;
    for (const item::FoundLink &link : harvest.links)
        result.append(link.url);
    return result.join(' ');
}

Follow by(const char *selector)
{
    return {.selector = QString::fromUtf8(selector)};
}

} // namespace

class LinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void found_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QByteArray>("links");
        const auto row = [](const char *selector, const char *html, const char *links) {
            QTest::addRow("%s in %s", selector, html)
                << QString::fromUtf8(selector) << QByteArray(html) << QByteArray(links);
        };
        row("a", "<a href=x>", "http://h.test/dir/x");
        row("a", "<a href='  /x\n'>", "http://h.test/x");
        row("a", "<a href='\\\\o.test\\y'>", "http://o.test/y");
        row("a", "<a href=x#1><a href=x#2><a href=./x>", "http://h.test/dir/x");
        row("a", "<a href='mailto:x@y'><a href='javascript:x()'><a href='http://'><a>", "");
        row("a", "<a href=''>", "");
        row("*", "<img src=1><iframe src=2></iframe><link href=3><area href=4>",
            "http://h.test/dir/1 http://h.test/dir/2 http://h.test/dir/3 http://h.test/dir/4");
        row("img::attr(srcset)",
            "<img src=0 srcset='1 1x, /2 2x,data:image/gif;base64,A 3x, 4?a,b 9w'>",
            "http://h.test/dir/1 http://h.test/2 http://h.test/dir/4?a,b");
        row("xpath://img/@srcset", "<img srcset='1, 2'>",
            "http://h.test/dir/1 http://h.test/dir/2");
        row("source", "<picture><source srcset='1 100w, 2 200w'><img src=3></picture>",
            "http://h.test/dir/1 http://h.test/dir/2");
        row("a::attr(data-u)", "<a data-u=x>", "http://h.test/dir/x");
        row("li::text", "<li> http://o.test/x </li>", "http://o.test/x");
        row("xpath://a/@href", "<a href=x>", "http://h.test/dir/x");
        row("regex:u=(\\S+)", "<script>u=/x </script>", "http://h.test/x");
        row("p", "<p>http://o.test/x", "");
        row("a", "<base href='/b/'><base href='/c/'><a href=x>", "http://h.test/b/x");
        row("a", "<base href='http://o.test/b/c'><a href=x><a href=?r>",
            "http://o.test/b/x http://o.test/b/c?r");
        row("a", "<base target=x><base href='mailto:x'><a href=x>", "http://h.test/dir/x");
        row("a", "<a href=1 rel=nofollow><a href=2 rel='ext NoFollow'><a href=3 rel=nofollower>",
            "http://h.test/dir/3");
        row("a::attr(href)", "<a href=1 rel=nofollow>", "");
        row("a", "<meta name=robots content='index, NOFOLLOW'><a href=1>", "");
        row("a", "<meta name=ROBOTS content=none><a href=1>", "");
        row("a", "<meta name=robots content=noindex><a href=1>", "http://h.test/dir/1");
        row("a", "<meta name=description content=nofollow><a href=1>", "http://h.test/dir/1");
    }

    void found()
    {
        QFETCH(QString, selector);
        QFETCH(QByteArray, html);
        QTEST(urls(harvested({.selector = selector}, html)), "links");
    }

    void nofollowMayBeIgnored()
    {
        const QByteArray html = "<meta name=robots content=nofollow><a rel=nofollow href=1>";
        QCOMPARE(urls(harvested(by("a"), html, false)), QByteArray("http://h.test/dir/1"));
        QVERIFY(!harvested(by("a"), html).note.isEmpty());
    }

    void patterns()
    {
        const QByteArray html = "<a href=/p/1><a href=/p/2><a href=/q/1>";
        Follow follow = by("a");
        follow.allow = QStringLiteral("/p/");
        QCOMPARE(urls(harvested(follow, html)), QByteArray("http://h.test/p/1 http://h.test/p/2"));
        follow.deny = QStringLiteral("1$");
        QCOMPARE(urls(harvested(follow, html)), QByteArray("http://h.test/p/2"));
        follow.allow.clear();
        QCOMPARE(urls(harvested(follow, html)), QByteArray("http://h.test/p/2"));
    }

    void atMostSoMany()
    {
        QByteArray html;
        for (int i = 0; i < 100'010; ++i)
            html += "<a href=" + QByteArray::number(i) + ">x</a>";
        const Harvest harvest = harvested(by("a"), html);
        QCOMPARE(harvest.links.size(), 100'000);
        QVERIFY(harvest.note.contains(QStringLiteral("links")));
    }

    void referrers_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<item::Referrer>("referrer");
        using item::Referrer;
        const auto row = [](const char *html, Referrer referrer) {
            QTest::newRow(html) << QByteArray(html) << referrer;
        };
        row("<a href=x>", Referrer::Page);
        row("<a href=http://h.test:80/x>", Referrer::Page);
        row("<a href=http://h.test:81/x>", Referrer::Origin);
        row("<a href=https://h.test/x>", Referrer::Origin);
        row("<a href=//o.test/x>", Referrer::Origin);
        row("<a href=x rel='nofoo NoReferrer'>", Referrer::None);
        row("<a href=x referrerpolicy=no-referrer>", Referrer::None);
        row("<a href=x referrerpolicy=origin>", Referrer::Origin);
        row("<a href=//o.test/x referrerpolicy=unsafe-url>", Referrer::Page);
        row("<a href=//o.test/x referrerpolicy=same-origin>", Referrer::None);
        row("<a href=x referrerpolicy=nonsense>", Referrer::Page);
        row("<meta name=Referrer content=no-referrer><a href=x>", Referrer::None);
        row("<meta name=referrer content=never><a href=x referrerpolicy=origin>", Referrer::Origin);
        row("<meta name=referrer content='origin, what'><a href=x>", Referrer::Origin);
    }

    void referrers()
    {
        QFETCH(QByteArray, html);
        const auto links = harvested(by("a"), html, false).links;
        QCOMPARE(links.size(), 1);
        QTEST(links[0].referrer, "referrer");
    }

    void referrerPolicyOfTheHead()
    {
        item::Recipe recipe;
        recipe.pages = {item::Page{.follow = {by("a")}}};
        const auto extractor = Extractor::compile(recipe);
        QVERIFY(extractor);
        const auto referrerBy = [&](const QByteArray &head, const QByteArray &page,
                                    const QByteArray &html) {
            return (*extractor)->run({html, "text/html", page, head}, 0).links.value(0).referrer;
        };
        QCOMPARE(referrerBy("HTTP/1.1 200 OK\r\nReferrer-Policy: no-referrer\r\n", "http://h.test/",
                            "<a href=x>"),
                 item::Referrer::None);
        QCOMPARE(referrerBy({}, "https://h.test/", "<a href=http://h.test/>"),
                 item::Referrer::None);
        QCOMPARE(referrerBy({}, "https://h.test/", "<a href=https://o.test/>"),
                 item::Referrer::Origin);
    }

    void refreshes_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QByteArray>("links");
        QTest::addColumn<bool>("record");
        const auto row = [](const char *html, const char *links, bool record) {
            QTest::newRow(html) << QByteArray(html) << QByteArray(links) << record;
        };
        row("<meta http-equiv=refresh content='0;url=/real'>", "http://h.test/real", false);
        row("<meta http-equiv=Refresh content='0; URL = \"x?a=1;b\" z'>",
            "http://h.test/dir/x?a=1;b", false);
        row("<meta http-equiv=refresh content=\"5,'/x'\">", "http://h.test/x", false);
        row("<meta http-equiv=refresh content='1.9 /x'>", "http://h.test/x", false);
        row("<meta http-equiv=refresh content='30;url=/x'><a href=y>",
            "http://h.test/x http://h.test/dir/y", true);
        row("<meta http-equiv=refresh content='0;url=//o.test/'>", "http://o.test/", false);
        row("<base href=/b/><meta http-equiv=refresh content='0;url=x'>", "http://h.test/b/x",
            false);
        row("<meta http-equiv=refresh content='101;url=/x'>", "", true);
        row("<meta http-equiv=refresh content='60'>", "", true);
        row("<meta http-equiv=refresh content='0;url=page?q#top'>", "", true);
        row("<meta http-equiv=refresh content='url=/x'>", "", true);
        row("<meta http-equiv=refresh content='5x;url=/x'>", "", true);
        row("<meta http-equiv=refresh content='0;url=javascript:x()'>", "", true);
        row("<noscript><meta http-equiv=refresh content='0;url=/x'></noscript>", "", true);
        row("<meta name=robots content=nofollow><meta http-equiv=refresh content='0;url=/x'>",
            "http://h.test/x", false);
    }

    void refreshes()
    {
        QFETCH(QByteArray, html);
        QFETCH(bool, record);
        item::Recipe recipe;
        recipe.pages = {item::Page{.fields = {{QStringLiteral("t"), QStringLiteral("html")}},
                                   .follow = {by("a")}}};
        for (const auto tree : {item::Tree::Browser, item::Tree::Fast}) {
            recipe.tree = tree;
            const auto extractor = Extractor::compile(recipe);
            QVERIFY(extractor);
            const auto harvest =
                (*extractor)->run({html, "text/html", "http://h.test/dir/page?q"}, 0, "{\"a\":1}");
            QTEST(urls(harvest), "links");
            QCOMPARE(harvest.records.size(), record ? 1 : 0);
            const auto first = harvest.links.value(0);
            if (first.refresh) {
                QVERIFY(first.samePlace);
                QCOMPARE(first.carried, QByteArray("{\"a\":1}"));
            }
        }
    }
};

TRAWL_TEST(Appless, LinksTest)

} // namespace tst_links

#include "tst_links.moc"
