// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/nodes.h"
#include "extract/xpath.h"
#include "support/testmain.h"

#include <QTest>

#include <atomic>
#include <thread>

namespace tst_xpath {

using namespace trawl;
using namespace trawl::extract;
using item::Tree;

namespace {

QString spoken(const XPath::Result &result)
{
    if (const auto *value = std::get_if<item::Value>(&result)) {
        if (value->isDouble())
            return QString::number(value->toDouble());
        if (value->isBool())
            return value->toBool() ? QStringLiteral("true") : QStringLiteral("false");
        return value->toString(QStringLiteral("null"));
    }
    QStringList texts;
    for (const xmlNode *node : std::get<QList<xmlNode *>>(result)) {
        texts += node->type == XML_ATTRIBUTE_NODE
                     ? u'@' + valueOf(reinterpret_cast<const xmlAttr *>(node))
                     : rawText(node);
    }
    return texts.join(u'|');
}

QString found(const Document &document, QStringView text, xmlNode *scope = nullptr)
{
    const auto expression = XPath::compile(text);
    if (!expression)
        return QStringLiteral("bad: ") + expression.error();
    Effort effort;
    const XPathContext context(document);
    const auto result = expression->evaluate(context, scope, effort);
    return result ? spoken(*result) : QStringLiteral("error: ") + result.error();
}

Document parsed(const QByteArray &html)
{
    return std::move(*Document::parse(html, Tree::Browser));
}

const QByteArray page = "<title>T</title><ul id=u><li class=a><a href=/1>one</a><li><a href=/2>two"
                        "</a><li>3</ul><p lang=en>x<b>y</b>z</p><table><tr><td>c</table>";

} // namespace

class XPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void results_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *expression, const char *result) {
            QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(result);
        };
        row("//li", "one|two|3");
        row("//li/a/@href", "@/1|@/2");
        row("//li[@class='a']/following-sibling::li[1]", "two");
        row("//p/text()", "x|z");
        row("//p//text()", "x|y|z");
        row("//b | //title", "T|y");
        row("string(//p)", "xyz");
        row("count(//li)", "3");
        row("count(//li) > 2", "true");
        row("number('x')", "null");
        row("normalize-space(' a  b ')", "a b");
        row("substring-after(//li[2]/a/@href, '/')", "2");
        row("id('u')/li[last()]", "3");
        row("//table/tbody/tr/td", "c");
        row("//x:y", "");
        row("//LI", "");
        row("//li[contains(concat(' ', @class, ' '), \" a \")]", "one");
    }

    void results()
    {
        QFETCH(QString, expression);
        QTEST(found(parsed(page), expression), "result");
    }

    void relative()
    {
        const Document document = parsed(page);
        const XPathContext context(document);
        Effort effort;
        const auto rows = XPath::compile(u"//li")->evaluate(context, nullptr, effort);
        xmlNode *second = std::get<QList<xmlNode *>>(*rows).value(1);
        QCOMPARE(found(document, u".", second), QStringLiteral("two"));
        QCOMPARE(found(document, u"./a/@href", second), QStringLiteral("@/2"));
        QCOMPARE(found(document, u"a", second), QStringLiteral("two"));
        QCOMPARE(found(document, u"../@id", second), QStringLiteral("@u"));
        QCOMPARE(found(document, u"//a", second), QStringLiteral("one|two"));
    }

    void errors_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *expression, const char *word) {
            QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(word);
        };
        row("", "empty");
        row("//li[", "character");
        row("//li]", "character");
        row("//", "character");
        row("'abc", "literal");
        row("//a[re:test(@href, 'x')]", "there is no function re:test()");
        row("document('/etc/passwd')", "there is no function document()");
        row("//li[position(]", "character");
    }

    void errors()
    {
        QFETCH(QString, expression);
        QFETCH(QString, word);
        const QString result = found(parsed(page), expression);
        QVERIFY2(result.startsWith(u"bad: "), qPrintable(result));
        QVERIFY2(result.contains(word, Qt::CaseInsensitive), qPrintable(result));
    }

    void evaluationErrors()
    {
        QVERIFY(found(parsed(page), u"//li[$x]").startsWith(u"error: "));
        QVERIFY(found(parsed(page), u"count('a')").startsWith(u"error: "));
        QVERIFY(found(parsed(page), u"contains('a')").startsWith(u"error: "));
    }

    void feeds()
    {
        const auto document = Document::parseXml(
            "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:m='urn:m'><entry><title>a</title>"
            "<m:title m:x='1'>b</m:title></entry></feed>");
        QVERIFY(document);
        QCOMPARE(found(*document, u"//entry/title"), QStringLiteral("a"));
        QCOMPARE(found(*document, u"//m:title"), QStringLiteral("b"));
        QCOMPARE(found(*document, u"//m:title/@m:x"), QStringLiteral("@1"));
        QCOMPARE(found(*document, u"//n:title"), QString());
        QCOMPARE(found(*document, u"//*[local-name()='title']"), QStringLiteral("a|b"));
    }

    void limits()
    {
        const auto bad = [](const QString &text) {
            return found(parsed(page), text).startsWith(u"bad: ");
        };
        QVERIFY(bad(QString(5000, u'(')));
        QVERIFY(bad(QStringLiteral("a[").repeated(5000)));
        QVERIFY(bad(QString(100'000, u'a')));
        // No brackets, but as long as it may be: it may fail, no more.
        (void)found(parsed(page), QString(16'000, u'-') + u'1');
        (void)found(parsed(page), QStringLiteral("a/").repeated(8000) + u'a');
        (void)found(parsed(page), QStringLiteral("1+").repeated(8000) + u'1');
    }

    void effortIsBounded()
    {
        const Document document = parsed(QByteArray("<p>a").repeated(20'000));
        const XPathContext context(document);
        Effort effort(std::chrono::milliseconds(50));
        const auto expression = XPath::compile(u"//p[count(//p[count(//p) > 3]) > 2]");
        QVERIFY(expression);
        const auto result = expression->evaluate(context, nullptr, effort);
        QVERIFY(!result);
        QCOMPARE(result.error(), QStringLiteral("it takes too long"));
    }

    void threads()
    {
        const auto expression = XPath::compile(u"count(//li[contains(., 'o')]/a)");
        QVERIFY(expression);
        std::atomic<int> good = 0;
        const auto work = [&] {
            for (int i = 0; i < 300; ++i) {
                const Document document = parsed(page);
                const XPathContext context(document);
                Effort effort;
                const auto result = expression->evaluate(context, nullptr, effort);
                good += result && spoken(*result) == u"2";
            }
        };
        {
            const std::jthread one(work);
            const std::jthread two(work);
        }
        QCOMPARE(good.load(), 600);
    }
};

TRAWL_TEST(Appless, XPathTest)

} // namespace tst_xpath

#include "tst_xpath.moc"
