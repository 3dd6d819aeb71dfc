// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extractor.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>

namespace tst_extractor {

using namespace trawl;
using namespace trawl::extract;
using item::Field;
using item::Page;
using item::Reason;
using item::Recipe;
using item::Step;
using item::StepKind;

namespace {

const QByteArray shop = R"~(<!DOCTYPE html><title> Shop </title>
<div class=product data-id=1><h2>Kettle <b>red</b></h2><span class=price>12,50 EUR</span>
  <a href="/p/1">more</a><i class=tag>new</i><i class=tag>hot</i></div>
<div class=product data-id=2><h2>Pot</h2><a href="p/2#x">more</a></div>
<script>var x = {"sku": "A-77"};</script>)~";

Field field(const char *name, const char *selector, QList<Step> steps = {}, bool all = false)
{
    return {QString::fromUtf8(name), QString::fromUtf8(selector), all, std::move(steps)};
}

Recipe recipeOf(QList<Field> fields, const char *rows = "")
{
    Recipe recipe;
    recipe.pages = {Page{.name = {}, .rows = QString::fromUtf8(rows), .fields = std::move(fields)}};
    return recipe;
}

Harvest harvested(const Recipe &recipe, const QByteArray &body,
                  const QByteArray &type = "text/html; charset=utf-8",
                  const QByteArray &carried = {}, quint8 page = 0)
{
    const auto extractor = Extractor::compile(recipe);
    if (!extractor) {
        Harvest harvest;
        harvest.note = extractor.error().where + u'|' + extractor.error().what;
        return harvest;
    }
    return (*extractor)->run({body, type, "http://h.test/shop/index.html"}, page, carried);
}

QByteArray json(const Harvest &harvest)
{
    QJsonArray rows;
    for (const item::Record &record : harvest.records) {
        QJsonArray row;
        for (const item::Value &value : record)
            row.append(value);
        rows.append(row);
    }
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

QByteArray urls(const Harvest &harvest)
{
    QByteArrayList result;
    for (const item::FoundLink &link : harvest.links)
        result.append(link.url + ' ' + QByteArray::number(link.page) +
                      (link.samePlace ? " same" : "") +
                      (link.carried.isEmpty() ? QByteArray() : ' ' + link.carried));
    return result.join('\n');
}

} // namespace

class ExtractorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<bool>("all");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *selector, bool all, const char *value) {
            QTest::addRow("%s %d", selector, all)
                << QString::fromUtf8(selector) << all << QByteArray(value);
        };
        row("h2", false, "Kettle red");
        row("h2", true, "Kettle red,Pot");
        row("h2::text", true, "Kettle ,Pot");
        row("h2::html", false, "<h2>Kettle <b>red</b></h2>");
        row("css:title::text", false, " Shop ");
        row("title", false, "Shop");
        row(".nothing", false, "null");
        row(".nothing", true, "");
        row(".product::attr(data-id)", true, "1,2");
        row("xpath://h2", true, "Kettle red,Pot");
        row("xpath://h2/text()", true, "Kettle ,Pot");
        row("xpath://a/@href", true, "/p/1,p/2#x");
        row("xpath:count(//h2)", false, "2");
        row("xpath:count(//h2) = 2", false, "true");
        row("regex:\"sku\": \"([^\"]+)\"", false, "A-77");
        row("json:$.a", false, "null");
    }

    void languages()
    {
        QFETCH(QString, selector);
        QFETCH(bool, all);
        QFETCH(QByteArray, value);
        const Harvest harvest =
            harvested(recipeOf({field("f", selector.toUtf8().constData(), {}, all)}), shop);
        QCOMPARE(harvest.failure.reason, Reason::None);
        QCOMPARE(harvest.records.size(), 1);
        const item::Value found = harvest.records[0][0];
        QCOMPARE(found.isArray(), all);
        const QString text = found.isNull() ? QStringLiteral("null")
                             : all          ? found.toVariant().toStringList().join(u',')
                                            : found.toVariant().toString();
        QCOMPARE(text.toUtf8(), value);
    }

    void bothTrees_data()
    {
        QTest::addColumn<item::Tree>("tree");
        QTest::newRow("browser") << item::Tree::Browser;
        QTest::newRow("fast") << item::Tree::Fast;
    }

    void bothTrees()
    {
        QFETCH(item::Tree, tree);
        Recipe recipe = recipeOf(
            {field("name", "h2"), field("price", ".price", {{StepKind::Number, {}}}),
             field("link", "a::attr(href)", {{StepKind::Url, {}}}), field("tags", ".tag", {}, true),
             field("no", "xpath:@data-id"), field("first", "regex:<h2>(\\w)")},
            ".product");
        recipe.tree = tree;
        QCOMPARE(
            json(harvested(recipe, shop)),
            QByteArray("[[\"Kettle red\",12.5,\"http://h.test/p/1\",[\"new\",\"hot\"],\"1\",\"K\"],"
                       "[\"Pot\",null,\"http://h.test/shop/p/2\",[],\"2\",\"P\"]]"));
    }

    void rowsByXPath()
    {
        const auto recipe = recipeOf({field("name", "xpath:h2"), field("all", "xpath:count(//h2)")},
                                     "xpath://div[@data-id]");
        QCOMPARE(json(harvested(recipe, shop)), QByteArray("[[\"Kettle red\",2],[\"Pot\",2]]"));
    }

    void rowsOfTexts()
    {
        const auto recipe =
            recipeOf({field("n", "regex:\\d"), field("css", "a")}, "xpath://div/@data-id");
        QCOMPARE(json(harvested(recipe, shop)), QByteArray("[[\"1\",null],[\"2\",null]]"));
    }

    void jsonBodies()
    {
        const QByteArray body =
            "{\"items\": [{\"n\": \"a\", \"v\": [1, 2]}, {\"n\": null}], \"next\": \"/2\"}";
        const auto recipe = recipeOf(
            {field("n", "json:$.n"), field("v", "json:$.v[*]", {}, true), field("css", "h2")},
            "json:$.items[*]");
        const QByteArray rows = "[[\"a\",[1,2],null],[null,[],null]]";
        QCOMPARE(json(harvested(recipe, body, "application/json")), rows);
        QCOMPARE(json(harvested(recipe, " \n" + body, "")), rows);
        QCOMPARE(json(harvested(recipeOf({field("x", "json:$.next")}), body, "text/plain")),
                 QByteArray("[[\"/2\"]]"));
        const Harvest broken = harvested(recipe, "{\"items\": [", "application/json");
        QCOMPARE(broken.failure.reason, Reason::BadPage);
        QVERIFY(broken.failure.detail.contains(QStringLiteral("byte")));
        QVERIFY(harvested(recipe, "{not JSON}", "text/html").failure.reason == Reason::None);
    }

    void bareJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("record"); ///< of $ and $[*], both as lists
        const auto row = [](const char *body, const char *type, const char *record) {
            QTest::addRow("%s as %s", body, type)
                << QByteArray(body) << QByteArray(type) << QByteArray(record);
        };
        const char *const json = "application/json";
        row("42", json, "[[[42],[]]]");
        row(" -1.5\n", json, "[[[-1.5],[]]]");
        row("\"a text\"", json, "[[[\"a text\"],[]]]");
        row("true", json, "[[[true],[]]]");
        row("[1]", json, "[[[[1]],[1]]]");
        row("1\n2\n", json, "[[[[1,2]],[1,2]]]");
        row("{\"a\":1}\n{\"a\":2}\n", json, "[[[[{\"a\":1},{\"a\":2}]],[{\"a\":1},{\"a\":2}]]]");
        row("{\"a\":1}\n\n{\"a\":2}", "text/plain",
            "[[[[{\"a\":1},{\"a\":2}]],[{\"a\":1},{\"a\":2}]]]");
        row("{\"a\":1}\n", "application/x-ndjson", "[[[[{\"a\":1}]],[{\"a\":1}]]]");
        row("1\nx\n2", "application/jsonl; charset=utf-8", "[[[[1,2]],[1,2]]]");
        row("\x1e{}\n\x1e[]\n", "application/json-seq", "[[[[{},[]]],[{},[]]]]");
        row("1234567890123456789", json, "[[[1234567890123456789],[]]]");
        row("[18446744073709551615, 9223372036854775807]", json,
            "[[[[\"18446744073709551615\",9223372036854775807]],"
            "[\"18446744073709551615\",9223372036854775807]]]");
        row("[\"18446744073709551615 \\\" 18446744073709551615\"]", json,
            "[[[[\"18446744073709551615 \\\" 18446744073709551615\"]],"
            "[\"18446744073709551615 \\\" 18446744073709551615\"]]]");
    }

    void bareJson()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        const auto recipe =
            recipeOf({field("all", "json:$", {}, true), field("each", "json:$[*]", {}, true)});
        QTEST(json(harvested(recipe, body, type)), "record");
    }

    void brokenJson()
    {
        const auto recipe = recipeOf({field("all", "json:$")});
        for (const char *body : {"", "x", "[1", "1 2", "1,2", "{]", "<p>{}", "{\"a\":[}"}) {
            const auto harvest = harvested(recipe, body, "application/json");
            QCOMPARE(harvest.failure.reason, Reason::BadPage);
        }
        QCOMPARE(harvested(recipe, "x\ny", "application/x-ndjson").failure.reason, Reason::BadPage);
        QVERIFY(harvested(recipe, "1\nx", "application/x-ndjson").note.contains(u"no JSON"));
    }

    void oddJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("noted");
        const auto row = [](const char *title, const QByteArray &body, const char *value,
                            bool noted = false) {
            QTest::newRow(title) << body << "[[" + QByteArray(value) + "]]" << noted;
        };
        row("numbers beyond a double", "{\"a\":1e400,\"b\":-1e999,\"c\":1e-400,\"d\":1e300}",
            R"({"a":"1e400","b":"-1e999","c":"1e-400","d":1e+300})");
        row("no numbers", "[NaN,-Infinity,Infinity]", R"(["NaN","-Infinity","Infinity"])");
        row("digits that are no number", "[007,2026-11-30,1.2.3,0,-0.5]",
            R"(["007","2026-11-30","1.2.3",0,-0.5])");
        row("in a text", R"(["1e400","NaN 007"])", R"(["1e400","NaN 007"])");
        row("the last of two members holds", R"({"a":1,"a":2})", R"({"a":2})");
        row("half a character", R"(["\ud800x"])", R"(["\ud800x"])");
        row("NUL in a text", R"(["a\u0000b"])", R"(["a\u0000b"])");
        row("a byte order mark", "\xef\xbb\xbf[1]", "[1]");
        row("commas at the ends", "{\"a\":[1,2,],}", R"({"a":[1,2]})", true);
        row("comments", "[1,/* two */2] // three", "[1,2]", true);
        row("a bracket too many", "{}}", "{}", true);
        row("another value behind", "{\"a\":1} x [2]", R"({"a":1})", true);
        row("a guard in front", ")]}',\n{\"a\":1}", R"({"a":1})", true);
        row("an escape of JavaScript's", R"(["it\'s"])", R"(["it's"])");
    }
    void oddJson()
    {
        QFETCH(bool, noted);
        QFETCH(QByteArray, body);
        const auto harvest = harvested(recipeOf({field("v", "json:$")}), body, "application/json");
        QCOMPARE(harvest.failure.reason, Reason::None);
        QTEST(json(harvest), "value");
        QCOMPARE(harvest.note.contains(u"only its first value was read"), noted);
    }

    void jsonThatIsNestedTooDeeplyFails()
    {
        const auto body = QByteArray(5000, '[') + QByteArray(5000, ']');
        const auto harvest = harvested(recipeOf({field("v", "json:$")}), body, "application/json");
        QCOMPARE(harvest.failure.reason, Reason::BadPage);
        QVERIFY2(harvest.failure.detail.contains(u"nest"), qPrintable(harvest.failure.detail));
    }

    void aPlainTextIsNoPage()
    {
        auto recipe = recipeOf({field("t", "title")});
        recipe.pages[0].follow = {{.selector = QStringLiteral("a")}};
        const QByteArray body = "<!doctype html><title>T</title><a href=x>";
        for (const char *type :
             {"text/plain", "Text/Plain; charset=utf-8", "text/css", "text/markdown"}) {
            const auto harvest = harvested(recipe, body, type);
            QVERIFY(harvest.links.isEmpty() && harvest.records.isEmpty());
            QCOMPARE(harvest.failure.reason, Reason::None);
        }
        for (const char *type : {"text/html", "text/html, text/html", "", "application/xhtml+xml"})
            QCOMPARE(harvested(recipe, body, type).links.size(), 1);
        const auto byText = recipeOf({field("t", "regex:<title>(\\w)"), field("css", "title")});
        QCOMPARE(json(harvested(byText, body, "text/plain")), QByteArray("[[\"T\",null]]"));
    }

    void aSrcsetIsSeveralUrls()
    {
        const QByteArray body = "<img srcset='a.jpg 1x, /b.jpg 2x'>";
        const QList<Step> url{{StepKind::Url, {}}};
        QCOMPARE(json(harvested(recipeOf({field("u", "img::attr(srcset)", url, true)}), body)),
                 QByteArray("[[[\"http://h.test/shop/a.jpg\",\"http://h.test/b.jpg\"]]]"));
        QCOMPARE(json(harvested(recipeOf({field("u", "img::attr(srcset)", url)}), body)),
                 QByteArray("[[\"http://h.test/shop/a.jpg\"]]"));
        QCOMPARE(json(harvested(recipeOf({field("u", "img::attr(srcset)")}), body)),
                 QByteArray("[[\"a.jpg 1x, /b.jpg 2x\"]]"));
    }

    void contentOfAnyElement_data()
    {
        QTest::addColumn<QByteArray>("element");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *element, const char *value) {
            QTest::newRow(element) << QByteArray(element) << QByteArray(value);
        };
        row("<span itemprop=p content='1000.00'>1,000.00</span>", "1000.00");
        row("<div itemprop=p content=c>x</div>", "c");
        row("<time itemprop=p content='2011-04-01'>April 1</time>", "2011-04-01");
        row("<time itemprop=p datetime='2011-04-02' content=x>April 1</time>", "2011-04-02");
        row("<meta itemprop=p content=m>", "m");
        row("<a itemprop=p href=/x content=c>a</a>", "http://h.test/x");
        row("<img itemprop=p content=c>", "c");
        row("<data itemprop=p content=c>d</data>", "c");
        row("<span itemprop=p content=''>text</span>", "");
        row("<span itemprop=p>text</span>", "text");
    }

    void contentOfAnyElement()
    {
        QFETCH(QByteArray, element);
        const auto recipe = recipeOf({field("p", "microdata:T.p")});
        const auto harvest =
            harvested(recipe, "<div itemscope itemtype=http://schema.org/T>" + element + "</div>");
        QCOMPARE(harvest.records.size(), 1);
        QTEST(harvest.records[0][0].toString().toUtf8(), "value");
    }

    void feeds()
    {
        const QByteArray feed = "<rss><channel><item><title>A &amp; B</title><link>/a</link></item>"
                                "<item><title>C</title></item></channel></rss>";
        const auto recipe = recipeOf(
            {field("title", "title"), field("link", "xpath:link", {{StepKind::Url, {}}})}, "item");
        QCOMPARE(json(harvested(recipe, feed, "application/rss+xml")),
                 QByteArray("[[\"A & B\",\"http://h.test/a\"],[\"C\",null]]"));
    }

    void charset()
    {
        const auto recipe = recipeOf({field("t", "p")});
        QCOMPARE(json(harvested(recipe, "<p>\xC4\xE3\xBA\xC3", "text/html; charset=gb2312")),
                 QStringLiteral("[[\"你好\"]]").toUtf8());
    }

    void required()
    {
        Recipe recipe =
            recipeOf({field("name", "h2"), field("price", ".price", {{StepKind::Required, {}}})},
                     ".product");
        recipe.pages[0].follow = {{.selector = QStringLiteral("a")}};
        const Harvest harvest = harvested(recipe, shop);
        QCOMPARE(harvest.failure.reason, Reason::MissingField);
        QVERIFY(harvest.failure.detail.contains(QStringLiteral("price")));
        QVERIFY(harvest.records.isEmpty());
        QCOMPARE(harvest.links.size(), 2);
    }

    void carriedFillsWhatIsMissing()
    {
        const auto recipe = recipeOf(
            {field("name", "h2"), field("none", ".none"), field("list", ".none", {}, true)});
        const Harvest harvest = harvested(recipe, shop, "text/html",
                                          "{\"name\":\"x\",\"none\":7,\"list\":1,\"other\":2}");
        QCOMPARE(json(harvest), QByteArray("[[\"Kettle red\",7,[]]]"));
        QCOMPARE(json(harvested(recipe, shop, "text/html", "broken")),
                 QByteArray("[[\"Kettle red\",null,[]]]"));
    }

    void columnsOfOtherPagesAreNull()
    {
        Recipe recipe = recipeOf({field("a", "h2")});
        recipe.pages[0].name = QStringLiteral("one");
        recipe.pages.append(Page{.name = QStringLiteral("two"), .fields = {field("b", "title")}});
        QCOMPARE(json(harvested(recipe, shop, "text/html", {}, 1)),
                 QByteArray("[[null,\"Shop\"]]"));
        QCOMPARE(harvested(recipe, shop, "text/html", {}, 2).failure.reason, Reason::BadPage);
    }

    void linksCarry()
    {
        Recipe recipe = recipeOf({field("name", "h2"), field("no", "xpath:@data-id")}, ".product");
        recipe.pages[0].name = QStringLiteral("list");
        recipe.pages[0].follow = {
            {.selector = QStringLiteral(".product a"),
             .page = QStringLiteral("detail"),
             .carry = {QStringLiteral("name"), QStringLiteral("no")}},
            {.selector = QStringLiteral("xpath://a/@href"), .next = true},
        };
        recipe.pages.append(
            Page{.name = QStringLiteral("detail"), .fields = {field("t", "title")}});
        QCOMPARE(
            urls(harvested(recipe, shop, "text/html", "{\"no\":\"0\",\"t\":\"c\"}")),
            QByteArray("http://h.test/p/1 1 {\"name\":\"Kettle red\",\"no\":\"1\",\"t\":\"c\"}\n"
                       "http://h.test/shop/p/2 1 {\"name\":\"Pot\",\"no\":\"2\",\"t\":\"c\"}\n"
                       "http://h.test/p/1 0 same {\"no\":\"0\",\"t\":\"c\"}\n"
                       "http://h.test/shop/p/2 0 same {\"no\":\"0\",\"t\":\"c\"}"));
    }

    void linksCarryThePage()
    {
        Recipe recipe = recipeOf({field("name", "title"), field("none", ".none")});
        recipe.pages[0].follow = {{.selector = QStringLiteral("div:first-of-type > a"),
                                   .carry = {QStringLiteral("name"), QStringLiteral("none")}}};
        QCOMPARE(urls(harvested(recipe, shop)),
                 QByteArray("http://h.test/p/1 0 {\"name\":\"Shop\"}"));
    }

    void errors_data()
    {
        QTest::addColumn<Recipe>("recipe");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *title, const Recipe &recipe, const char *where,
                            const char *what) {
            QTest::newRow(title) << recipe << QString::fromUtf8(where) << QString::fromUtf8(what);
        };
        row("css", recipeOf({field("a", "h2["), field("b", "h2")}), "field \"a\"", "character 4");
        row("xpath", recipeOf({field("a", "xpath://[")}), "field \"a\"", "character");
        row("regex", recipeOf({field("a", "regex:(")}), "field \"a\"", "");
        row("json", recipeOf({field("a", "json:$[")}), "field \"a\"", "");
        row("rows", recipeOf({field("a", "b")}, "li:frist"), "rows", ":frist");
        row("step", recipeOf({field("a", "b", {{StepKind::Regex, QStringLiteral("(")}})}), "a", "");
        row("no recipe", {}, "", "give fields");
        Recipe named = recipeOf({field("a", "b")});
        named.pages[0].name = QStringLiteral("list");
        named.pages[0].fields.append(field("c", "::"));
        row("with the page's name", named, "page \"list\", field \"c\"", "character 3");
        named.pages[0].fields[1] = field("a", "c");
        row("two fields of a name", named, "a", "two fields");
        named.pages[0].fields.removeLast();
        named.pages[0].follow = {{.selector = QStringLiteral("a:x")}};
        row("follow", named, "follow \"a:x\"", ":x");
        named.pages[0].follow = {
            {.selector = QStringLiteral("a"), .page = QStringLiteral("nowhere")}};
        row("unknown page", named, "follow", "nowhere");
        named.pages[0].follow = {
            {.selector = QStringLiteral("a"), .carry = {QStringLiteral("zz")}}};
        row("unknown field", named, "follow", "zz");
        named.pages[0].follow = {{.selector = QStringLiteral("a"), .allow = QStringLiteral("(")}};
        row("bad pattern", named, "follow", "");
    }

    void errors()
    {
        QFETCH(Recipe, recipe);
        QFETCH(QString, where);
        QFETCH(QString, what);
        const auto extractor = Extractor::compile(recipe);
        QVERIFY(!extractor);
        const QString text = extractor.error().where + u'|' + extractor.error().what;
        QVERIFY2(text.contains(where), qPrintable(text));
        QVERIFY2(text.contains(what), qPrintable(text));
        QVERIFY(!extractor.error().what.isEmpty());
    }

    void badPages()
    {
        const auto recipe = recipeOf({field("a", "h2")});
        const Harvest deep = harvested(recipe, QByteArray("<div>").repeated(1'000'000));
        QCOMPARE(deep.failure.reason, Reason::BadPage);
        QVERIFY(deep.records.isEmpty());
        Recipe small = recipe;
        small.maxPageBytes = 100;
        QCOMPARE(harvested(small, QByteArray(101, 'x')).failure.reason, Reason::TooLarge);
        QCOMPARE(harvested(small, QByteArray(100, 'x')).failure.reason, Reason::None);
        QCOMPARE(json(harvested(recipe, {})), QByteArray("[[null]]"));
        QCOMPARE(harvested(recipe, {}, "text/xml").failure.reason, Reason::BadPage);
        QCOMPARE(harvested(recipeOf({field("a", "xpath:count('x')")}), shop).failure.reason,
                 Reason::BadPage);
    }

    void anEffortTooLargeIsAFailure()
    {
        const Harvest harvest =
            harvested(recipeOf({field("a", "p:has(~ b)")}), QByteArray("<p>").repeated(100'000));
        QCOMPARE(harvest.failure.reason, Reason::BadPage);
        QVERIFY(harvest.records.isEmpty());
    }

    void threads()
    {
        const auto extractor = Extractor::compile(recipeOf(
            {field("a", "h2"), field("b", "xpath:h2/b"), field("c", "regex:[a-z]+")}, ".product"));
        QVERIFY(extractor);
        std::atomic<int> good = 0;
        const auto work = [&] {
            for (int i = 0; i < 300; ++i) {
                const auto harvest = (*extractor)->run({shop, "text/html", "http://h.test/"}, 0);
                good +=
                    harvest.records.size() == 2 && harvest.records[0][1] == QStringLiteral("red");
            }
        };
        {
            const std::jthread one(work);
            const std::jthread two(work);
        }
        QCOMPARE(good.load(), 600);
    }
};

TRAWL_TEST(Appless, ExtractorTest)

} // namespace tst_extractor

#include "tst_extractor.moc"
