// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/steps.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

namespace tst_steps {

using namespace trawl;
using namespace trawl::extract;
using namespace std::chrono_literals;
using item::StepKind;
using item::Value;

using StepList = QList<item::Step>;

namespace {

Value s(const char *text)
{
    return QString::fromUtf8(text);
}

item::Step step(StepKind kind, const char *argument = "")
{
    return {kind, QString::fromUtf8(argument)};
}

} // namespace

class TestSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void applies_data()
    {
        QTest::addColumn<QList<Value>>("found");
        QTest::addColumn<StepList>("steps");
        QTest::addColumn<Value>("first");
        QTest::addColumn<Value>("all");
        const auto row = [](const char *name, const QList<Value> &found, const StepList &steps,
                            const Value &first, const Value &all) {
            QTest::newRow(name) << found << steps << first << all;
        };
        const Value null;
        const auto list = [](std::initializer_list<QJsonValue> values) {
            return Value(QJsonArray(values));
        };
        row("nothing", {}, {}, null, list({}));
        row("as it is", {s(" a "), s("b")}, {}, s(" a "), list({s(" a "), s("b")}));
        row("null is no value", {null, 5, true}, {}, 5, list({5, true}));
        row("empty texts stay", {s("")}, {}, s(""), list({s("")}));
        row("trim", {s("\n a \u00a0 b\t")}, {step(StepKind::Trim)}, s("a b"), list({s("a b")}));
        row("trim drops what is empty", {s(" \n"), s(" a")}, {step(StepKind::Trim)}, s("a"),
            list({s("a")}));
        row("trim leaves numbers", {5}, {step(StepKind::Trim)}, 5, list({5}));
        row("join", {s("a"), s("b"), 3, true}, {step(StepKind::Join, ", ")}, s("a, b, 3, true"),
            s("a, b, 3, true"));
        row("join nothing", {}, {step(StepKind::Join, ",")}, null, null);
        row("join an array", {QJsonArray{s("a"), 1.5, QJsonObject{}}}, {step(StepKind::Join, "+")},
            s("a+1.5"), s("a+1.5"));
        row("join, then more", {s("1"), s("2")}, {step(StepKind::Join), step(StepKind::Number)}, 12,
            12);
        row("number", {s("no"), s("5 €"), s("1,50")}, {step(StepKind::Number)}, 5, list({5, 1.5}));
        row("number of others", {true, 2.5, QJsonArray{1}}, {step(StepKind::Number)}, 2.5,
            list({2.5}));
        row("number with a comma", {s("1.234")}, {step(StepKind::Number, ",")}, 1234, list({1234}));
        row("number with a point", {s("1,23")}, {step(StepKind::Number, ".")}, 1, list({1}));
        row("date", {s("?"), s("22 Nov 2026")}, {step(StepKind::Date)}, s("2026-11-22"),
            list({s("2026-11-22")}));
        row("date by a format", {s("11/22/26")}, {step(StepKind::Date, "M/d/yy")}, s("2026-11-22"),
            list({s("2026-11-22")}));
        row("date of a number", {1'795'341'600}, {step(StepKind::Date, "unix")},
            s("2026-11-22T10:00:00Z"), list({s("2026-11-22T10:00:00Z")}));
        row("url", {s(" ../b?c#d "), s("mailto:a@b.c"), s("//x.test")}, {step(StepKind::Url)},
            s("https://host.test/b?c"), list({s("https://host.test/b?c"), s("https://x.test/")}));
        row("regex", {s("x"), s("a=1, a=2")}, {step(StepKind::Regex, "a=(\\d)")}, s("1"),
            list({s("1")}));
        row("regex on a number", {1250}, {step(StepKind::Regex, "^..")}, s("12"), list({s("12")}));
        row("default", {}, {step(StepKind::Default, "none")}, s("none"), list({s("none")}));
        row("default for an empty text", {s("")}, {step(StepKind::Default, "none")}, s("none"),
            list({s("none")}));
        row("default not needed", {s("a")}, {step(StepKind::Default, "none")}, s("a"),
            list({s("a")}));
        row("default behind a number", {s("-")},
            {step(StepKind::Number), step(StepKind::Default, "0")}, 0, list({0}));
        row("default before a number", {}, {step(StepKind::Default, "7"), step(StepKind::Number)},
            7, list({7}));
        row("required", {s("a")}, {step(StepKind::Required)}, s("a"), list({s("a")}));
        row("a chain", {s("Price: 1.299,00 €"), s("x")},
            {step(StepKind::Regex, "Price:(.*)"), step(StepKind::Trim), step(StepKind::Number),
             step(StepKind::Required)},
            1299, list({1299}));
    }

