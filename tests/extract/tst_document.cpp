// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/document.h"
#include "extract/nodes.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_document {

using namespace trawl;
using namespace trawl::extract;
using item::Tree;

namespace {

Document parsed(const QByteArray &html, Tree tree)
{
    auto document = Document::parse(html, tree);
    return document ? std::move(*document) : Document(*Document::parse("", tree));
}

/// The tree as text: name[attributes](children), texts in quotes.
QString shape(const xmlNode *node)
{
    QStringList children;
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (isText(child))
            children += u'"' + rawText(child) + u'"';
        else if (isElement(child))
            children += shape(child);
    }
    QString result = nameOf(node);
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        result += u'[' + QString::fromUtf8(reinterpret_cast<const char *>(attribute->name)) + u'=' +
                  valueOf(attribute) + u']';
    return children.isEmpty() ? result : result + u'(' + children.join(u' ') + u')';
}

QString bodyShape(const Document &document)
{
    for (xmlNode *node = document.root(); node; node = nextInTree(node, document.root())) {
        if (nameOf(node) == u"body")
            return shape(node);
    }
    return {};
}

} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void browserTree_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("body");
        const auto row = [](const char *html, const QString &body) {
            QTest::newRow(html) << QByteArray(html) << body;
        };
        row("<table><tr><td>a<td>b</table>",
            QStringLiteral(R"(body(table(tbody(tr(td("a") td("b"))))))"));
        row("<table>x<tr><td>a</table>", QStringLiteral(R"(body("x" table(tbody(tr(td("a"))))))"));
        row("<table>x<tr>y<td>a</table>",
            QStringLiteral(R"(body("xy" table(tbody(tr(td("a"))))))"));
        row("<p>a<dialog open>b</dialog>c",
            QStringLiteral(R"(body(p("a") dialog[open=]("b") "c"))"));
        row("<p>a<SEARCH>b</SEARCH>c", QStringLiteral(R"(body(p("a") search("b") "c"))"));
        row("<p>a<center>b</center>c", QStringLiteral(R"(body(p("a") center("b") "c"))"));
        row("<p>a<dialogs>b</dialogs>c", QStringLiteral(R"(body(p("a" dialogs("b") "c")))"));
        row("<p title='<dialog>'>a &lt;dialog></p>",
            QStringLiteral(R"(body(p[title=<dialog>]("a <dialog>")))"));
        row("<p>a<p>b", QStringLiteral(R"(body(p("a") p("b")))"));
        row("<ul><li>a<li>b</ul>", QStringLiteral(R"(body(ul(li("a") li("b"))))"));
        row("<b>a<p>b</b>c", QStringLiteral(R"(body(b("a") p(b("b") "c")))"));
        row("<DIV ID=A Class='X y'>t</DIV>", QStringLiteral(R"(body(div[id=A][class=X y]("t")))"));
        row("<p a=1 a=2>", QStringLiteral("body(p[a=1])"));
        row("&lt;&eacute;&#x4e2d;&nbsp;", QStringLiteral("body(\"<é中\u00A0\")"));
        row("<svg viewbox='0 0'><foreignobject/><a xlink:href=x /></svg>",
            QStringLiteral("body(svg[viewBox=0 0](foreignObject a[xlink:href=x]))"));
        row("<math><mi>x</mi></math>", QStringLiteral(R"(body(math(mi("x"))))"));
        row("<x-tag Foo>a</x-tag>", QStringLiteral(R"(body(x-tag[foo=]("a")))"));
        row("<template><li>a</template>", QStringLiteral(R"(body)"));
        row("<div><template><li>a</li></template></div>",
            QStringLiteral(R"(body(div(template(li("a")))))"));
        row("<script>if (a<b) '<p>'</script>x", QStringLiteral(R"(body("x"))"));
        row("<select><option>a<option>b</select>",
            QStringLiteral(R"(body(select(option("a") option("b"))))"));
        row("", QStringLiteral("body"));
    }

    void browserTree()
    {
        QFETCH(QByteArray, html);
        QTEST(bodyShape(parsed(html, Tree::Browser)), "body");
    }

    /// The values are those of python3-lxml 4.9 over libxml2 2.9.14.
    void quirks_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("body");
        const auto row = [](const char *html, const QString &body) {
            QTest::newRow(html) << QByteArray(html) << body;
        };
        row("<!doctype html><p>a<table></table>", QStringLiteral(R"(body(p("a") table))"));
        row("<p>a<table></table>", QStringLiteral(R"(body(p("a" table)))"));
        row("<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 3.2 Final//EN'><p>a<table></table>",
            QStringLiteral(R"(body(p("a" table)))"));
        row("<!-- x --><!doctype html public \"-//IETF//DTD HTML 2.0 Level "
            "1//EN\"><p>a<table></table>",
            QStringLiteral(R"(body(p("a" table)))"));
        row("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'><p>a<table></table>",
            QStringLiteral(R"(body(p("a" table)))"));
        row("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN' "
            "'http://www.w3.org/TR/html4/loose.dtd'><p>a<table></table>",
            QStringLiteral(R"(body(p("a") table))"));
        row("<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><p>a<table></table>",
            QStringLiteral(R"(body(p("a") table))"));
    }

    void quirks()
    {
        QFETCH(QByteArray, html);
        QTEST(bodyShape(parsed(html, Tree::Browser)), "body");
    }

    void fastTree_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("tree");
        const auto row = [](const char *html, const QString &tree) {
            QTest::newRow(html) << QByteArray(html) << tree;
        };
        row(R"(<table><tr><td>a<td>b</table>)",
            QStringLiteral(R"~(html(body(table(tr(td("a") td("b"))))))~"));
        row(R"(<table>x<tr><td>a</table>)",
            QStringLiteral(R"~(html(body(table("x" tr(td("a"))))))~"));
        row(R"(<p>a<p>b)", QStringLiteral(R"~(html(body(p("a") p("b"))))~"));
        row(R"(<ul><li>a<li>b</ul>)", QStringLiteral(R"~(html(body(ul(li("a") li("b")))))~"));
        row(R"(<b>a<p>b</b>c)", QStringLiteral(R"~(html(body(b("a") p("bc"))))~"));
        row(R"(<DIV ID=A>t</DIV>)", QStringLiteral(R"~(html(body(div[id=A]("t"))))~"));
        row(R"(<p a=1 a=2>)", QStringLiteral(R"~(html(body(p[a=1])))~"));
        row(R"()", QStringLiteral(R"~(html)~"));
        row(R"(text)", QStringLiteral(R"~(html(body(p("text"))))~"));
        row(R"(<title>t</title><p>x)", QStringLiteral(R"~(html(head(title("t")) body(p("x"))))~"));
        row(R"(<svg viewBox='0 0'><a xlink:href=x /></svg>)",
            QStringLiteral(R"~(html(body(svg[viewbox=0 0](a[xlink:href=x]))))~"));
        row(R"(<x-tag Foo>a</x-tag>)", QStringLiteral(R"~(html(body(x-tag[foo=]("a"))))~"));
        row(R"(&lt;&eacute;&#x4e2d;&nbsp;)", QStringLiteral(R"~(html(body(p("<é中 "))))~"));
        row(R"(<div><p>a<div>b</div>c</p></div>)",
            QStringLiteral(R"~(html(body(div(p("a") div("b") "c"))))~"));
        row(R"(<o:p>a</o:p>)", QStringLiteral(R"~(html(body(p("a"))))~"));
        row(R"(<script>if (a<b) '<p>'</script>x)",
            QStringLiteral(R"~(html(head(script("if (a<b) '<p>'")) body(p("x"))))~"));
        row(R"(<select><option>a<option>b</select>)",
            QStringLiteral(R"~(html(body(select(option("a") option("b")))))~"));
        row(R"(  <p>a</p>  )", QStringLiteral(R"~(html(body(p("a"))))~"));
        row(R"(<a href=x><a href=y>b)",
            QStringLiteral(R"~(html(body(a[href=x] a[href=y]("b"))))~"));
    }

    void fastTree()
    {
        QFETCH(QByteArray, html);
        QTEST(shape(parsed(html, Tree::Fast).root()), "tree");
    }

    void nulls_data()
    {
        QTest::addColumn<Tree>("tree");
        QTest::newRow("browser") << Tree::Browser;
        QTest::newRow("fast") << Tree::Fast;
    }

    void nulls()
    {
        QFETCH(Tree, tree);
        const Document document = parsed(QByteArray("<p>a\0b</p><p>c", 14), tree);
        QCOMPARE(bodyShape(document), QStringLiteral(R"(body(p("ab") p("c")))"));
    }

    void feed()
    {
        const auto document = Document::parseXml(
            "<?xml version='1.0' encoding='gbk'?>\n<feed xmlns='http://www.w3.org/2005/Atom' "
            "xmlns:m='urn:m'><entry><title>ä</title><m:title>b</m:title></entry></feed>");
        QVERIFY(document);
        QCOMPARE(shape(document->root()),
                 QStringLiteral(R"(feed(entry(title("ä") m:title("b"))))"));
        QVERIFY(!document->isHtml());
    }

    void brokenFeedKeepsItsBeginning()
    {
        const auto document =
            Document::parseXml("<rss><item><t>a&nbsp;&amp;x&amp;b</t></item><item>");
        QVERIFY(document);
        QCOMPARE(shape(document->root()), QStringLiteral(R"(rss(item(t("ax&b")) item))"));
        QVERIFY(!Document::parseXml("no XML at all"));
        QCOMPARE(Document::parseXml("").error().reason, item::Reason::BadPage);
    }

    void entitiesAreNotExpanded()
    {
        const auto document = Document::parseXml(
            "<!DOCTYPE r [<!ENTITY a 'aaaaaaaa'><!ENTITY f SYSTEM 'file:///etc/passwd'>"
            "<!ENTITY b '&a;&a;'>]><r x='&b;'>&a;&f;&b;.</r>");
        QVERIFY(document);
        QCOMPARE(rawText(document->root()), QStringLiteral("."));
        QCOMPARE(attributeOf(document->root(), "x"), QString());
    }

    void kindOfMarkup_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("xml");
        const auto row = [](const char *body, const char *type, bool xml) {
            QTest::addRow("%s %s", type, body) << QByteArray(body) << QByteArray(type) << xml;
        };
        row("<rss/>", "application/rss+xml; charset=utf-8", true);
        row("<a/>", "text/xml", true);
        row("<?xml version='1.0'?><rss/>", "text/html", true);
        row("<?xml version='1.0'?><a/>", "", true);
        row("<?xml version='1.0'?><a/>", "text/html", false);
        row("<?xml version='1.0'?><!DOCTYPE html><html>", "", false);
        row("<html>", "application/xhtml+xml", false);
        row("<html>", "text/xml", false);
        row("<p>", "text/html", false);
        row("", "", false);
    }

    void kindOfMarkup()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QTEST(looksLikeXml(body, type), "xml");
    }

    void readableText_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *html, const QString &text) {
            QTest::newRow(html) << QByteArray(html) << text;
        };
        row("<h1> a\n <b>b</b>c </h1>", QStringLiteral("a bc"));
        row("a<br>b", QStringLiteral("a b"));
        row("<ul><li>a</li><li>b</li></ul>c", QStringLiteral("a b c"));
        row("<table><tr><td>1</td><td>2</td></tr></table>", QStringLiteral("1 2"));
        row("a<script>x</script><style>y</style>b<template>z</template>", QStringLiteral("a b"));
        row("<p>a&nbsp;b</p>", QStringLiteral("a\u00A0b"));
        row("<!-- no -->", QString());
    }

    void readableText()
    {
        QFETCH(QByteArray, html);
        QTEST(extract::readableText(parsed(html, Tree::Browser).root()), "text");
        QTEST(extract::readableText(parsed(html, Tree::Fast).root()), "text");
    }

    void source()
    {
        const Document document = parsed("<p class=a>x<br>é&lt;<b>y</b></p>", Tree::Browser);
        QCOMPARE(sourceOf(document.root()->last->children),
                 QStringLiteral("<p class=\"a\">x<br>é&lt;<b>y</b></p>"));
    }
};

TRAWL_TEST(Appless, DocumentTest)

} // namespace tst_document

#include "tst_document.moc"
