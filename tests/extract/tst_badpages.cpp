// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/charset.h"
#include "extract/document.h"
#include "extract/nodes.h"
#include "extract/soundness.h"
#include "support/growth.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_badpages {

using namespace trawl;
using namespace trawl::extract;
using item::Reason;
using item::Tree;

namespace {

constexpr Tree bothTrees[] = {Tree::Browser, Tree::Fast};

/// Pieces of which pages that hurt parsers are made.
QByteArray randomPage(QRandomGenerator &random)
{
    static const QByteArray text =
        "<table> <tr> <td> </table> <b> </b> <p> </p> <select> <option> <template> "
        "</template> <svg> <math> <mi> </svg> <title> <!-- --> <![CDATA[ ]]> <frameset> <frame> "
        "<head> </body> </html> <html/a=b> <body/c> <form> </form> <input/type=hidden> <isindex> "
        "<nobr> <ruby> <rt> <li> <dd> <caption> <col> <colgroup> <tbody> <textarea> </br> </a> "
        "<plaintext> <script> </script> &#0; &amp &notit; &#x110000; \xC3 \xFF x < </ ='\" "
        "<!DOCTYPE/html> <font/color=red> <foreignObject> <desc> <annotation-xml> <object> "
        "<marquee> <button> <image> <hr/> <keygen> <iframe> <noscript> <optgroup> </optgroup> "
        "</select> <h1> </h2> <a/href=x>";
    static const QList<QByteArray> pieces =
        text.split(' ') + QList<QByteArray>{" ", "\n", QByteArray(1, '\0')};
    QByteArray page;
    const int count = int(random.bounded(1, 60));
    for (int i = 0; i < count; ++i)
        page += pieces[random.bounded(pieces.size())];
    return page;
}

} // namespace

class BadPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nesting_data()
    {
        QTest::addColumn<QByteArray>("html");
        constexpr int million = 1'000'000;
        const auto row = [](const char *title, const QByteArray &html) {
            QTest::newRow(title) << html;
        };
        row("div", QByteArray("<div>").repeated(million));
        row("div, closed",
            QByteArray("<div>").repeated(million) + QByteArray("</div>").repeated(million));
        row("b", QByteArray("<b>").repeated(million));
        row("b of different kinds", [] {
            QByteArray html;
            for (int i = 0; i < 100'000; ++i)
                html += "<b a=" + QByteArray::number(i) + "><p>";
            return html;
        }());
        row("tables", QByteArray("<table><tr><td>").repeated(million));
        row("rows in svg", "<svg>" + QByteArray("<tr>").repeated(million));
        row("unknown", QByteArray("<x>").repeated(million));
        row("spans with an attribute", QByteArray("<span a=\"x > y\">").repeated(million));
        row("templates", QByteArray("<template>").repeated(million));
        row("a little too deep", QByteArray("<div>").repeated(maxDepth + 1));
        row("stray ends in depth",
            QByteArray("<div>").repeated(2000) + QByteArray("</x>").repeated(million));
        row("a tag of many attributes", [] {
            QByteArray html = "<p";
            for (int i = 0; i < million; ++i)
                html += " a" + QByteArray::number(i);
            return html + ">";
        }());
    }

    void nesting()
    {
        QFETCH(QByteArray, html);
        constexpr int share = 20;
        const auto harmless = QByteArray("<p a=b>text</p>").repeated(html.size() / 15 / share + 1);
        for (const Tree tree : bothTrees) {
            const auto usual = support::spent([&] { QVERIFY(Document::parse(harmless, tree)); });
            const auto took = support::spent([&] {
                const auto document = Document::parse(html, tree);
                QVERIFY(!document);
                QCOMPARE(document.error().reason, Reason::BadPage);
                QVERIFY(!document.error().detail.isEmpty());
            });
            // What grows with the square takes hundreds of times as long as a usual page.
            QVERIFY2(took < 30 * share * usual, qPrintable(QString::number(took / usual)));
        }
    }

    void deepXml()
    {
        const auto document = Document::parseXml(QByteArray("<a>").repeated(1'000'000));
        QVERIFY(!document);
        QCOMPARE(document.error().reason, Reason::BadPage);
    }

    /// What a person may have written is not refused.
    void oddButHarmless_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("deep") << QByteArray("<div>").repeated(1000);
        QTest::newRow("items") << "<ul>" + QByteArray("<li>a").repeated(100'000);
        QTest::newRow("anchors") << QByteArray("<a name=x>t ").repeated(50'000);
        QTest::newRow("rows") << "<table>" + QByteArray("<tr><td><p>a").repeated(50'000);
        QTest::newRow("fonts") << QByteArray("<font>a</font>").repeated(100'000);
        QTest::newRow("script") << "<script>" + QByteArray("<div>").repeated(100'000) + "</script>";
        QTest::newRow("comment") << "<!--" + QByteArray("<div>").repeated(100'000) + "-->";
        QTest::newRow("svg") << "<svg>" + QByteArray("<path d='M 0'/>").repeated(50'000) + "</svg>";
        QTest::newRow("quoted") << "<p a='" + QByteArray("<div> b").repeated(100'000) + "'>";
    }

    void oddButHarmless()
    {
        QFETCH(QByteArray, html);
        for (const Tree tree : bothTrees) {
            const auto document = Document::parse(html, tree);
            QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
            QVERIFY(document->root());
        }
    }

    /// A large page is a page, or is refused; it is read to its end in a time to be borne.
    void large()
    {
        QByteArray html("<p class=a>text &amp; <b>bold</b> <a href='/x'>link</a></p>\n");
        html = html.repeated((8 << 20) / html.size());
        for (const Tree tree : bothTrees) {
            const auto document = Document::parse(html, tree);
            QVERIFY(document);
            QCOMPARE(rawText(document->root()).count(QStringLiteral("link")), html.count("link"));
        }
    }

    void noTags()
    {
        const QByteArray zeros(64 << 20, '\0');
        QVERIFY(Document::parse(zeros, Tree::Fast));
        const QByteArray angles = QByteArray("<").repeated(4 << 20);
        for (const Tree tree : bothTrees)
            QVERIFY(Document::parse(angles, tree));
    }

    void randomPages()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < 4000; ++i) {
            const QByteArray page = randomPage(random);
            const QByteArray utf8 = toUtf8(page, charsetOf(page, "text/html; charset=utf-8"));
            for (const Tree tree : bothTrees) {
                const auto document = Document::parse(utf8, tree);
                QVERIFY2(document, utf8.constData());
                QVERIFY(readableText(document->root()).isValidUtf16());
                QVERIFY(!sourceOf(document->root()).isEmpty());
            }
            (void)Document::parseXml(utf8);
        }
    }
};

TRAWL_TEST(Appless, BadPagesTest)

} // namespace tst_badpages

#include "tst_badpages.moc"
