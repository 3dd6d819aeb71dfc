// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/ratehistory.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

namespace tst_ratehistory {

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

    void latenciesAreThoseOfAllAnswers()
    {
        RateHistory history;
        for (int i = 0; i < 11; ++i) {
            auto sample = at(1000 + i, 1);
            LatencyHistogram latency;
            for (int answer = 0; i == 0 ? answer < 80 : i < 5 && answer < 5; ++answer)
                latency.add(i == 0 ? 10 : 500);
            sample.setLatency(latency);
            history.add(sample);
        }
        const auto minute = history.samples(Span::Minute);
        QCOMPARE(minute[0].latencyP99Ms, 10.0);
        QCOMPARE(minute[7].latencyP50Ms, -1.0);
        QVERIFY(minute[0].latency.isEmpty()); // the rings need only the percentiles
        const auto hour = history.samples(Span::Hour);
        QCOMPARE(hour.size(), 1U);
        QCOMPARE(hour[0].latencyP50Ms, 10.0); // 80 of 100 took 10 ms, 20 took 500
        QVERIFY(std::abs(hour[0].latencyP95Ms - 500) < 25);
    }

    void mixIsAveraged()
    {
        RateHistory history;
        for (int i = 0; i < 11; ++i) {
            auto sample = at(1000 + i, 1);
            sample.mix = {1.0 * i, 2.0, i == 0 ? 10.0 : 0.0, 0, 5};
            history.add(sample);
        }
        QCOMPARE(history.samples(Span::Hour).front().mix, (StatusMix{4.5, 2, 1, 0, 5}));
    }

    void earlierRunsAreThere()
    {
        RateHistory history;
        std::vector<Sample> pieces;
        for (int i = 0; i < 60; ++i) // ten minutes, an hour ago but five minutes
            pieces.push_back(at(36'000 + i * 10, i / 6));
        history.restore(pieces);
        QCOMPARE(history.nowMs(), 36'590'000);
        QCOMPARE(history.samples(Span::Hour).size(), 60U);
        QVERIFY(history.samples(Span::Minute).empty());
        for (int i = 0; i < 120; ++i)
            history.add(at(36'000 + 3300 + i, 7));
        const auto hour = history.samples(Span::Hour);
        QCOMPARE(hour.front().atMs, 36'000'000);
        QCOMPARE(hour.size(), 60U + 11);
        const auto day = history.samples(Span::Day);
        QCOMPARE(day.size(), 11U);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(day[std::size_t(i)].bytesPerSecond, double(i));
        for (int i = 120; i < 600; ++i) // what is older than an hour goes
            history.add(at(36'000 + 3300 + i, 7));
        QVERIFY(history.samples(Span::Hour).front().atMs > 36'290'000);
        QCOMPARE(history.samples(Span::Day).front().atMs, 36'000'000);
    }

    void aPieceWeighsAsMuchAsItsSeconds()
    {
        RateHistory history;
        history.restore({at(60, 30)});
        for (int i = 70; i <= 120; ++i)
            history.add(at(i, i < 120 ? 0 : 99));
        QCOMPARE(history.samples(Span::Day).front().bytesPerSecond, 5.0); // 10 of 60 seconds
    }

    void aClockThatIsSetBackBeginsAnewThere()
    {
        RateHistory history;
        for (int i = 0; i < 100; ++i)
            history.add(at(1000 + i, 1));
        history.add(at(1050, 2));
        const auto minute = history.samples(Span::Minute);
        QVERIFY(std::ranges::is_sorted(minute, {}, &Sample::atMs));
        QCOMPARE(minute.back().atMs, 1'050'000);
        QCOMPARE(minute.back().bytesPerSecond, 2.0);
        QCOMPARE(history.nowMs(), 1'050'000);
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

TRAWL_TEST(Appless, RateHistoryTest)

} // namespace tst_ratehistory

#include "tst_ratehistory.moc"
