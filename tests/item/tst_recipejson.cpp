// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/recipejson.h"
#include "item/wrongrecipes.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

namespace tst_recipejson {

using namespace trawl::item;

namespace {

const QByteArray shortRecipe =
    R"({)"
    R"("tree": "fast", "max_page_size": "2M", "sitemaps": "https://a/s.xml",)"
    R"("rows": "li", "save": true, "follow": "a",)"
    R"("fields": { "title": "h1", "price": { "select": ".p",)"
    R"( "steps": ["number", { "number": "," }] } },)"
    R"("crawl": { "depth": 2, "span": "domain", "allow": "x", "max_pages": 10 } })";

QString randomText(QRandomGenerator &random)
{
    static const QStringList texts{QStringLiteral("h1 > a::text"), QStringLiteral("x"),
                                   QStringLiteral("n\u00e4me \"q\" \\ \u4e2d"),
                                   QStringLiteral("[a-z]+"), QStringLiteral(" , ")};
    return texts[random.bounded(texts.size())];
}

Step randomStep(QRandomGenerator &random)
{
    Step step{StepKind(random.bounded(int(StepKind::Last) + 1)), {}};
    switch (step.kind) {
    case StepKind::Join:
    case StepKind::Default:
        step.argument = random.bounded(3) ? randomText(random) : QString();
        break;
    case StepKind::Date:
        step.argument = random.bounded(2) ? QStringLiteral("dd.MM.yyyy") : QString();
        break;
    case StepKind::Regex:
        step.argument = QStringLiteral("(\\d+)");
        break;
    default:
        break;
    }
    return step;
}

Page randomPage(QRandomGenerator &random, int index, int pages)
{
    Page page{.name = pages > 1 ? QStringLiteral("p%1").arg(index) : QString()};
    if (random.bounded(2))
        page.rows = randomText(random);
    for (int i = random.bounded(5); i > 0; --i) {
        Field field{QStringLiteral("z%1").arg(i), randomText(random), random.bounded(2) == 1, {}};
        for (int n = random.bounded(4); n > 0; --n)
            field.steps.append(randomStep(random));
        page.fields.append(field);
    }
    for (int i = random.bounded(3); i > 0; --i) {
        Follow follow{.selector = randomText(random), .next = random.bounded(2) == 1};
        if (pages > 1 && random.bounded(2))
            follow.page = QStringLiteral("p%1").arg(random.bounded(pages));
        if (!page.fields.isEmpty())
            follow.carry = {page.fields.first().name};
        follow.allow = random.bounded(2) ? QStringLiteral("/\\d+$") : QString();
        follow.deny = random.bounded(2) ? QStringLiteral("login") : QString();
        page.follow.append(follow);
    }
    if (random.bounded(2))
        page.save = random.bounded(2) == 1;
    return page;
}

Recipe randomRecipe(QRandomGenerator &random)
{
    Recipe recipe;
    recipe.tree = Tree(random.bounded(2));
    const int pages = random.bounded(1, 4);
    for (int i = 0; i < pages; ++i)
        recipe.pages.append(randomPage(random, i, pages));
    if (random.bounded(2))
        recipe.sitemaps = {QStringLiteral("https://a/sitemap.xml")};
    if (random.bounded(2))
        recipe.maxPageBytes = random.bounded(1, 1 << 30);
    auto &crawl = recipe.crawl;
    crawl.depth = random.bounded(-1, 3);
    crawl.span = Span(random.bounded(3));
    crawl.allow =
        random.bounded(2) ? QStringList{QStringLiteral("a"), QStringLiteral("b|c")} : QStringList();
    crawl.deny = random.bounded(2) ? QStringList{QStringLiteral("^x$")} : QStringList();
    crawl.maxPages = random.bounded(2) ? qint64(9) << 30 : 0;
    for (bool *flag :
         {&crawl.robots, &crawl.nofollow, &crawl.sortQuery, &crawl.dropTracking, &crawl.throttle})
        *flag = random.bounded(2) == 1;
    return recipe;
}

} // namespace

class TestRecipeJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonKeepsAll()
    {
        QRandomGenerator random(20'261'123);
        for (int i = 0; i < 500; ++i) {
            const auto recipe = randomRecipe(random);
            const auto json = toJson(recipe);
            const auto back = recipeFromJson(json);
            QVERIFY2(back, qPrintable(back ? QString() : back.error()));
            QVERIFY2(*back == recipe, json.constData());
        }
    }
    void onlyWhatDiffersIsWritten()
    {
        QCOMPARE(toJson(Recipe{}), QByteArray());
        QCOMPARE(toJson(Recipe{.pages = {Page{}}}), R"({"page":[{}]})");
        QCOMPARE(toJson(Recipe{
                     .pages = {Page{
                         .fields = {{QStringLiteral("t"), QStringLiteral("h1"), false, {}}}}}}),
                 R"({"page":[{"fields":[{"name":"t","select":"h1"}]}]})");
    }
    void shortForms()
    {
        const auto recipe = recipeFromJson(shortRecipe);
        QVERIFY2(recipe, qPrintable(recipe ? QString() : recipe.error()));
        Recipe expected;
        expected.tree = Tree::Fast;
        expected.maxPageBytes = 2 << 20;
        expected.sitemaps = {QStringLiteral("https://a/s.xml")};
        Page page{.rows = QStringLiteral("li"), .save = true};
        page.fields = {{QStringLiteral("price"),
                        QStringLiteral(".p"),
                        false,
                        {{StepKind::Number, {}}, {StepKind::Number, QStringLiteral(",")}}},
                       {QStringLiteral("title"), QStringLiteral("h1"), false, {}}};
        page.follow = {Follow{.selector = QStringLiteral("a")}};
        expected.pages = {page};
        expected.crawl.depth = 2;
        expected.crawl.span = Span::Domain;
        expected.crawl.allow = {QStringLiteral("x")};
        expected.crawl.maxPages = 10;
        QVERIFY(*recipe == expected);
    }
    void sitemapsAloneAreARecipe()
    {
        const auto recipe = recipeFromJson("{\"sitemaps\":[\"http://a/s.xml\"]}");
        QVERIFY(recipe);
        QCOMPARE(recipe->pages, QList{Page{}});
    }
    void sizes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("bytes");
        const auto row = [](const char *text, qint64 bytes) {
            QTest::newRow(text) << QByteArray(text) << bytes;
        };
        row("1", 1);
        row("\"77\"", 77);
        row("\"64K\"", 65536);
        row("\"1G\"", 1LL << 30);
        row("\"1025M\"", 0);
        row("\"9999999999G\"", 0);
        row("0", 0);
        row("1.5", 0);
        row("-1", 0);
        row("1e300", 0);
        row("\"\"", 0);
        row("\"M\"", 0);
        row("\"1T\"", 0);
        row("null", 0);
    }
    void sizes()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, bytes);
        const auto recipe =
            recipeFromJson(QByteArray(R"({"save":true,"max_page_size":%})").replace("%", text));
        QCOMPARE(recipe.has_value(), bytes > 0);
        if (bytes > 0)
            QCOMPARE(recipe->maxPageBytes, bytes);
        else
            QVERIFY(recipe.error().startsWith(u"max_page_size: "));
    }
    void errors_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("beginning");
        for (const auto &row : wrongRecipes)
            QTest::newRow(row.json) << QByteArray(row.json) << QString::fromUtf8(row.beginning);
    }
    void errors()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, beginning);
        const auto recipe = recipeFromJson(json);
        QVERIFY(!recipe);
        QVERIFY2(recipe.error().startsWith(beginning), qPrintable(recipe.error()));
    }
    void numberOfPages()
    {
        Recipe recipe;
        for (int i = 0; i < 200; ++i)
            recipe.pages.append(Page{.name = QString::number(i)});
        QCOMPARE(recipeComplaint(recipe), QString());
        recipe.pages.append(Page{.name = QStringLiteral("x")});
        QVERIFY(recipeComplaint(recipe).startsWith(u"page: there are 201 page kinds"));
    }
    void numberOfFields()
    {
        Recipe recipe{.pages = {Page{}}};
        for (int i = 0; i <= 1000; ++i)
            recipe.pages[0].fields.append({QString::number(i), QStringLiteral("a"), false, {}});
        QVERIFY(recipeComplaint(recipe).startsWith(u"fields: there are 1001"));
        recipe.pages[0].fields.removeLast();
        QCOMPARE(recipeComplaint(recipe), QString());
    }
    void everyBeginningIsRefused()
    {
        QRandomGenerator random(7);
        const auto json = toJson(randomRecipe(random));
        for (qsizetype length = 0; length < json.size(); ++length)
            QVERIFY(!recipeFromJson(json.first(length)));
    }
};

TRAWL_TEST(Appless, TestRecipeJson)

} // namespace tst_recipejson

#include "tst_recipejson.moc"
