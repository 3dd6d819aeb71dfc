// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/latencyhistogram.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace tst_latencyhistogram {

using trawl::rates::LatencyHistogram;

namespace {

/// What a sorted list says.
double exact(std::vector<qint64> values, double share)
{
    std::ranges::sort(values);
    const auto rank = std::max<qint64>(1, qint64(std::ceil(share * double(values.size()))));
    return double(values[std::size_t(rank) - 1]);
}

} // namespace

class TestLatencyHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyOneKnowsNothing()
    {
        const LatencyHistogram histogram;
        QVERIFY(histogram.isEmpty());
        QCOMPARE(histogram.percentile(0.5), -1.0);
        QCOMPARE(histogram.toBytes(), QByteArray());
    }

    void shortTimesAreExact()
    {
        for (qint64 ms = 0; ms < 32; ++ms) {
            LatencyHistogram histogram;
            histogram.add(ms);
            QCOMPARE(histogram.percentile(0), double(ms));
            QCOMPARE(histogram.percentile(0.5), double(ms));
            QCOMPARE(histogram.percentile(1), double(ms));
        }
    }

    void everyTimeIsWithinTheKnownError()
    {
        for (qint64 ms = 1; ms < 1'048'576; ms = ms * 101 / 100 + 1) {
            LatencyHistogram histogram;
            histogram.add(ms);
            const auto off = std::abs(histogram.percentile(0.5) - double(ms)) / double(ms);
            QVERIFY2(off <= 0.032, qPrintable(QStringLiteral("%1 ms: %2").arg(ms).arg(off)));
        }
    }

    void outOfRangeCountsAsTheEnds()
    {
        LatencyHistogram histogram;
        histogram.add(-5);
        QCOMPARE(histogram.percentile(1), 0.0);
        histogram.add(qint64(1) << 40);
        const auto longest = histogram.percentile(1);
        QVERIFY(std::abs(longest - 1'048'575) / 1'048'575 <= 0.032);
    }

    void percentilesAreThoseOfTheValues_data()
    {
        QTest::addColumn<double>("median");
        QTest::addColumn<double>("spread");
        QTest::newRow("near") << 12.0 << 0.4;
        QTest::newRow("far") << 180.0 << 0.8;
        QTest::newRow("slow") << 4000.0 << 1.2;
    }
    void percentilesAreThoseOfTheValues()
    {
        QFETCH(double, median);
        QFETCH(double, spread);
        std::mt19937 random(7); // NOLINT: the same values each time
        std::lognormal_distribution<double> times(std::log(median), spread);
        LatencyHistogram histogram;
        std::vector<qint64> values;
        for (int i = 0; i < 5000; ++i) {
            values.push_back(std::min(qint64(times(random)), qint64(1'000'000)));
            histogram.add(values.back());
        }
        QCOMPARE(histogram.count(), 5000U);
        for (const double share : {0.01, 0.5, 0.95, 0.99, 1.0}) {
            const auto right = exact(values, share);
            QVERIFY2(std::abs(histogram.percentile(share) - right) <= right * 0.05,
                     qPrintable(QStringLiteral("%1: %2, not %3")
                                    .arg(share)
                                    .arg(histogram.percentile(share))
                                    .arg(right)));
        }
    }

    void aSumIsThatOfAllValues()
    {
        LatencyHistogram fast;
        LatencyHistogram slow;
        LatencyHistogram all;
        for (int i = 0; i < 90; ++i) {
            fast.add(10);
            all.add(10);
        }
        for (int i = 0; i < 10; ++i) {
            slow.add(900);
            all.add(900);
        }
        auto sum = fast;
        sum.add(slow);
        QCOMPARE(sum, all);
        QCOMPARE(sum.percentile(0.5), 10.0);
        QVERIFY(sum.percentile(0.95) > 850); // the mean of both percentiles would be 455
        sum.add(LatencyHistogram());
        QCOMPARE(sum, all);
    }

    void bytesGoBothWays()
    {
        LatencyHistogram histogram;
        for (const qint64 ms : {0, 0, 3, 17, 250, 250, 99'999, 5'000'000})
            histogram.add(ms);
        const auto back = LatencyHistogram::fromBytes(histogram.toBytes());
        QVERIFY(back);
        QCOMPARE(*back, histogram);
        QVERIFY(histogram.toBytes().size() < 50);
    }

    void otherBytesAreRefused()
    {
        LatencyHistogram histogram;
        histogram.add(3);
        const auto bytes = histogram.toBytes();
        QVERIFY(!LatencyHistogram::fromBytes(bytes.chopped(1)));
        QVERIFY(!LatencyHistogram::fromBytes("\xff\xff\1\0\0\0"));  // no such bucket
        QVERIFY(!LatencyHistogram::fromBytes(QByteArray(6, '\0'))); // nobody in it
    }

    void staysSmall()
    {
        LatencyHistogram histogram;
        for (qint64 ms = 0; ms < 3'000'000; ms += 7)
            histogram.add(ms);
        QVERIFY(histogram.toBytes().size() <= 272 * 6);
    }
};

TRAWL_TEST(Appless, TestLatencyHistogram)

} // namespace tst_latencyhistogram

#include "tst_latencyhistogram.moc"
