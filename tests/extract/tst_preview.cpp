// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/preview.h"

#include "item/recipejson.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_preview {

using namespace trawl;
using namespace trawl::extract;
using item::Field;
using item::ProbeAnswer;
using item::Recipe;
using item::RecipePart;
using item::StepKind;

namespace {

const QByteArray shop = R"~(<!DOCTYPE html><title>Käse</title>
<div class=p><h2>Gouda</h2><span class=price>12,50 EUR</span><a href="/p/1">more</a></div>
<div class=p><h2>Brie</h2><span class=price>on request</span></div>
<div class=p><h2>Ж</h2></div>)~";

Field field(const char *name, const char *selector, QList<item::Step> steps = {})
{
    return {QString::fromUtf8(name), QString::fromUtf8(selector), false, std::move(steps)};
}

Recipe shopRecipe()
{
    Recipe recipe;
    recipe.pages = {
        {.rows = QStringLiteral("div.p"),
         .fields = {field("name", "h2"), field("price", ".price", {{StepKind::Number, {}}})},
         .follow = {{.selector = QStringLiteral("a")}}}};
    return recipe;
}

ProbeAnswer tried(const Recipe &recipe, const QByteArray &body,
                  std::optional<item::RecipePlace> located = {},
                  const QByteArray &type = "text/html; charset=utf-8")
{
    item::Probe probe;
    probe.recipe = item::toJson(recipe);
    probe.url = "http://h.test/shop/";
    probe.contentType = type;
    probe.located = located;
    probe.wantsSource = true;
    probe.comparesTrees = true;
    return preview(probe, body);
}

/// What the places of the matches hold.
QStringList matchedTexts(const ProbeAnswer &answer)
{
    QStringList texts;
    for (const auto &range : answer.matches)
        texts.append(answer.source.mid(range.from, range.to - range.from));
    return texts;
}

} // namespace

