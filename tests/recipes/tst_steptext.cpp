// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/steptext.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_steptext {

using namespace trawl;
using namespace trawl::recipes;
using item::Step;
using item::StepKind;

class TestStepText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack_data()
    {
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QList<Step> &steps, const char *text) {
            QTest::newRow(name) << steps << QString::fromUtf8(text);
        };
        const auto text = [](const char *argument) { return QString::fromUtf8(argument); };
        row("none", {}, "");
        row("one", {{StepKind::Trim, {}}}, "trim");
        row("two", {{StepKind::Trim, {}}, {StepKind::Number, {}}}, "trim | number");
        row("argument", {{StepKind::Number, text(",")}, {StepKind::Url, {}}}, "number , | url");
        row("blanks", {{StepKind::Join, text("; ")}}, "join \"; \"");
        row("the separator", {{StepKind::Join, text(" | ")}, {StepKind::Trim, {}}},
            "join \" | \" | trim");
        row("a bar", {{StepKind::Regex, text("a|b")}}, "regex a|b");
        row("quotes", {{StepKind::Default, text("\"\\")}}, "default \"\\\"\\\\\"");
        row("empty", {{StepKind::Join, text("")}, {StepKind::Required, {}}},
            "join \"\" | required");
        row("an expression", {{StepKind::Regex, text("(\\d+) in \"stock\"")}},
            "regex (\\d+) in \"stock\"");
        row("date", {{StepKind::Date, text("d. MMMM yyyy")}}, "date d. MMMM yyyy");
    }
    void thereAndBack()
    {
        QFETCH(QList<Step>, steps);
        QFETCH(QString, text);
        QCOMPARE(stepsText(steps), text);
        const auto back = stepsFromText(text);
        QVERIFY2(back, qPrintable(back ? QString() : back.error()));
        QCOMPARE(*back, steps);
    }
    void everyArgumentComesBack()
    {
        for (const auto *argument : {" ", "|", " |", "| ", "a | b", "\"", "\"x\"", "\\", "\\\"",
                                     "\t", "ü", "x\"", " \" | \" "}) {
            const QList<Step> steps{{StepKind::Join, QString::fromUtf8(argument)},
                                    {StepKind::Trim, {}}};
            const auto back = stepsFromText(stepsText(steps));
            QVERIFY2(back && *back == steps, argument);
        }
    }
    void isForgiving()
    {
        const auto steps = stepsFromText(QStringLiteral("  trim|number ,  |  url "));
        QVERIFY(steps);
        QCOMPARE(stepsText(*steps), QStringLiteral("trim | number , | url"));
    }
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("unknown") << QStringLiteral("trim | trimm") << QStringLiteral("trimm");
        QTest::newRow("no word") << QStringLiteral("trim | ,") << QStringLiteral("“,”");
        QTest::newRow("nothing behind") << QStringLiteral("regex") << QStringLiteral("regex");
        QTest::newRow("nothing before bar")
            << QStringLiteral("join | trim") << QStringLiteral("join");
        QTest::newRow("too much") << QStringLiteral("url x") << QStringLiteral("url");
        QTest::newRow("open quote") << QStringLiteral("join \"x") << QStringLiteral("join");
        QTest::newRow("no bar") << QStringLiteral("join \"x\" trim") << QStringLiteral("|");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        const auto steps = stepsFromText(text);
        QVERIFY(!steps);
        QVERIFY2(steps.error().contains(word), qPrintable(steps.error()));
    }
    void selectors_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *selector, Language language, const char *text) {
            QTest::newRow(selector)
                << QString::fromUtf8(selector) << language << QString::fromUtf8(text);
        };
        row("h1", Language::Css, "h1");
        row("a:hover", Language::Css, "a:hover");
        row("xpath:b", Language::XPath, "b");
        row("regex: x ", Language::Regex, " x");
        row("json:$.a", Language::Json, "$.a");
        row("jsonld:Product.name", Language::JsonLd, "Product.name");
        row("microdata:a", Language::Microdata, "a");
        row("meta:og:title", Language::Meta, "og:title");
        row("", Language::Css, "");
    }
    void selectors()
    {
        QFETCH(QString, selector);
        QFETCH(Language, language);
        QFETCH(QString, text);
        const auto split = splitSelector(selector);
        QCOMPARE(split.language, language);
        QCOMPARE(split.text, text);
        QCOMPARE(joinSelector(split), selector.trimmed());
    }
};

TRAWL_TEST(Appless, TestStepText)

} // namespace tst_steptext

#include "tst_steptext.moc"
