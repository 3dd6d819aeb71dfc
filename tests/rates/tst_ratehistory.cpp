// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/ratehistory.h"

#include <QTest>

using namespace trawl::rates;
using Span = RateHistory::Span;

namespace {

Sample at(qint64 second, double value)
{
    return {.atMs = second * 1000,
            .bytesPerSecond = value,
            .requestsPerSecond = value * 2,
            .inFlight = value * 3,
            .failuresPerSecond = value * 4};
}

} // namespace

class RateHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty()
    {
        const RateHistory history;
        for (const Span span : {Span::Minute, Span::FiveMinutes, Span::Hour, Span::Day}) {
            QVERIFY(history.samples(span).empty());
            QCOMPARE(history.version(span), 0u);
        }
    }

    void secondsRollOver()
    {
        RateHistory history;
        for (int i = 0; i < 1000; ++i)
            history.add(at(i, i));
        const auto minute = history.samples(Span::Minute);
        QCOMPARE(minute.size(), 60u);
        QCOMPARE(minute.front().atMs, 940'000);
        QCOMPARE(minute.back().bytesPerSecond, 999.0);
        const auto five = history.samples(Span::FiveMinutes);
        QCOMPARE(five.size(), 300u);
        for (std::size_t i = 0; i < five.size(); ++i)
            QCOMPARE(five[i].atMs, qint64(700 + i) * 1000);
    }

    void coarseOnesAverageWholeIntervals()
    {
        RateHistory history;
        for (int i = 0; i < 10; ++i)
            history.add(at(1000 + i, i));
        QVERIFY(history.samples(Span::Hour).empty()); // the interval is not over yet
        history.add(at(1010, 100));
        const auto hour = history.samples(Span::Hour);
        QCOMPARE(hour.size(), 1u);
        QCOMPARE(hour.front().atMs, 1'000'000);
        QCOMPARE(hour.front().bytesPerSecond, 4.5);
        QCOMPARE(hour.front().requestsPerSecond, 9.0);
        QCOMPARE(hour.front().inFlight, 13.5);
        QCOMPARE(hour.front().failuresPerSecond, 18.0);
    }

    void gapsCountOnlyWhatCame()
    {
        RateHistory history;
        history.add(at(60, 10));
        history.add(at(61, 20));
        history.add(at(600, 7)); // the machine slept
        history.add(at(660, 0));
        const auto day = history.samples(Span::Day);
        QCOMPARE(day.size(), 2u);
        QCOMPARE(day[0].bytesPerSecond, 15.0);
        QCOMPARE(day[1].atMs, 600'000);
        QCOMPARE(day[1].bytesPerSecond, 7.0);
    }

    void aDayAndMore()
    {
        RateHistory history;
        const int seconds = 30 * 3600;
        for (int i = 0; i <= seconds; ++i)
            history.add(at(i, 5));
        QCOMPARE(history.samples(Span::Hour).size(), 360u);
        const auto day = history.samples(Span::Day);
        QCOMPARE(day.size(), 1440u);
        QCOMPARE(day.front().atMs, qint64(6) * 3600 * 1000);
        QCOMPARE(day.back().atMs, qint64(seconds - 60) * 1000);
        QCOMPARE(day.back().bytesPerSecond, 5.0);
    }

    void versionsChangeWithTheSamplesOnly()
    {
        RateHistory history;
        for (int i = 0; i < 700; ++i) {
            const auto before = history;
            history.add(at(i, i));
            QCOMPARE(history.version(Span::Minute), before.version(Span::Minute) + 1);
            QCOMPARE(history.version(Span::Hour) - before.version(Span::Hour),
                     quint64(i > 0 && i % 10 == 0));
            QCOMPARE(history.version(Span::Day) - before.version(Span::Day),
                     quint64(i > 0 && i % 60 == 0));
        }
    }
};

QTEST_APPLESS_MAIN(RateHistoryTest)
#include "tst_ratehistory.moc"
