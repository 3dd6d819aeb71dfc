// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/date.h"
#include "support/growth.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_date {

using namespace trawl::extract;
using trawl::support::dearer;
using trawl::support::inProportion;

namespace {

struct Row
{
    const char *text;
    const char *expected; ///< "" = none
    const char *format = "";
};

const Row rows[] = {
    {"2026-11-22", "2026-11-22"},
    {"2026-11", "2026-11"},
    {"2026", "2026"},
    {"20261122", "2026-11-22"},
    {"20261122T100000Z", "2026-11-22T10:00:00Z"},
    {"2026-11-22T10:00", "2026-11-22T10:00:00"},
    {"2026-11-22 10:00:05", "2026-11-22T10:00:05"},
    {"2026-11-22T10:00:05.250Z", "2026-11-22T10:00:05.250Z"},
    {"2026-11-22T10:00:05,5", "2026-11-22T10:00:05.500"},
    {"2026-11-22T10:00:00+02:00", "2026-11-22T08:00:00Z"},
    {"2026-11-22T23:30:00-0130", "2026-11-23T01:00:00Z"},
    {"2026-11-22T10:00:00+02", "2026-11-22T08:00:00Z"},
    {"2026-06-30T23:59:60Z", "2026-06-30T23:59:59Z"},
    {"2026-1-5", "2026-01-05"},
    {"2026/11/22", "2026-11-22"},
    {"2026.11.22", "2026-11-22"},
    {"2026-02-30", ""},
    {"2026-13-01", ""},
    {"12026-11-22", ""},
    {"Sun, 22 Nov 2026 10:00:00 GMT", "2026-11-22T10:00:00Z"},
    {"Sunday, 22-Nov-26 10:00:00 GMT", "2026-11-22T10:00:00Z"},
    {"Sun Nov 22 10:00:00 2026", "2026-11-22T10:00:00"},
    {"Sun Nov 22 10:00:00 UTC 2026", "2026-11-22T10:00:00Z"},
    {"Sun Nov 22 2026 10:00:00 GMT+0200 (CEST)", "2026-11-22T08:00:00Z"},
    {"Sun, 22 Nov 2026 10:00 -0500", "2026-11-22T15:00:00Z"},
    {"22 Nov 2026 10:00:00 EST", "2026-11-22T15:00:00Z"},
    {"22 Nov 2026 10:00:00 PDT", "2026-11-22T17:00:00Z"},
    {"22 Nov 2026", "2026-11-22"},
    {"22 Nov 95 10:00:00 GMT", "1995-11-22T10:00:00Z"},
    {"1 Nov 2026", "2026-11-01"},
    {"22. November 2026", "2026-11-22"},
    {"22nd of November, 2026", "2026-11-22"},
    {"22-Nov-2026", "2026-11-22"},
    {"November 22, 2026", "2026-11-22"},
    {"Nov. 22nd 2026", "2026-11-22"},
    {"NOV 22, 2026", "2026-11-22"},
    {"November 22, 2026 at 3:05 pm", "2026-11-22T15:05:00"},
    {"November 22, 2026 3 p.m.", "2026-11-22T15:00:00"},
    {"Nov 22, 2026, 12:00 AM", "2026-11-22T00:00:00"},
    {"Nov 22, 2026, 12:30 PM UTC", "2026-11-22T12:30:00Z"},
    {"Nov 22, 2026, 13:30 PM", "2026-11-22"},
    {"November 2026", "2026-11"},
    {"Sept. 2026", "2026-09"},
    {"Posted on May 5, 2026 by Jan", "2026-05-05"},
    {"from 1 Jan 2026 to 2026-02-01", "2026-01-01"},
    {"22.11.2026", "2026-11-22"},
    {"22. 11. 2026", "2026-11-22"},
    {"22.11.26", "2026-11-22"},
    {"22.11.2026, 10:15 Uhr", "2026-11-22T10:15:00"},
    {"22.11.2026 um 10:15", "2026-11-22T10:15:00"},
    {"1.2.3.4", ""},
    {"22/11/2026", "2026-11-22"},
    {"11/22/2026", "2026-11-22"},
    {"11/22/2026 10:00 PM", "2026-11-22T22:00:00"},
    {"04/04/2026", "2026-04-04"},
    {"03/04/2026", ""},
    {"22-11-2026", "2026-11-22"},
    {"2026年11月22日", "2026-11-22"},
    {"２０２６年１１月２２日", "2026-11-22"},
    {"2026 年 1 月 2 日 10:30", "2026-01-02T10:30:00"},
    {"2026年11月22日10時30分", "2026-11-22T10:30:00"},
    {"2026년 11월 22일", "2026-11-22"},
    {"\n 22\u00a0Nov\n2026 ", "2026-11-22"},
    {"yesterday", ""},
    {"12:30", ""},
    {"", ""},
    {"1795341600", ""},
    {"1795341600", "2026-11-22T10:00:00Z", "unix"},
    {" 1795341600123", "2026-11-22T10:00:00.123Z", "unix"},
    {"0", "1970-01-01T00:00:00Z", "unix"},
    {"1e300", "", "unix"},
    {"nan", "", "unix"},
    {"x", "", "unix"},
    {"3/4/2026", "2026-04-03", "d/M/yyyy"},
    {"3/4/26", "2026-04-03", "d/M/yy"},
    {"3/4/70", "1970-04-03", "d/M/yy"},
    {"Nov 2026", "2026-11", "MMM yyyy"},
    {"year 2026", "2026", "'year' yyyy"},
    {"22 Nov 2026 at 10:05", "2026-11-22T10:05:00", "d MMM yyyy 'at' hh:mm"},
    {"2026-11-22 10:05 UTC", "2026-11-22T10:05:00Z", "yyyy-MM-dd hh:mm t"},
    {"22 Nov", "", "d MMM yyyy"},
};

} // namespace

class TestDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("format");
        for (const auto &row : rows) {
            QTest::addRow("%s, %s", row.text, row.format)
                << QString::fromUtf8(row.text) << QString::fromUtf8(row.expected)
                << QString::fromUtf8(row.format);
        }
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QFETCH(QString, format);
        const auto date = format.isEmpty() ? readDate(text) : readDate(text, format);
        QCOMPARE(date.value_or(QString()), expected);
    }

    void longTexts()
    {
        for (const char *part : {"1", "1 ", "nov ", "1.", "1 nov ", "2026-", "1/1/", " , "})
            QVERIFY2(dearer(2'500, 100'000,
                            [part](qint64 times) {
                                std::ignore =
                                    readDate(QString::fromLatin1(part).repeated(qsizetype(times)));
                            }) < inProportion,
                     part);
        QVERIFY(!readDate(QString(QString(1'000, u'x') + QStringLiteral(" 2026-11-22"))));
    }

    void formats()
    {
        QVERIFY(dateFormatProblem(QString()).isEmpty());
        QVERIFY(dateFormatProblem(QStringLiteral("unix")).isEmpty());
        QVERIFY(dateFormatProblem(QStringLiteral("d.M.yy")).isEmpty());
        QVERIFY(!dateFormatProblem(QStringLiteral("d.M.")).isEmpty());
        QVERIFY(!dateFormatProblem(QStringLiteral("'yyyy' d")).isEmpty());
    }
};

TRAWL_TEST(Appless, TestDate)

} // namespace tst_date

#include "tst_date.moc"
