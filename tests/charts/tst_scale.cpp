// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot.h"
#include "charts/scale.h"
#include "models/texts.h"
#include "support/testmain.h"

#include <QLocale>
#include <QScopeGuard>
#include <QStringBuilder>
#include <QTest>

namespace tst_scale {

using namespace trawl;
using namespace trawl::charts;

namespace {

QStringList labels(const std::vector<Tick> &ticks)
{
    QStringList result;
    for (const auto &tick : ticks)
        result.append(tick.label);
    return result;
}

} // namespace

class TestScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksAreRoundAndCover_data()
    {
        QTest::addColumn<double>("largest");
        for (const double largest :
             {0.0, 0.001, 0.3, 1.0, 4.0, 9.9, 77.0, 1023.0, 1024.0, 5e5, 3.3e7, 9e9, 7e12, 1e18})
            QTest::addRow("%g", largest) << largest;
    }
    void ticksAreRoundAndCover()
    {
        QFETCH(double, largest);
        for (const int intervals : {2, 4}) {
            for (const auto &ticks :
                 {Scale::bytes(largest, intervals), Scale::plain(largest, intervals)}) {
                QCOMPARE(int(ticks.size()), intervals + 1);
                QCOMPARE(ticks.front().value, 0.0);
                QVERIFY(ticks.back().value >= largest * 0.999);
                if (largest >= 1024)
                    QVERIFY(ticks.back().value <= largest * 2);
                const auto texts = labels(ticks);
                QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
            }
        }
    }

    void bytesHaveOneUnit()
    {
        QCOMPARE(
            labels(Scale::bytes(7.3 * 1024 * 1024, 4)),
            (QStringList{QStringLiteral("0"), QStringLiteral("2 MiB/s"), QStringLiteral("4 MiB/s"),
                         QStringLiteral("6 MiB/s"), QStringLiteral("8 MiB/s")}));
        QCOMPARE(labels(Scale::bytes(900 * 1024, 2)).last(),
                 QString(QLocale().toString(1000) % u" KiB/s"));
    }

    void unitsAreThoseThatWereChosen()
    {
        models::Texts::setUnits(models::Units::Si);
        const auto back = qScopeGuard([] { models::Texts::setUnits(models::Units::Iec); });
        QCOMPARE(
            labels(Scale::bytes(7.3e6, 4)),
            (QStringList{QStringLiteral("0"), QStringLiteral("2 MB/s"), QStringLiteral("4 MB/s"),
                         QStringLiteral("6 MB/s"), QStringLiteral("8 MB/s")}));
        QCOMPARE(Scale::bytes(7.3e6, 4).back().value, 8e6);
        QCOMPARE(Scale::bytes(3, 2).back().value, 1000.0);
        QCOMPARE(labels(Scale::bytes(3, 2)).last(), QStringLiteral("1 kB/s"));
        QCOMPARE(Scale::byteRate(999), QStringLiteral("999 B/s"));
        QCOMPARE(Scale::byteRate(1500), QStringLiteral("1.5 kB/s"));
        QCOMPARE(Scale::byteRate(1e6 - 1), QStringLiteral("1.0 MB/s"));
    }

    void nextToNothingLooksLikeIt()
    {
        QCOMPARE(Scale::bytes(3, 2).back().value, 1024.0);
        QCOMPARE(Scale::plain(0, 2).back().value, 1.0);
    }

    void ratesAreShort()
    {
        QCOMPARE(Scale::byteRate(0), QStringLiteral("0 B/s"));
        QCOMPARE(Scale::byteRate(1536), QStringLiteral("1.5 KiB/s"));
        QCOMPARE(Scale::byteRate(1024 * 1024 - 1), QStringLiteral("1.0 MiB/s"));
        QCOMPARE(Scale::rate(0), QStringLiteral("0"));
        QCOMPARE(Scale::rate(0.25), QStringLiteral("0.3"));
        QCOMPARE(Scale::rate(812.4), QStringLiteral("812"));
    }

    void timesAreInTheUnitThatFits()
    {
        QCOMPARE(labels(Scale::times(0, 2)).last(), QStringLiteral("4 ms"));
        QCOMPARE(labels(Scale::times(180, 4)).last(), QStringLiteral("200 ms"));
        QCOMPARE(labels(Scale::times(7300, 4)).last(), QStringLiteral("8 s"));
        QCOMPARE(Scale::times(7300, 4).back().value, 8000.0);
        QCOMPARE(Scale::time(12), QStringLiteral("12 ms"));
        QCOMPARE(Scale::time(1449), QStringLiteral("1.4 s"));
    }

    void timeEndsNow_data()
    {
        using Span = trawl::rates::RateHistory::Span;
        QTest::addColumn<int>("span");
        QTest::addColumn<double>("begin");
        QTest::addColumn<QString>("label");
        QTest::newRow("minute") << int(Span::Minute) << -60.0 << QStringLiteral("-60 s");
        QTest::newRow("5 min") << int(Span::FiveMinutes) << -300.0 << QStringLiteral("-5 min");
        QTest::newRow("hour") << int(Span::Hour) << -3600.0 << QStringLiteral("-60 min");
        QTest::newRow("day") << int(Span::Day) << -86400.0 << QStringLiteral("-24 h");
    }
    void timeEndsNow()
    {
        QFETCH(int, span);
        const auto ticks = timeTicks(trawl::rates::RateHistory::Span(span));
        QTEST(ticks.front().value, "begin");
        QTEST(ticks.front().label, "label");
        QCOMPARE(ticks.back().value, 0.0);
        QCOMPARE(ticks.back().label, QStringLiteral("now"));
    }
};

TRAWL_TEST(Appless, TestScale)

} // namespace tst_scale

#include "tst_scale.moc"
