// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/schedule.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_schedule {

using trawl::rates::Schedule;

class ScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void at_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<std::optional<Schedule::Rule>>("rule");
        using Rule = std::optional<Schedule::Rule>;
        const auto day = QStringLiteral("08:00-18:00=500k, 18:00-23:00=2M,23:00-2:30=off");
        const auto row = [&](const char *name, const QString &text, QTime time, const Rule &rule) {
            QTest::newRow(name) << text << time << rule;
        };
        const Rule none;
        const Rule slow(Schedule::Rule{false, 500 * 1024});
        const Rule off(Schedule::Rule{true, 0});
        row("before", day, {7, 59, 59, 999}, none);
        row("begin", day, {8, 0}, slow);
        row("last moment", day, {17, 59, 59}, slow);
        row("the next begins", day, {18, 0}, Schedule::Rule{false, 2 << 20});
        row("off", day, {23, 0}, off);
        row("over midnight", day, {0, 0}, off);
        row("after midnight", day, {2, 29}, off);
        row("in the gap", day, {2, 30}, none);
        row("the first counts", QStringLiteral("10:00-12:00=0,09:00-13:00=1k"), {11, 0},
            Schedule::Rule{false, 0});
        row("the whole day", QStringLiteral("00:00-24:00=500k"), {13, 0}, slow);
        row("to the day's end", QStringLiteral("20:00-24:00=500k"), {23, 59}, slow);
        row("not past the day's end", QStringLiteral("20:00-24:00=500k"), {0, 0}, none);
        row("empty", QString(), {13, 0}, none);
    }
    void at()
    {
        QFETCH(QString, text);
        QFETCH(QTime, time);
        QFETCH(std::optional<Schedule::Rule>, rule);
        const auto schedule = Schedule::parse(text);
        QVERIFY(schedule);
        QCOMPARE(schedule->isEmpty(), text.isEmpty());
        QVERIFY(schedule->at(time) == rule);
    }

    void errors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("no rate") << "08:00-18:00"
                                 << "\"08:00-18:00\"";
        QTest::newRow("no span") << "08:00=1M"
                                 << "\"08:00=1M\"";
        QTest::newRow("hour") << "1:00-2:00=1M,25:00-18:00=1M"
                              << "\"25:00\"";
        QTest::newRow("minute") << "8:00-18:60=1M"
                                << "\"18:60\"";
        QTest::newRow("rate") << "08:00-18:00=fast"
                              << "\"fast\"";
        QTest::newRow("negative") << "08:00-18:00=-5"
                                  << "\"-5\"";
        QTest::newRow("words") << "at night"
                               << "\"at night\"";
    }
    void errors()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        const auto schedule = Schedule::parse(text);
        QVERIFY(!schedule);
        QVERIFY2(schedule.error().contains(named), qPrintable(schedule.error()));
    }
};

TRAWL_TEST(Appless, ScheduleTest)

} // namespace tst_schedule

#include "tst_schedule.moc"
