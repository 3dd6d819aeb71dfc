// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/cssmatcher.h"
#include "extract/document.h"
#include "extract/nodes.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_css {

using namespace trawl;
using namespace trawl::extract;
using item::Tree;

namespace {

const QByteArray page =
    "<html lang=\"en\"><head><title>T</title><meta name=\"a\" content=\"b\"></head><body "
    "id=\"body\" class=\"page Home\">\n"
    "<div id=\"main\" class=\"main  wide\"><h1 id=\"h\">Head <b id=\"hb\">bold</b> tail</h1><p "
    "id=\"p1\" class=\"x\">one</p><p id=\"p2\" class=\"x y\" title=\"two words\">two</p><!-- c "
    "--><p id=\"p3\" lang=\"en-GB\"></p><span id=\"s1\">s</span><p id=\"p4\" data-n=\"4\" "
    "title=\"en-us\">four <i id=\"i1\">it</i></p></div>\n"
    "<ul id=\"u\"><li id=\"l1\"><a id=\"a1\" href=\"/one\" rel=\"nofollow next\">One</a></li><li "
    "id=\"l2\" class=\"on\"><a id=\"a2\" href=\"http://e.org/two.pdf\">Two</a></li><li "
    "id=\"l3\"><a id=\"a3\">Three</a></li><li id=\"l4\" class=\"on\"><em "
    "id=\"e1\">Four</em></li><li id=\"l5\"><a id=\"a5\" href=\"#x\" "
    "HREFLANG=\"de-AT\">Five</a></li><li id=\"l6\"> </li></ul>\n"
    "<form id=\"f\"><input id=\"in1\" type=\"text\" disabled><input id=\"in2\" type=\"CHECKBOX\" "
    "checked><input id=\"in3\" type=\"radio\"><select id=\"se\"><option "
    "id=\"o1\">1</option><option id=\"o2\" selected>2</option></select><button "
    "id=\"bt\">b</button></form>\n"
    "<div id=\"out\"><div id=\"in\"><div id=\"deep\"><p id=\"dp\">deep</p></div></div><p "
    "id=\"after\">after</p></div><div id=\"a:b\" class=\"c.d 1st\" title='q\"u'></div>\n"
    "</body></html>\n";

QString nameOf(const css::Hit &hit)
{
    if (hit.node->type == XML_ATTRIBUTE_NODE)
        return valueOf(reinterpret_cast<const xmlAttr *>(hit.node));
    if (isText(hit.node))
        return rawText(hit.node);
    return attributeOf(hit.node, "id").value_or(extract::nameOf(hit.node));
}

/// What a selector finds, by id where there is one.
QString found(const Document &document, QStringView selector, xmlNode *scope = nullptr)
{
    const auto list = css::parse(selector);
    if (!list)
        return QStringLiteral("error: ") + list.error();
    Effort effort;
    css::Matcher matcher(document.get(), effort);
    QStringList names;
    for (const css::Hit &hit : matcher.select(**list, scope, 1'000'000))
        names.append(nameOf(hit));
    return effort.isSpent() ? QStringLiteral("spent") : names.join(u'|');
}

Document parsed(const QByteArray &html, Tree tree = Tree::Browser)
{
    return std::move(*Document::parse(html, tree));
}

xmlNode *byId(const Document &document, const QString &id)
{
    Effort effort;
    const auto list = css::parse(u'#' + id);
    const auto hits = css::Matcher(document.get(), effort).select(**list, nullptr, 1);
    return hits.isEmpty() ? nullptr : hits.constFirst().node;
}

} // namespace

class CssTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What parsel 1.7 with cssselect 1.2 finds in the same page.
    void likeParsel_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *selector, const char *ids) {
            QTest::newRow(selector) << QString::fromUtf8(selector) << QString::fromUtf8(ids);
        };
        row("*", "html|head|title|meta|body|main|h|hb|p1|p2|p3|s1|p4|i1|u|l1|a1|l2|a2|l3|a3|l4|e1|"
                 "l5|a5|l6|f|in1|in2|in3|se|o1|o2|bt|out|in|deep|dp|after|a:b");
        row("p", "p1|p2|p3|p4|dp|after");
        row("P", "p1|p2|p3|p4|dp|after");
        row("li", "l1|l2|l3|l4|l5|l6");
        row(".x", "p1|p2");
        row(".X", "");
        row(".x.y", "p2");
        row("p.x", "p1|p2");
        row("#main", "main");
        row("p#p2", "p2");
        row("#p2.x", "p2");
        row("div p", "p1|p2|p3|p4|dp|after");
        row("div > p", "p1|p2|p3|p4|dp|after");
        row("div   >   p", "p1|p2|p3|p4|dp|after");
        row("div>p+p", "p2|p3");
        row("p + p", "p2|p3");
        row("p ~ p", "p2|p3|p4");
        row("p~span", "s1");
        row("h1 + p ~ p", "p2|p3|p4");
        row("body > div > div p", "dp");
        row("div div p", "dp");
        row("ul > li:first-child", "l1");
        row("ul > li:last-child", "l6");
        row("li:nth-child(2)", "l2");
        row("li:nth-child(odd)", "l1|l3|l5");
        row("li:nth-child(even)", "l2|l4|l6");
        row("li:nth-child(2n+1)", "l1|l3|l5");
        row("li:nth-child(3n)", "l3|l6");
        row("li:nth-child(n+4)", "l4|l5|l6");
        row("li:nth-child(-n+2)", "l1|l2");
        row("li:nth-child( 2n - 1 )", "l1|l3|l5");
        row("li:nth-child(0)", "");
        row("li:nth-child(-1)", "");
        row("li:nth-last-child(2)", "l5");
        row("li:nth-last-child(-n+2)", "l5|l6");
        row("p:nth-of-type(2)", "p2");
        row("p:nth-last-of-type(1)", "p4|dp|after");
        row("p:first-of-type", "p1|dp|after");
        row("p:last-of-type", "p4|dp|after");
        row("span:only-of-type", "s1");
        row("p:empty", "p3");
        row(":root", "html");
        row("li:not(.on)", "l1|l3|l5|l6");
        row("li:not(:first-child)", "l2|l3|l4|l5|l6");
        row("[href]", "a1|a2|a5");
        row("[id=p1]", "p1");
        row("[id=\"p1\"]", "p1");
        row("[title='two words']", "p2");
        row("[title~=words]", "p2");
        row("[title~=\"two words\"]", "");
        row("[title|=en]", "p4");
        row("[lang|=en]", "html|p3");
        row("[href^=\"http\"]", "a2");
        row("[href$=\".pdf\"]", "a2");
        row("[href*=o]", "a1|a2");
        row("[href^=\"\"]", "");
        row("[href*='']", "");
        row("[rel~=next]", "a1");
        row("[hreflang|=de]", "a5");
        row("a[href]:not([href^=\"#\"])", "a1|a2");
        row("h1, h2, p.x", "h|p1|p2");
        row("p.x, h1", "h|p1|p2");
        row("h1::text", "Head | tail");
        row("h1 ::text", "Head |bold| tail");
        row("h1 *::text", "Head |bold| tail");
        row("a::attr(href)", "/one|http://e.org/two.pdf|#x");
        row("li ::attr(href)", "/one|http://e.org/two.pdf|#x");
        row("ul::attr(id)", "u");
        row("title::text", "T");
        row("p.x::text", "one|two");
        row("h1::text, p.x::text", "Head | tail|one|two");
        row("#a\\:b", "a:b");
        row(".c\\.d", "a:b");
        row(".\\31 st", "a:b");
        row("[title=\"q\\\"u\"]", "a:b");
        row("div#main > p:nth-of-type(2)::text", "two");
        row("li > a:only-child::text", "One|Two|Three|Five");
        row("form > *", "in1|in2|in3|se|bt");
        row("input[type=text]", "in1");
        row("li.on + li", "l3|l5");
        row("li.on ~ li.on", "l4");
        row(":is(h1, h2)", "h");
        row(":is(h1, .y)::text", "Head | tail|two");
        row("li:has(> a)", "l1|l2|l3|l5");
        row("li:has(em)", "l4");
        row("div:has(> p)", "main|out|deep");
        row(":where(.x):not(.y)", "p1");
        row("p:lang(en)", "p1|p2|p3|p4|dp|after");
        row("option:checked", "o2");
        row("input:disabled", "in1");
        row(":is(p):not(#p1)", "p2|p3|p4|dp|after");
    }

    void likeParsel()
    {
        QFETCH(QString, selector);
        QTEST(found(parsed(page), selector), "ids");
        QTEST(found(parsed(page, Tree::Fast), selector), "ids");
    }

    /// Where parsel does not do what the specifications say, or cannot.
    void bySpecification_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *selector, const char *ids) {
            QTest::newRow(selector) << QString::fromUtf8(selector) << QString::fromUtf8(ids);
        };
        row("*:only-child", "html|hb|i1|a1|a2|a3|e1|a5|deep|dp");
        row("a::attr(HREF)", "/one|http://e.org/two.pdf|#x");
        row("li:not(:has(a))", "l4|l6");
        row("li:has(+ li.on)", "l1|l3");
        row("input:checked", "in2");
        row("li:nth-child(2 of .on)", "l4");
        row("li:nth-last-child(1 of .on)", "l4");
        row("li:nth-child(odd of :not(.on))", "l1|l5");
        row("li:not(.on, :first-child)", "l3|l5|l6");
        row("li:not(ul > .on)", "l1|l3|l5|l6");
        row(":is(ul > li.on, div div p)", "l2|l4|dp");
        row("li:has(> a[href], > em)", "l1|l2|l4|l5");
        row("li:has(~ #l3)", "l1|l2");
        row("h1:has(+ p + p)", "h");
        row("h1:has(+ p + p + span)", "");
        row("h1:has(~ span)", "h");
        row("#out:has(#in > #deep p)", "out");
        row(":has(#dp)", "html|body|out|in|deep");
        row(":link", "a1|a2|a5");
        row(":enabled", "in2|in3|se|o1|o2|bt");
        row(":root > body", "body");
        row(":scope", "html");
        row("[class~=\"MAIN\" i]", "main");
        row("[title=\"TWO words\"i]", "p2");
        row("[title=\"TWO words\" s]", "");
        row("[*|href]", "a1|a2|a5");
        row("[|href]", "a1|a2|a5");
        row("*|h1", "h");
        row("|h1", "h");
        row("svg|h1", "");
        row("p:hover", "");
        row("p:lang(en-gb)", "p3");
        row("p:lang(\"de\", en-GB)", "p3");
        row("p:only-of-type", "dp|after");
        row("p:NTH-CHILD(2)", "p1|after");
        row("/* c */ h1 /* d */ , /**/ h2", "h");
        row("h1::html", "h");
        row("a::attr(href), a::attr(id)", "/one|a1|http://e.org/two.pdf|a2|a3|#x|a5");
        row("a::text, em", "One|Two|Three|e1|Five");
        row("#\\6d ain", "main");
        row("#ma\\000069n", "main");
        row("p:nth-child(+3)", "p2");
        row("p:nth-child(n)", "p1|p2|p3|p4|dp|after");
        row("div:empty", "a:b");
        row("div > div > div p", "dp");
    }

    void bySpecification()
    {
        QFETCH(QString, selector);
        QTEST(found(parsed(page), selector), "ids");
    }

    void errors_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *selector, const char *error) {
            QTest::newRow(selector)
                << QString::fromUtf8(selector)
                << QStringLiteral("error: character ") + QString::fromUtf8(error);
        };
        row("", "1: a selector is missing at the end");
        row("  ", "3: a selector is missing at the end");
        row("h1,", "4: a selector is missing at the end");
        row(",h1", "1: ',' is no beginning of a selector");
        row("h1 > ", "6: a selector is missing at the end");
        row("> h1", "1: '>' is no beginning of a selector");
        row("h1 >> h2", "5: '>' is no beginning of a selector");
        row("h1)", "3: ')' without '('");
        row("h1]", "3: this cannot stand here");
        row("a.1", "3: a class is missing");
        row("a#", "3: an id is missing");
        row("[href", "6: an operator or ']' is missing");
        row("[href=]", "7: a value (in quotes) is missing");
        row("[href=http://x]", "11: ']' is missing");
        row("[href='x]", "7: the string has no end");
        row("[=x]", "2: an attribute's name is missing");
        row("[href!='x']", "6: an operator or ']' is missing");
        row("a:frist-child", "2: there is no :frist-child");
        row("a:nth(2)", "2: there is no :nth()");
        row("a:contains('x')", "2: there is no :contains()");
        row("a:nth-child()", "13: \"odd\", \"even\", a number or an+b is missing");
        row("a:nth-child(2x)", "13: \"odd\", \"even\", a number or an+b is missing");
        row("a:nth-of-type(2 of b)", "17: \"of\" cannot stand here");
        row("a:nth-child(2", "14: ')' is missing");
        row("a:not()", "7: ')' is no beginning of a selector");
        row("a:not(b", "8: ')' is missing");
        row("a:not(b::text)", "8: a pseudo-element cannot stand in brackets");
        row("a:has(b:has(c))", "13: :has() within :has()");
        row("a::txt", "2: there is no ::txt, only ::text, ::attr(name) and ::html");
        row("a::before", "2: there is no ::before, only ::text, ::attr(name) and ::html");
        row("a::text b", "9: nothing can follow a pseudo-element");
        row("a::text.x", "8: nothing can follow a pseudo-element");
        row("a::attr()", "9: an attribute's name is missing");
        row("a::attr(x", "10: ')' is missing");
        row("@href", "1: '@' is no beginning of a selector");
        row("//h1", "1: '/' is no beginning of a selector");
    }

    void errors()
    {
        QFETCH(QString, selector);
        QTEST(found(parsed(page), selector), "error");
    }

    void limits()
    {
        QVERIFY(!css::parse(QStringLiteral(":not(").repeated(5000)));
        QVERIFY(!css::parse(QStringLiteral("a ").repeated(65)));
        QVERIFY(css::parse(QStringLiteral("a ").repeated(64)));
        QVERIFY(!css::parse(QString(100'000, u'a')));
    }

    /// As developer tools copy it, on a page without tbody in its source.
    void copiedFromDeveloperTools()
    {
        const Document document = parsed("<div class=main><table><tr><td>1<td>2<tr><td>3<td>4"
                                         "<tr><td>5<td id=here>6</table></div>");
        QCOMPARE(found(document, u"body > div.main > table > tbody > tr:nth-child(3) > "
                                 u"td:nth-child(2)"),
                 QStringLiteral("here"));
    }

    void inScope_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *selector, const char *ids) {
            QTest::newRow(selector) << QString::fromUtf8(selector) << QString::fromUtf8(ids);
        };
        row("p", "dp|after");
        row("div", "in|deep");
        row("div p", "dp|after");
        row("body p", "");
        row(":scope", "out");
        row(":scope > div", "in");
        row("div:not(:scope > div)", "deep");
        row("::text", "deep|after");
        row("::attr(id)", "out|in|deep|dp|after");
        row(":scope::attr(id)", "out");
        row("div::attr(id)", "in|deep");
        row("*", "in|deep|dp|after");
    }

    void inScope()
    {
        QFETCH(QString, selector);
        const Document document = parsed(page);
        QTEST(found(document, selector, byId(document, QStringLiteral("out"))), "ids");
    }

    void scopesDoNotMix()
    {
        const Document document = parsed(page);
        const auto list = css::parse(u"li:is(:scope > li) a");
        Effort effort;
        css::Matcher matcher(document.get(), effort);
        QCOMPARE(matcher.select(**list, byId(document, QStringLiteral("u")), 9).size(), 4);
        QCOMPARE(matcher.select(**list, byId(document, QStringLiteral("main")), 9).size(), 0);
        QCOMPARE(matcher.select(**list, byId(document, QStringLiteral("u")), 2).size(), 2);
    }

    void xml()
    {
        const auto document = Document::parseXml(
            "<rss xmlns:m='urn:m'><Item id='i'><title id='a'/><m:title id='b' m:x='1'/></Item>"
            "</rss>");
        QVERIFY(document);
        QCOMPARE(found(*document, u"title"), QStringLiteral("a|b"));
        QCOMPARE(found(*document, u"m|title"), QStringLiteral("b"));
        QCOMPARE(found(*document, u"|title"), QStringLiteral("a"));
        QCOMPARE(found(*document, u"item"), QString());
        QCOMPARE(found(*document, u"Item > title:first-of-type"), QStringLiteral("a|b"));
        QCOMPARE(found(*document, u"[x]"), QString());
        QCOMPARE(found(*document, u"[m|x='1']"), QStringLiteral("b"));
    }

    void foreignNames()
    {
        const Document document = parsed("<svg id=s viewBox='0'><foreignObject id=f /><a id=x "
                                         "xlink:href=u></svg>");
        QCOMPARE(found(document, u"svg > foreignobject"), QStringLiteral("f"));
        QCOMPARE(found(document, u"svg[viewbox='0']"), QStringLiteral("s"));
        QCOMPARE(found(document, u"[xlink\\:href]"), QStringLiteral("x"));
        QCOMPARE(found(document, u"[xlink|href=u]"), QStringLiteral("x"));
        QCOMPARE(found(document, u"a::attr(xlink:href)"), QStringLiteral("u"));
    }

    void disabledByFieldset()
    {
        const Document document = parsed("<fieldset id=f disabled><legend><input id=a></legend>"
                                         "<legend><input id=b></legend><input id=c></fieldset>");
        QCOMPARE(found(document, u":disabled"), QStringLiteral("f|b|c"));
        QCOMPARE(found(document, u":enabled"), QStringLiteral("a"));
    }

    /// Many siblings, deep nesting, looking ahead from everywhere: still a matter of moments.
    void hostilePages_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("selector");
        const QByteArray flat = QByteArray("<p>").repeated(100'000);
        const QByteArray deep =
            QByteArray("<div>").repeated(2000) + QByteArray("<i></i>").repeated(50'000);
        QTest::newRow("nth") << flat << QStringLiteral("p:nth-child(3n+1)");
        QTest::newRow("nth of") << flat << QStringLiteral("p:nth-last-child(3n+1 of :not(b))");
        QTest::newRow("of type") << flat << QStringLiteral("p:nth-last-of-type(2)");
        QTest::newRow("only") << flat << QStringLiteral("p:only-of-type");
        QTest::newRow("siblings") << flat << QStringLiteral("p ~ p ~ p ~ p + p ~ p ~ b");
        QTest::newRow("descendants")
            << deep << QStringLiteral("div div div div > div div div div div div div b");
        QTest::newRow("not complex") << deep << QStringLiteral("i:not(div div div + i b)");
        QTest::newRow("has child") << flat << QStringLiteral(":has(> b)");
    }

    void hostilePages()
    {
        QFETCH(QByteArray, html);
        QFETCH(QString, selector);
        const Document document = parsed(html);
        QVERIFY(found(document, selector) != u"spent");
    }

    void effortIsBounded()
    {
        const Document document = parsed(QByteArray("<p>").repeated(50'000));
        const auto list = css::parse(u"p:has(~ b)");
        Effort effort(std::chrono::milliseconds(50));
        css::Matcher matcher(document.get(), effort);
        (void)matcher.select(**list, nullptr, 9);
        QVERIFY(effort.isSpent());
    }

    void randomSelectors()
    {
        static const QList<QByteArray> pieces =
            QByteArray("a p .x #i [id] [id=x] [id^='l'] * | > + ~ , :not( :is( :has( ) :nth-child( "
                       "2n+1 -n of odd :root :empty :scope :first-child ::text ::attr(id) ::html "
                       "\\ \\41 \" ' [ ] = /* */ - -- 1 \xC3\xA4 :lang(en) :only-of-type i ( :")
                .split(' ');
        const Document document = parsed(page);
        QRandomGenerator random(5);
        int good = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray selector;
            for (int n = int(random.bounded(1, 9)); n > 0; --n) {
                selector += pieces[random.bounded(pieces.size())];
                if (random.bounded(3) == 0)
                    selector += ' ';
            }
            const QString result = found(document, QString::fromUtf8(selector));
            good += !result.startsWith(u"error");
            QVERIFY2(result != u"spent", selector.constData());
        }
        QVERIFY(good > 1000);
    }
};

TRAWL_TEST(Appless, CssTest)

} // namespace tst_css

#include "tst_css.moc"
