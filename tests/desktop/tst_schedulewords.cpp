// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/schedulewords.h"

#include "rates/schedule.h"
#include "support/testmain.h"

#include <QTest>
#include <QTime>

namespace tst_schedulewords {

using namespace trawl;
using namespace trawl::desktop;

class TestScheduleWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("schedule");
        const auto row = [](const char *title, const QString &words, const QString &schedule) {
            QTest::newRow(title) << words << schedule;
        };
        row("nothing", QString(), QString());
        row("the usual one", QStringLiteral("22:00–07:00 full, else 1M"),
            QStringLiteral("22:00-07:00=0,00:00-24:00=1M"));
        row("plain dash and semicolon", QStringLiteral("8:00-18:00 500k; 18:00-24:00 off"),
            QStringLiteral("8:00-18:00=500k,18:00-24:00=off"));
        row("technical", QStringLiteral("08:00-18:00=500k,else=2M"),
            QStringLiteral("08:00-18:00=500k,00:00-24:00=2M"));
        row("full width", QStringLiteral("8：00—18：00 500k，else 2M"),
            QStringLiteral("8:00-18:00=500k,00:00-24:00=2M"));
        row("large letters", QStringLiteral("8:00-9:00 FULL, Else OFF"),
            QStringLiteral("8:00-9:00=0,00:00-24:00=off"));
        row("a unit behind a blank", QStringLiteral("8:00-9:00 1.5 MiB/s"),
            QStringLiteral("8:00-9:00=1.5 MiB/s"));
        row("an empty piece", QStringLiteral("8:00-9:00 full, , else 1M,"),
            QStringLiteral("8:00-9:00=0,00:00-24:00=1M"));
    }
    void reads()
    {
        QFETCH(QString, words);
        QFETCH(QString, schedule);
        const auto parsed = ScheduleWords::parse(words);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error()));
        QCOMPARE(*parsed, schedule);
        QVERIFY(rates::Schedule::parse(*parsed));
        QCOMPARE(ScheduleWords::parse(ScheduleWords::from(*parsed)), parsed);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *words, const char *named) {
            QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(named);
        };
        row("at night full", "at night");
        row("22:00-07:00", "22:00-07:00");
        row("25:00-07:00 full", "25:00");
        row("22:00-07:60 full", "07:60");
        row("22:00-07:00 fast", "fast");
        row("else 1M, 22:00-07:00 full", "22:00-07:00");
        row("otherwise 1M", "otherwise");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, words);
        QFETCH(QString, named);
        const auto parsed = ScheduleWords::parse(words);
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().contains(named), qPrintable(parsed.error()));
    }

    void writesWords()
    {
        QCOMPARE(
            ScheduleWords::from(QStringLiteral("22:00-07:00=0,12:00-13:00=off,00:00-24:00=1M")),
            QStringLiteral("22:00–07:00 full, 12:00–13:00 off, else 1M"));
        QCOMPARE(ScheduleWords::from(QString()), QString());
    }

    void meansWhatItSays()
    {
        const auto parsed = ScheduleWords::parse(QStringLiteral("22:00–07:00 full, else 1M"));
        const auto schedule = rates::Schedule::parse(parsed.value_or(QString()));
        QCOMPARE(schedule->at(QTime(23, 0))->bytesPerSecond, qint64(0));
        QCOMPARE(schedule->at(QTime(6, 59))->bytesPerSecond, qint64(0));
        QCOMPARE(schedule->at(QTime(7, 0))->bytesPerSecond, qint64(1 << 20));
    }
};

TRAWL_TEST(Appless, TestScheduleWords)

} // namespace tst_schedulewords

#include "tst_schedulewords.moc"
