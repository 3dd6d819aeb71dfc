// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fieldspec.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_fieldspec {

using namespace trawl;
using item::Field;
using item::Step;
using item::StepKind;

/// Fields as they are written on the command line.
class FieldSpecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Field>("field");
        const auto row = [](const char *text, const Field &field) {
            QTest::newRow(text) << QString::fromUtf8(text) << field;
        };
        const auto q = [](const char *text) { return QString::fromUtf8(text); };
        row("title=h1", {q("title"), q("h1"), false, {}});
        row("title = h1::text", {q("title"), q(" h1::text"), false, {}});
        row("links[]=a::attr(href)", {q("links"), q("a::attr(href)"), true, {}});
        row("x=a[href=\"b\"]", {q("x"), q("a[href=\"b\"]"), false, {}});
        row("x=xpath://a[@b='c']", {q("x"), q("xpath://a[@b='c']"), false, {}});
        row("标题=h1", {q("标题"), q("h1"), false, {}});
        row("price:number=.p", {q("price"), q(".p"), false, {{StepKind::Number, {}}}});
        row("l[]:url,trim=a", {q("l"), q("a"), true, {{StepKind::Url, {}}, {StepKind::Trim, {}}}});
        row("t:join(, )=.t", {q("t"), q(".t"), false, {{StepKind::Join, q(", ")}}});
        row("n:number(,)=.n", {q("n"), q(".n"), false, {{StepKind::Number, q(",")}}});
        row("y:regex((\\d+)\\)),required=h1",
            {q("y"),
             q("h1"),
             false,
             {{StepKind::Regex, q("(\\d+)\\)")}, {StepKind::Required, {}}}});
        row("y:regex(a=b,c)=h1", {q("y"), q("h1"), false, {{StepKind::Regex, q("a=b,c")}}});
        row("d:date(dd.MM.yyyy),default()=time",
            {q("d"),
             q("time"),
             false,
             {{StepKind::Date, q("dd.MM.yyyy")}, {StepKind::Default, {}}}});
    }
    void reads()
    {
        QFETCH(const QString, text);
        QFETCH(const Field, field);
        const auto parsed = cli::parseField(text);
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error()));
        QVERIFY(*parsed == field);
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *text, const char *why) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(why);
        };
        row("", "a name is missing");
        row("=h1", "a name is missing");
        row("title", "\"=\" and a selector are missing");
        row("title=", "the selector is missing");
        row("title=  ", "the selector is missing");
        row("title[0]=h1", "\"=\" and a selector are missing");
        row("x:trimm=h1", "unknown step \"trimm\"; known: trim, join");
        row("x:regex=h1", "regex needs an argument");
        row("x:regex(a=h1", "the \")\" of regex is missing");
        row("x:trim(1)=h1", "trim takes no argument");
        row("x:=h1", "unknown step \"\"");
        row("x:regex(\\", "the \")\" of regex is missing");
    }
    void refuses()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, why);
        const auto parsed = cli::parseField(text);
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().startsWith(why), qPrintable(parsed.error()));
    }
};

TRAWL_TEST(Guiless, FieldSpecTest)

} // namespace tst_fieldspec

#include "tst_fieldspec.moc"