class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsRecordsLinksAndWhatIsMissing()
    {
        const auto answer = tried(shopRecipe(), shop);
        QCOMPARE(answer.failure, item::Failure());
        QCOMPARE(answer.records,
                 (QList<QByteArray>{R"(["Gouda",12.5])", R"(["Brie",null])", "[\"Ж\",null]"}));
        QCOMPARE(answer.recordCount, 3);
        QCOMPARE(answer.missing, (QList<qint64>{0, 2}));
        QCOMPARE(answer.links, QList<QByteArray>{"http://h.test/p/1"});
        QCOMPARE(answer.linkCount, 1);
        QCOMPARE(answer.sameInOther, std::optional(true));
    }
    void tellsWhatAStepCouldNotUse()
    {
        const auto answer = tried(shopRecipe(), shop);
        QCOMPARE(answer.lost, (QList<item::LostValue>{{1, 1, QStringLiteral("on request")}}));
    }
    void requiredFailsNothing()
    {
        auto recipe = shopRecipe();
        recipe.pages[0].fields[1].steps.append({StepKind::Required, {}});
        const auto answer = tried(recipe, shop);
        QCOMPARE(answer.failure, item::Failure());
        QCOMPARE(answer.recordCount, 3);
        QCOMPARE(answer.missing, (QList<qint64>{0, 2}));
    }
    void aWrongSelectorCostsOnlyItself()
    {
        auto recipe = shopRecipe();
        recipe.pages[0].fields.insert(0, field("bad", "h2["));
        recipe.pages[0].fields.append(field("worse", "xpath://["));
        recipe.pages[0].follow.append({.selector = QStringLiteral("a:nonsense(")});
        const auto answer = tried(recipe, shop);
        QCOMPARE(answer.error, QString());
        QCOMPARE(answer.problems.size(), 3);
        QCOMPARE(answer.problems[0].place, (item::RecipePlace{RecipePart::Field, 0}));
        QCOMPARE(answer.problems[1].place, (item::RecipePlace{RecipePart::Field, 3}));
        QCOMPARE(answer.problems[2].place, (item::RecipePlace{RecipePart::Follow, 1}));
        for (const auto &problem : answer.problems)
            QVERIFY(!problem.what.isEmpty());
        QCOMPARE(answer.records[0], QByteArray(R"([null,"Gouda",12.5,null])"));
        QCOMPARE(answer.missing, (QList<qint64>{3, 0, 2, 3}));
        QCOMPARE(answer.lost.value(0).field, 2);
        QCOMPARE(answer.linkCount, 1);
    }
    void wrongRowsGiveNoRecords()
    {
        auto recipe = shopRecipe();
        recipe.pages[0].rows = QStringLiteral("div >");
        const auto answer = tried(recipe, shop);
        QCOMPARE(answer.problems.value(0).place, (item::RecipePlace{RecipePart::Rows, 0}));
        QCOMPARE(answer.recordCount, 0);
    }
    void aRecipeThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("two kinds")
            << QByteArray(R"({"page":[{"name":"a","rows":"b"},{"name":"c","save":true}]})");
    }
    void aRecipeThatIsNone()
    {
        QFETCH(QByteArray, json);
        item::Probe probe;
        probe.recipe = json;
        QVERIFY(!preview(probe, shop).error.isEmpty());
    }

    void placesOfMatches_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QStringList>("texts");
        const auto texts = [](std::initializer_list<const char *> list) {
            QStringList result;
            for (const auto *text : list)
                result.append(QString::fromUtf8(text));
            return result;
        };
        const auto none = QString();
        const auto row = QStringLiteral("div.p");
        QTest::newRow("elements") << none << QStringLiteral("h2")
                                  << texts({"<h2>Gouda</h2>", "<h2>Brie</h2>", "<h2>Ж</h2>"});
        QTest::newRow("in rows") << row << QStringLiteral("h2")
                                 << texts({"<h2>Gouda</h2>", "<h2>Brie</h2>", "<h2>Ж</h2>"});
        QTest::newRow("attribute")
            << none << QStringLiteral("a::attr(href)") << texts({"\"/p/1\""});
        QTest::newRow("text") << none << QStringLiteral("h2::text")
                              << texts({"Gouda", "Brie", "Ж"});
        QTest::newRow("xpath") << none << QStringLiteral("xpath://span/text()")
                               << texts({"12,50 EUR", "on request"});
        QTest::newRow("regex") << none << QStringLiteral("regex:[0-9]+,[0-9]+") << texts({"12,50"});
        QTest::newRow("what a browser adds") << none << QStringLiteral("body") << QStringList();
        QTest::newRow("nothing") << none << QStringLiteral("h5") << QStringList();
        QTest::newRow("wrong") << none << QStringLiteral("h5[") << QStringList();
    }
    void placesOfMatches()
    {
        QFETCH(QString, rows);
        QFETCH(QString, selector);
        QFETCH(QStringList, texts);
        for (const auto tree : {item::Tree::Browser, item::Tree::Fast}) {
            Recipe recipe;
            recipe.tree = tree;
            recipe.pages = {{.rows = rows, .fields = {{QStringLiteral("f"), selector, false, {}}}}};
            QCOMPARE(matchedTexts(tried(recipe, shop, item::RecipePlace{RecipePart::Field, 0})),
                     texts);
        }
    }
    void placesAreThoseOfAnEditor()
    {
        Recipe recipe;
        recipe.pages = {{.fields = {field("f", "b")}}};
        const QByteArray body = "<p>\xf0\x9f\x90\x9f\r\n\r\nü\r<b>x</b>";
        const auto answer = tried(recipe, body, item::RecipePlace{RecipePart::Field, 0});
        QCOMPARE(answer.source, QString::fromUtf8("<p>\xf0\x9f\x90\x9f\n\nü\r<b>x</b>"));
        QCOMPARE(matchedTexts(answer), QStringList{QStringLiteral("<b>x</b>")});
    }
    void placesOfRowsAndLinks()
    {
        const auto rows = tried(shopRecipe(), shop, item::RecipePlace{RecipePart::Rows, 0});
        QCOMPARE(rows.matchCount, 3);
        QVERIFY(matchedTexts(rows).at(2).endsWith(QStringLiteral("</h2></div>")));
        const auto links = tried(shopRecipe(), shop, item::RecipePlace{RecipePart::Follow, 0});
        QCOMPARE(matchedTexts(links), QStringList{QStringLiteral("<a href=\"/p/1\">more</a>")});
        const auto none = tried(shopRecipe(), shop, item::RecipePlace{RecipePart::Field, 99});
        QCOMPARE(none.matchCount, 0);
    }
    void feedsAndJson()
    {
        Recipe recipe;
        recipe.pages = {
            {.rows = QStringLiteral("xpath://item"), .fields = {field("t", "xpath:title")}}};
        const auto feed =
            tried(recipe, "<?xml version='1.0'?><rss><item><title>One</title></item></rss>",
                  item::RecipePlace{RecipePart::Field, 0}, "application/rss+xml");
        QCOMPARE(feed.records, QList<QByteArray>{R"(["One"])"});
        QCOMPARE(matchedTexts(feed), QStringList{QStringLiteral("One")});
        QCOMPARE(feed.sameInOther, std::optional<bool>());
        recipe.pages = {{.fields = {field("t", "json:$.a[*]")}}};
        const auto json = tried(recipe, R"({"a":["x","y"]})",
                                item::RecipePlace{RecipePart::Field, 0}, "application/json");
        QCOMPARE(json.records, QList<QByteArray>{R"(["x"])"});
        QCOMPARE(matchedTexts(json), (QStringList{QStringLiteral("x"), QStringLiteral("y")}));
    }
    void treesThatDiffer()
    {
        Recipe recipe;
        recipe.pages = {{.fields = {field("f", "table > tbody > tr > td")}}};
        const auto answer = tried(recipe, "<table><tr><td>x</table>");
        QCOMPARE(answer.records, QList<QByteArray>{R"(["x"])"});
        QCOMPARE(answer.sameInOther, std::optional(false));
    }

    void muchIsCut()
    {
        QByteArray body = "<ul>";
        for (int i = 0; i < 3000; ++i)
            body += "<li>" + QByteArray::number(i) + "</li>";
        body += "<li>" + QByteArray(10'000, 'x') + "</li>" + QByteArray(3 << 20, ' ');
        Recipe recipe;
        recipe.pages = {{.rows = QStringLiteral("li"), .fields = {field("f", "xpath:.")}}};
        auto answer = tried(recipe, body, item::RecipePlace{RecipePart::Rows, 0});
        QCOMPARE(answer.recordCount, 3001);
        QCOMPARE(answer.records.size(), ProbeAnswer::mostRecords);
        QCOMPARE(answer.matches.size(), ProbeAnswer::mostMatches);
        QCOMPARE(answer.source.size(), ProbeAnswer::mostSource);
        QVERIFY(answer.sourceCut);
        recipe.pages[0].rows = QStringLiteral("li:last-child");
        answer = tried(recipe, body);
        QVERIFY(answer.records.value(0).size() < ProbeAnswer::mostText + 100);
    }

    // Nothing here may crash, hang or answer without a reason.
    void hostile_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("selector");
        const QByteArray deep = QByteArray("<div>").repeated(100'000);
        const QByteArray wide = QByteArray("<b><i>").repeated(30'000) + "x";
        QTest::newRow("deep") << deep << QByteArray("div div div");
        QTest::newRow("misnested") << wide << QByteArray("b i");
        QTest::newRow("quadratic xpath")
            << QByteArray("<p>").repeated(30'000) << QByteArray("xpath://p[count(//p)>1]");
        QTest::newRow("regex") << QByteArray(200'000, 'a') << QByteArray("regex:(a+)+b");
        QTest::newRow("all of all")
            << QByteArray("<p><p>").repeated(5'000) << QByteArray("* * * * *");
        QTest::newRow("noise") << QByteArray("\xff\xfe\x00\x01<\xed\xa0\x80>", 9).repeated(999)
                               << QByteArray("*");
        QTest::newRow("empty") << QByteArray() << QByteArray("*");
    }
    void hostile()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, selector);
        Recipe recipe;
        recipe.pages = {
            {.rows = QStringLiteral("*"), .fields = {field("f", selector.constData())}}};
        const auto answer = tried(recipe, body, item::RecipePlace{RecipePart::Field, 0});
        QVERIFY(answer.failure.reason != item::Reason::None || answer.recordCount >= 0);
        QVERIFY(answer.matches.size() <= ProbeAnswer::mostMatches);
        for (const auto &range : answer.matches)
            QVERIFY(range.from < range.to && range.to <= answer.source.size());
    }
};

TRAWL_TEST(Appless, TestPreview)

} // namespace tst_preview

#include "tst_preview.moc"
