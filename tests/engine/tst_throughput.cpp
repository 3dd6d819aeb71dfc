// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/throughput.h"
#include "support/testmain.h"

#include <QTest>

#include <array>

namespace tst_throughput {

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;

namespace {

item::Outcome outcomeOf(int id, int code, item::Reason reason = item::Reason::None,
                        qint64 bytes = 0)
{
    item::Outcome outcome;
    outcome.id = ItemId(id);
    outcome.head.code = code;
    outcome.failure.reason = reason;
    outcome.bytes = bytes;
    return outcome;
}

} // namespace

class TestThroughput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachByteCountsOnce()
    {
        Throughput t;
        t.started(ItemId(1));
        t.progressed({ItemId(1), 400, 1000}, 0);
        t.progressed({ItemId(1), 300, 1000}, 50); // an older batch that came late
        t.progressed({ItemId(1), 700, 1000}, 100);
        t.ended(outcomeOf(1, 200, {}, 1000), 200);
        t.ended(outcomeOf(1, 200, {}, 1000), 250);
        t.progressed({ItemId(1), 2000, -1}, 300);
        QCOMPARE(t.bytes(), 1000);
        QCOMPARE(t.running(), 0);
    }
    void aTickIsAPoint()
    {
        Throughput t;
        t.tick(10'000);
        t.started(ItemId(1));
        t.started(ItemId(2));
        t.ended(outcomeOf(1, 200, item::Reason::Truncated, 5000), 500);
        t.tick(12'000);
        const auto samples = t.takeSamples();
        QCOMPARE(samples.size(), 2U);
        QCOMPARE(samples[1].atMs, 10'000);
        QCOMPARE(samples[1].bytesPerSecond, 2500.0);
        QCOMPARE(samples[1].requestsPerSecond, 0.5);
        QCOMPARE(samples[1].failuresPerSecond, 0.5);
        QCOMPARE(samples[1].inFlight, 1.0);
        QVERIFY(t.takeSamples().empty());
    }
    void whatWasKeptCountsNotAgain()
    {
        Throughput t;
        t.started(ItemId(1));
        auto outcome = outcomeOf(1, 206, {}, 1000);
        outcome.kept = 900;
        t.ended(outcome, 100);
        QCOMPARE(t.bytes(), 100);
    }
    void endsAreToldApartByTheirAnswers()
    {
        using item::Reason;
        Throughput t;
        const std::array ends{
            outcomeOf(1, 200),
            outcomeOf(2, 206),
            outcomeOf(3, 304, Reason::Exists),
            outcomeOf(4, 404, Reason::Http),
            outcomeOf(5, 429, Reason::Http),
            outcomeOf(6, 503, Reason::Http),
            outcomeOf(7, 0, Reason::Dns),
            outcomeOf(8, 200, Reason::Truncated),
            outcomeOf(9, 0, Reason::Cancelled), // paused: no request
        };
        for (const auto &end : ends)
            t.started(end.id);
        for (const auto &end : ends)
            t.ended(end, 0);
        t.tick(1000);
        t.tick(2000);
        const auto samples = t.takeSamples();
        QCOMPARE(samples[0].mix, (rates::StatusMix{2, 1, 2, 1, 2}));
        QCOMPARE(samples[0].requestsPerSecond, 8.0);
        QCOMPARE(samples[0].failuresPerSecond, 5.0);
        QCOMPARE(samples[1].mix, rates::StatusMix());
        QCOMPARE(t.running(), 0);
    }
    void latencyIsThatOfAnswers()
    {
        Throughput t;
        for (int i = 1; i <= 100; ++i) {
            auto outcome = i <= 10 ? outcomeOf(i, 0, item::Reason::Timeout) : outcomeOf(i, 200);
            outcome.firstByteMs = i <= 10 ? 30'000 : i <= 95 ? 12 : 1000;
            t.started(ItemId(i));
            t.ended(outcome, 0);
        }
        t.tick(1000);
        t.tick(2000);
        const auto samples = t.takeSamples();
        QCOMPARE(samples[0].latencyP50Ms, 12.0);
        QVERIFY(qAbs(samples[0].latencyP99Ms - 1000) <= 50);
        QCOMPARE(samples[1].latencyP50Ms, -1.0);
    }
    void piecesForTheSessionComeEachMinute()
    {
        Throughput t;
        qint64 now = 1'700'000'041'000; // the first second of a minute is over
        std::vector<Sample> pieces;
        for (int i = 0; i < 60; ++i, now += 1000) {
            t.started(ItemId(i + 1));
            auto outcome = outcomeOf(i + 1, 200);
            outcome.firstByteMs = 5;
            t.ended(outcome, 0);
            t.tick(now);
            pieces = t.takePieces(false);
            QVERIFY(pieces.empty());
        }
        t.tick(now);
        pieces = t.takePieces(false);
        QCOMPARE(pieces.size(), 6U);
        QCOMPARE(pieces[5].atMs - pieces[0].atMs, 50'000);
        QCOMPARE(pieces[0].requestsPerSecond, 1.0);
        QCOMPARE(pieces[0].latency.count(), 10U);
        t.tick(now + 1000);
        QVERIFY(t.takePieces(false).empty());
        QCOMPARE(t.takePieces(true).size(), 1U); // the program ends
        QVERIFY(t.takePieces(true).empty());
        QCOMPARE(t.takeSamples().size(), 62U);
    }
    void aClockThatStandsStillMakesNoPoint()
    {
        Throughput t;
        t.tick(10'000);
        t.tick(10'000);
        t.tick(9'000); // the wall clock was set back
        QCOMPARE(t.takeSamples().size(), 1U);
    }
};

TRAWL_TEST(Appless, TestThroughput)

} // namespace tst_throughput

#include "tst_throughput.moc"