    void applies()
    {
        QFETCH(QList<Value>, found);
        QFETCH(StepList, steps);
        QFETCH(Value, first);
        QFETCH(Value, all);
        const auto compiled = Steps::compile(steps);
        QVERIFY2(compiled, qPrintable(compiled ? QString() : compiled.error()));
        const StepContext context{"https://host.test/dir/page"};
        Effort effort;
        QCOMPARE(compiled->apply(found, false, context, effort).value(), first);
        QCOMPARE(compiled->apply(found, true, context, effort).value(), all);
    }

    void demands_data()
    {
        QTest::addColumn<QList<Value>>("found");
        QTest::addColumn<StepList>("steps");
        const auto row = [](const char *name, const QList<Value> &found, const StepList &steps) {
            QTest::newRow(name) << found << steps;
        };
        row("nothing", {}, {step(StepKind::Required)});
        row("null", {Value()}, {step(StepKind::Required)});
        row("an empty text", {s("")}, {step(StepKind::Required)});
        row("blanks", {s(" \n")}, {step(StepKind::Trim), step(StepKind::Required)});
        row("no number", {s("x")}, {step(StepKind::Number), step(StepKind::Required)});
        row("no match", {s("x")}, {step(StepKind::Regex, "y"), step(StepKind::Required)});
    }

    void demands()
    {
        QFETCH(QList<Value>, found);
        QFETCH(StepList, steps);
        const auto compiled = Steps::compile(steps);
        QVERIFY(compiled);
        Effort effort;
        for (const bool all : {false, true}) {
            const auto value = compiled->apply(found, all, {}, effort);
            QVERIFY(!value);
            QCOMPARE(value.error().reason, item::Reason::MissingField);
            QCOMPARE(value.error().what, QStringLiteral("has no value"));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<item::Step>("wrong");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const item::Step &wrong, const char *why) {
            QTest::newRow(name) << wrong << QString::fromUtf8(why);
        };
        row("trim", step(StepKind::Trim, "x"), "step 2 (trim): it takes no argument");
        row("url", step(StepKind::Url, "x"), "step 2 (url): it takes no argument");
        row("required", step(StepKind::Required, "x"), "step 2 (required): it takes no argument");
        row("number", step(StepKind::Number, ";"), "step 2 (number): its argument is");
        row("date", step(StepKind::Date, "d MMM"), "step 2 (date): the format has no year");
        row("date, quoted", step(StepKind::Date, "d 'yyyy'"), "the format has no year");
        row("regex", step(StepKind::Regex), "step 2 (regex): the expression is missing");
        row("regex, wrong", step(StepKind::Regex, "a("), "step 2 (regex): missing closing");
    }

    void refuses()
    {
        QFETCH(item::Step, wrong);
        QFETCH(QString, why);
        const auto compiled = Steps::compile({step(StepKind::Trim), wrong});
        QVERIFY(!compiled);
        QVERIFY2(compiled.error().contains(why), qPrintable(compiled.error()));
    }

    void endsInTime()
    {
        const auto compiled = Steps::compile({step(StepKind::Regex, "(a+)+$")});
        QVERIFY(compiled);
        const QList<Value> many(10'000, QString(QString(200, u'a') + u'b'));
        Effort effort(200ms);
        const auto value = compiled->apply(many, true, {}, effort);
        QVERIFY(!value);
        QCOMPARE(value.error().reason, item::Reason::BadPage);
    }

    void takesAnything()
    {
        QRandomGenerator random(3);
        const auto all = Steps::compile({step(StepKind::Trim), step(StepKind::Url),
                                         step(StepKind::Default, "1"), step(StepKind::Join)});
        const auto numbers = Steps::compile({step(StepKind::Number)});
        const auto dates = Steps::compile({step(StepKind::Date)});
        const QString letters = QStringLiteral("0123456789.,:/-+ eETZ'年月日€novJan\u202f−٣\n");
        for (int i = 0; i < 20'000; ++i) {
            QString text;
            for (auto n = random.bounded(25); n > 0; --n)
                text += letters.at(random.bounded(letters.size()));
            if (i % 100 == 0)
                text += QChar(0xd83d);
            Effort effort;
            QVERIFY(all->apply({text}, true, {"https://a.test/"}, effort));
            const auto number = numbers->apply({text}, false, {}, effort);
            QVERIFY(number && (number->isNull() || number->isDouble()));
            const auto date = dates->apply({text}, false, {}, effort);
            QVERIFY(date && (date->isNull() || date->toString().size() >= 4));
        }
    }
};

TRAWL_TEST(Appless, TestSteps)

} // namespace tst_steps

#include "tst_steps.moc"
