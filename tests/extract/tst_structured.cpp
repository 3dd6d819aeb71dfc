// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/structured.h"

#include "extract/document.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

namespace tst_structured {

using namespace trawl;
using namespace trawl::extract;
using namespace std::chrono_literals;

namespace {

const QByteArray base = "https://shop.test/dir/page.html";

QString text(const QList<item::Value> &values)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(value);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// What a selector ("kind:path") gives; the note comes to `note`.
QString selected(const QByteArray &html, const QString &selector, item::Tree tree,
                 QString *note = nullptr)
{
    const auto document = Document::parse(html, tree);
    if (!document)
        return QStringLiteral("no document: ") + document.error().detail;
    const auto kind = selector.section(u':', 0, 0);
    const auto compiled = Structured::compile(kind, selector.section(u':', 1));
    if (!compiled)
        return QStringLiteral("error: ") + compiled.error();
    PageData page(document->get(), base);
    Effort effort;
    const auto found = compiled->select(page, effort);
    if (note)
        *note = found.note;
    return text(found.values);
}

QByteArray script(const char *json)
{
    return QByteArray("<!DOCTYPE html><html><head><script type=\"application/ld+json\">") + json +
           "</script></head><body><p>x</p></body></html>";
}

const char *const ldProduct =
    R"({"@context":"https://schema.org","@type":"Product","name":"Lamp",)"
    R"( "offers":[{"@type":"Offer","price":"12.50"},{"@type":["Offer","Thing"],"price":9}],)"
    R"( "brand":{"@type":"Brand","name":{"@value":"Acme","@language":"en"}}})";

const char *const ldGraph =
    R"({"@graph":[{"@type":"schema:WebPage","name":"w"},)"
    R"( {"@type":"http://schema.org/Product","name":"a","isVariantOf":{"@type":"Product","name":"b"}},)"
    R"( {"@type":"MyProduct","name":"no"}]})";

const char *const shop =
    "<!DOCTYPE html><html><body>\n"
    "<div itemscope itemtype='https://schema.org/Product https://x.test/Thing' itemid='/p/1'>\n"
    " <h1 itemprop='name'>Lamp <b>X</b></h1>\n"
    " <img itemprop='image' src='../i.png'><a itemprop='url sameAs' href='?a=1'>here</a>\n"
    " <meta itemprop='sku' content='S1'><data itemprop='gtin' value='42'>forty-two</data>\n"
    " <time itemprop='releaseDate' datetime='2026-11-22'>Sunday</time><time "
    "itemprop='seen'>now</time>\n"
    " <meter itemprop='m' value='0.5'></meter><link itemprop='availability' "
    "href='https://schema.org/InStock'>\n"
    " <a itemprop='mail' href='mailto:a@b.test'>m</a>\n"
    " <div itemprop='offers' itemscope itemtype='https://schema.org/Offer'><span "
    "itemprop='price'>5</span></div>\n"
    " <div itemprop='offers' itemscope itemtype='https://schema.org/Offer'><span "
    "itemprop='price'>6</span></div>\n"
    " <p><span itemprop=''>nothing</span></p>\n"
    "</div>\n"
    "<div itemscope itemref='more second' itemtype='https://schema.org/Person'></div>\n"
    "<p id='second'><span itemprop='name'>Two</span></p><p id='more'><span "
    "itemprop='name'>Three</span></p>\n"
    "</body></html>\n";

const char *const ldTwo = R"({"a":1}</script><script type=" Application/LD+JSON; charset=utf-8">)"
                          R"([{"a":2},{"a":3}])";
const char *const ldOne = R"({"a":1}</script><script>{"a":2}</script>)"
                          R"(<script type="text/x">{"a":3})";
const char *const metas =
    "<!DOCTYPE html><head><meta property='og:title' content='T'><meta name=Description content=D>"
    "<meta http-equiv=refresh content='5'><meta property='og:title' content='U'>"
    "<meta name=x></head>";

struct Row
{
    const char *page; ///< HTML, or JSON-LD that is to be put into some
    const char *selector;
    const char *expected;
};

const Row rows[] = {
    {ldProduct, "jsonld:Product.name", R"(["Lamp"])"},
    {ldProduct, "jsonld:Product.offers.price", R"(["12.50",9])"},
    {ldProduct, "jsonld:Offer.price", R"(["12.50",9])"},
    {ldProduct, "jsonld:Thing.price", "[9]"},
    {ldProduct, "jsonld:Product.brand.name", R"(["Acme"])"},
    {ldProduct, "jsonld:<Product>.name", R"(["Lamp"])"},
    {ldProduct, "jsonld:Product.nothing", "[]"},
    {ldProduct, "jsonld:Nothing", "[]"},
    {ldProduct, "jsonld:Product.name.more", "[]"},
    {ldProduct, "jsonld:$[0].offers[-1].price", "[9]"},
    {ldProduct, "jsonld: $..price ", R"(["12.50",9])"},
    {ldProduct, "microdata:", "[]"},
    {ldGraph, "jsonld:Product.name", R"(["a","b"])"},
    {ldGraph, "jsonld:WebPage.name", R"(["w"])"},
    {ldGraph, "jsonld:<http://schema.org/Product>.name", R"(["a"])"},
    {ldTwo, "jsonld:", R"([{"a":1},{"a":2},{"a":3}])"},
    {ldOne, "jsonld:", R"([{"a":1}])"},
    {shop, "microdata:Product.name", R"(["Lamp X"])"},
    {shop, "microdata:Thing.image", R"(["https://shop.test/i.png"])"},
    {shop, "microdata:Product.url", R"(["https://shop.test/dir/page.html?a=1"])"},
    {shop, "microdata:Product.sameAs", R"(["https://shop.test/dir/page.html?a=1"])"},
    {shop, "microdata:Product.sku", R"(["S1"])"},
    {shop, "microdata:Product.gtin", R"(["42"])"},
    {shop, "microdata:Product.releaseDate", R"(["2026-11-22"])"},
    {shop, "microdata:Product.seen", R"(["now"])"},
    {shop, "microdata:Product.m", R"(["0.5"])"},
    {shop, "microdata:Product.availability", R"(["https://schema.org/InStock"])"},
    {shop, "microdata:Product.mail", R"(["mailto:a@b.test"])"},
    {shop, "microdata:Product.offers.price", R"(["5","6"])"},
    {shop, "microdata:<https://schema.org/Offer>.price", R"(["5","6"])"},
    {shop, "microdata:Person.name", R"(["Two","Three"])"},
    {shop, "microdata:$[0].id", R"(["https://shop.test/p/1"])"},
    {shop, "microdata:$[0].type", R"([["https://schema.org/Product","https://x.test/Thing"]])"},
    {shop, "microdata:$[0].properties.offers[1].properties.price[0]", R"(["6"])"},
    {shop, "microdata:Offer",
     R"([{"properties":{"price":["5"]},"type":["https://schema.org/Offer"]},)"
     R"({"properties":{"price":["6"]},"type":["https://schema.org/Offer"]}])"},
    {shop, "jsonld:", "[]"},
    {metas, "meta:og:title", R"(["T","U"])"},
    {metas, "meta:description", R"(["D"])"},
    {metas, "meta:refresh", R"(["5"])"},
    {metas, "meta:x", "[]"},
};

struct JsonRow
{
    const char *json;
    const char *expected;
    bool broken = false;
};

const JsonRow jsons[] = {
    {"", "[]"},
    {" {} ", "[{}]"},
    {"<!-- {\"a\":1} -->", R"([{"a":1}])"},
    {"//<![CDATA[\n{\"a\":1}\n//]]>", R"([{"a":1}])"},
    {"/*<![CDATA[*/{\"a\":[[1]]}/*]]>*/", R"([{"a":[[1]]}])"},
    {"{\"a\":1};", R"([{"a":1}])"},
    {"\xef\xbb\xbf{\"a\":1}", R"([{"a":1}])"},
    {"{\"a\":[1,2,],}", R"([{"a":[1,2]}])"},
    {"{\"a\":[1,2 , ] , }", R"([{"a":[1,2]}])"},
    {"{\"a\":\"x,]\",}", R"([{"a":"x,]"}])"},
    {"{\"a\":\"x\ny\tz\rw\"}", R"([{"a":"x\ny\tz\nw"}])"}, // HTML makes \n of \r
    {"{\"a\":\"it\\'s \\d \\u00e9 \\\\\"}", "[{\"a\":\"it's d é \\\\\"}]"},
    {"{\"a\":1}{\"a\":2}", R"([{"a":1},{"a":2}])"},
    {"{\"a\":1},\n{\"a\":2};", R"([{"a":1},{"a":2}])"},
    {"{\"a\":1 /* one */, // more\n\"b\":\"//no\"}", R"([{"a":1,"b":"//no"}])"},
    {"{&quot;a&quot;:&quot;x &amp;amp; y&quot;}", R"([{"a":"x &amp; y"}])"},
    {"{\"a\":\"&quot;\"}", R"([{"a":"&quot;"}])"},
    {"{\"a\":1} {\"b\":}", R"([{"a":1}])", true},
    {"{\"a\":1", "[]", true},
    {"{\"a\":\"", "[]", true},
    {"{'a':1}", "[]", true},
    {"{a:1}", "[]", true},
    {"hello", "[]", true},
    {"\"text\"", "[]", true},
    {"}}]]", "[]", true},
};

} // namespace

} // namespace tst_structured

// Again, because moc 6.4 loses a namespace in which some raw strings stand.
namespace tst_structured {

class TestStructured : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selects_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<item::Tree>("tree");
        for (const auto &row : rows) {
            for (const auto tree : {item::Tree::Browser, item::Tree::Fast}) {
                const QByteArray html = *row.page == '<' ? QByteArray(row.page) : script(row.page);
                QTest::addRow("%s, %s, %d", row.selector, row.expected, int(tree))
                    << html << QString::fromUtf8(row.selector) << QString::fromUtf8(row.expected)
                    << tree;
            }
        }
    }

    void selects()
    {
        QFETCH(QByteArray, html);
        QFETCH(QString, selector);
        QFETCH(QString, expected);
        QFETCH(item::Tree, tree);
        QString note;
        QCOMPARE(selected(html, selector, tree, &note), expected);
        QCOMPARE(note, QString());
    }

    void readsWhatPagesHave_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("broken");
        for (const auto &row : jsons)
            QTest::newRow(row.json)
                << QByteArray(row.json) << QString::fromUtf8(row.expected) << row.broken;
    }

    void readsWhatPagesHave()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        QFETCH(bool, broken);
        QString note;
        const auto html = script(json.constData());
        QCOMPARE(selected(html, QStringLiteral("jsonld:"), item::Tree::Browser, &note), expected);
        QCOMPARE(note.contains(u"no JSON"), broken);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *selector, const char *why) {
            QTest::newRow(selector) << QString::fromUtf8(selector) << QString::fromUtf8(why);
        };
        row("jsonld:Product..name", "a name is missing");
        row("jsonld:.name", "a name is missing");
        row("jsonld:Product.", "a name is missing");
        row("jsonld:<>.name", "a type in full");
        row("jsonld:<http://x", "a type in full");
        row("jsonld:<http://x>name", "a type in full");
        row("jsonld:<http://x>.", "a name is missing");
        row("microdata:Product.offers[0]", "brackets");
        row("microdata:$.", "a name or *");
        row("meta:", "name is missing");
        row("rdfa:x", "no such kind");
    }

    void refuses()
    {
        QFETCH(QString, selector);
        QFETCH(QString, why);
        const QString error = selected("<p>", selector, item::Tree::Fast);
        QVERIFY2(error.startsWith(QStringLiteral("error: ")) && error.contains(why),
                 qPrintable(error));
    }

    void loops()
    {
        const QByteArray html = "<!DOCTYPE html><div itemscope itemref=b itemtype=T id=a></div>"
                                "<div id=b itemprop=p itemscope itemref=c></div>"
                                "<div id=c itemprop=q itemscope itemref='b c nothing'></div>";
        QCOMPARE(selected(html,
                          QStringLiteral("microdata:$[0].properties.p[0].properties.q[0]"
                                         ".properties.*"),
                          item::Tree::Browser),
                 QStringLiteral("[[\"ERROR\"]]"));
        const QByteArray own = "<!DOCTYPE html><p itemscope itemref='a a' id=a itemprop=x></p>"
                               "<p itemscope itemref=a></p>";
        QCOMPARE(selected(own, QStringLiteral("microdata:$..x"), item::Tree::Browser),
                 QStringLiteral("[[{\"properties\":{}}]]"));
    }

    void isBounded_data()
    {
        QTest::addColumn<QByteArray>("html");
        const QByteArray start = "<!DOCTYPE html><body>";
        QTest::newRow("deep items")
            << (start + QByteArray("<b itemscope itemprop=a>").repeated(300) + "<i itemscope>" +
                QByteArray("<b itemscope itemprop=a>").repeated(300));
        QTest::newRow("texts within texts")
            << (start + "<div itemscope>" + QByteArray("<div itemprop=a>").repeated(400) +
                QByteArray(400'000, 'x'));
        // Each item refers to two others: 2^40 of them.
        QByteArray doubled = start + "<div itemscope itemref='a0'></div>";
        for (int i = 0; i < 40; ++i) {
            doubled += QByteArrayLiteral("<p id=a%1><b itemprop=x itemscope itemref='a%2'></b>"
                                         "<b itemprop=y itemscope itemref='a%2'></b></p>")
                           .replace("%1", QByteArray::number(i))
                           .replace("%2", QByteArray::number(i + 1));
        }
        QTest::newRow("references") << doubled;
        QTest::newRow("items that refer to all")
            << (start + "<div id=all>" + QByteArray("<i itemprop=x>y</i>").repeated(5'000) +
                "</div>" + QByteArray("<p itemscope itemref=all></p>").repeated(5'000));
    }

    void isBounded()
    {
        QFETCH(QByteArray, html);
        const auto document = Document::parse(html, item::Tree::Browser);
        QVERIFY(document);
        PageData page(document->get(), base);
        Effort effort(500ms);
        const auto found = Structured::compile(u"microdata", u"")->select(page, effort);
        QCOMPARE(found.note, QStringLiteral("more microdata than is looked at"));
    }

    void takesAnything()
    {
        static const char *const pieces[] = {"{",
                                             "}",
                                             "[",
                                             "]",
                                             ",",
                                             ":",
                                             "\"a\"",
                                             "\"@type\"",
                                             "\"T\"",
                                             "1",
                                             "null",
                                             "\"",
                                             "\\",
                                             "/*",
                                             "*/",
                                             "//",
                                             "\n",
                                             "<!--",
                                             "-->",
                                             ";",
                                             "&quot;",
                                             "'",
                                             "{\"@graph\":[",
                                             "<![CDATA[",
                                             "]]>",
                                             "é",
                                             "\x01"};
        QRandomGenerator random(5);
        for (int i = 0; i < 5'000; ++i) {
            QByteArray json;
            for (auto n = random.bounded(16); n > 0; --n)
                json += pieces[random.bounded(int(std::size(pieces)))];
            const auto html = script(json.constData());
            QVERIFY(
                selected(html, QStringLiteral("jsonld:T.a"), item::Tree::Fast).startsWith(u'['));
        }
        const QByteArray deep = QByteArray("{\"a\":[").repeated(50'000);
        QString note;
        QCOMPARE(
            selected(script(deep.constData()), QStringLiteral("jsonld:"), item::Tree::Fast, &note),
            QStringLiteral("[]"));
        QVERIFY(!note.isEmpty());
        const QByteArray many = QByteArray("{\"@type\":\"T\",\"a\":[1,]}").repeated(20'000);
        QVERIFY(selected(script(many.constData()), QStringLiteral("jsonld:T.a"), item::Tree::Fast)
                    .size() > 40'000);
    }
};

TRAWL_TEST(Appless, TestStructured)

} // namespace tst_structured

#include "tst_structured.moc"
