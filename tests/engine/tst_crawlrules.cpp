// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/blocks.h"
#include "engine/crawl.h"
#include "engine/itemtable.h"
#include "engine/robotstable.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_crawlrules {

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;

/// The parts that a crawl is made of, by themselves.
class CrawlRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scopeAndDepth()
    {
        item::Recipe recipe;
        recipe.crawl.depth = 2;
        Crawl crawl(recipe);
        QVERIFY(!crawl.isInScope("http://a/x", 1));
        crawl.addSeed("http://a/");
        QVERIFY(crawl.isInScope("http://a/x", 2));
        QVERIFY(!crawl.isInScope("http://a/x", 3));
        QVERIFY(!crawl.isInScope("http://b/x", 1));
        QCOMPARE(Crawl::depthOf({"http://a/x", 0, false, {}}, 1), 2);
        QCOMPARE(Crawl::depthOf({"http://a/x", 0, true, {}}, 1), 1);
    }
    void patternsThatCannotBeReadFollowNothing()
    {
        item::Recipe recipe;
        recipe.crawl.allow = {QStringLiteral("(")};
        Crawl crawl(recipe);
        crawl.addSeed("http://a/");
        QVERIFY(!crawl.isInScope("http://a/x", 1));
    }
    void budget()
    {
        item::Recipe recipe;
        QVERIFY(!Crawl(recipe).isFull());
        recipe.crawl.maxPages = 2;
        Crawl crawl(recipe);
        crawl.taken();
        QVERIFY(!crawl.isFull());
        crawl.taken();
        QVERIFY(crawl.isFull());
        crawl.notAsked();
        QVERIFY(!crawl.isFull());
    }
    void aSiteWithoutEndHasABound()
    {
        item::Recipe recipe;
        Crawl crawl(recipe);
        recipe.crawl.maxPages = 2 * Crawl::mostFound;
        Crawl bounded(recipe);
        for (qint64 i = 1; i < Crawl::mostFound; ++i)
            crawl.found();
        QVERIFY(!crawl.isTooMany());
        crawl.found();
        QVERIFY(crawl.isTooMany());
        for (qint64 i = 0; i <= Crawl::mostFound; ++i)
            bounded.found();
        QVERIFY(!bounded.isTooMany()); // the person has said how many
    }
    void keys()
    {
        item::Recipe recipe;
        QVERIFY(Crawl(recipe).key("http://a/").isEmpty());
        recipe.sitemaps.append(QStringLiteral("http://a/sitemap.xml"));
        QVERIFY(Crawl(recipe).key("http://a/?b=1&a=2") != Crawl(recipe).key("http://a/?a=2&b=1"));
        recipe.crawl.sortQuery = true;
        QCOMPARE(Crawl(recipe).key("http://a/?b=1&a=2"), Crawl(recipe).key("http://a/?a=2&b=1"));
    }
    void placesOfItems()
    {
        ItemTable table;
        table.append(makeBlock(1, 1, {"http://a/1", "http://a/2", "http://a/3"}));
        table.setPlace(ItemId(2), {3, 1, true}, "{}");
        QCOMPARE(int(table.place(ItemId(2)).depth), 3);
        QVERIFY(table.place(ItemId(2)).followed);
        QCOMPARE(table.carried(ItemId(2)), QByteArray("{}"));
        for (const auto id : {ItemId(1), ItemId(3)}) {
            QCOMPARE(int(table.place(id).depth), 0);
            QVERIFY(!table.place(id).followed);
            QVERIFY(table.carried(id).isEmpty());
        }
    }
    void robotsAreAskedForOnce()
    {
        RobotsTable table;
        const RobotsTable::Asked host{item::JobId(1), 7, "http://a", "Trawl", 0, {}, {}, {}};
        auto other = host;
        other.agent = "Other";
        QVERIFY(!table.find(7, "Trawl"));
        const auto id = table.wait(ItemId(1), host);
        QVERIFY(id && RobotsTable::isRobots(*id) && table.contains(*id));
        QVERIFY(!table.wait(ItemId(2), host));
        const auto second = table.wait(ItemId(3), other);
        QVERIFY(second && *second != *id);
        QCOMPARE(table.open(), (QList<ItemId>{*id, *second}));
        QVERIFY(!table.contains(ItemId(1)) && !table.contains(ItemId(-3)));
        QCOMPARE(table.asked(*second).agent, QByteArray("Other"));
        QCOMPARE(table.answered(*id, crawl::Robots::denyAll(), QStringLiteral("gone")),
                 (QList<ItemId>{ItemId(1), ItemId(2)}));
        QVERIFY(!table.find(7, "Trawl")->rules->check("http://a/x").allowed);
        QCOMPARE(table.find(7, "Trawl")->why, QStringLiteral("gone"));
        QVERIFY(!table.find(7, "Other"));
        QCOMPARE(table.open(), QList<ItemId>{*second});
        QVERIFY(table.answered(*id, crawl::Robots::allowAll()).isEmpty());
    }
};

TRAWL_TEST(Guiless, CrawlRulesTest)

} // namespace tst_crawlrules

#include "tst_crawlrules.moc"
