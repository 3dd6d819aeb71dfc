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
};

TRAWL_TEST(Appless, LinksTest)

} // namespace tst_links

#include "tst_links.moc"
