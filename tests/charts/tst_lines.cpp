// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartcolours.h"
#include "charts/lines.h"
#include "charts/waves.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_lines {

using namespace trawl::charts;
using trawl::rates::RateHistory;
using trawl::rates::Sample;
using Span = RateHistory::Span;

namespace {

Lines linesOf(ChartView view, const std::vector<Sample> &samples, Span span = Span::FiveMinutes)
{
    return Lines::of(view, span, samples, samples.empty() ? 0 : samples.back().atMs);
}

/// CIE L*, as bright as an eye sees it.
double lightness(const QColor &colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const auto y = 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
                   0.0722 * linear(colour.blueF());
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

} // namespace

class TestLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeSpanIsOnePiece()
    {
        const auto samples = wave(0, 300);
        const auto lines = linesOf(ChartView::Throughput, samples);
        QCOMPARE(lines.curves.size(), 3U);
        QCOMPARE(lines.curves[0].size(), 1U);
        const auto &points = lines.curves[0][0].top;
        QCOMPARE(points.size(), 300);
        QCOMPARE(points.front(), QPointF(-299, samples.front().bytesPerSecond));
        QCOMPARE(points.back(), QPointF(0, samples.back().bytesPerSecond));
        QVERIFY(lines.largestLeft > 6.9e6 && lines.largestLeft <= 7e6);
        QVERIFY(lines.largestRight > 390 && lines.largestRight <= 400);
    }

    void theTimeWithoutTheProgramIsAGap()
    {
        auto samples = wave(0, 20);
        const auto later = wave(100, 30);
        samples.insert(samples.end(), later.begin(), later.end());
        for (const auto view : {ChartView::Throughput, ChartView::InFlight, ChartView::Latency,
                                ChartView::StatusMix}) {
            for (const auto &curve : linesOf(view, samples).curves) {
                QCOMPARE(curve.size(), 2U);
                QCOMPARE(curve[0].top.size(), 20);
                QCOMPARE(curve[1].top.size(), 30);
            }
        }
    }

    void aLateSampleIsNone()
    {
        auto samples = wave(0, 20);
        samples.erase(samples.begin() + 7);
        QCOMPARE(linesOf(ChartView::InFlight, samples).curves[0].size(), 1U);
    }

    void gapsGoByTheInterval()
    {
        std::vector<Sample> minutes;
        for (int i = 0; i < 10; ++i)
            minutes.push_back(waveAt(i * 60));
        QCOMPARE(linesOf(ChartView::InFlight, minutes, Span::Day).curves[0].size(), 1U);
        QCOMPARE(linesOf(ChartView::InFlight, minutes, Span::FiveMinutes).curves[0].size(), 10U);
    }

    void whereNothingWasAnsweredThereIsNoLatency()
    {
        auto samples = wave(0, 30);
        for (int i = 10; i < 20; ++i)
            samples[std::size_t(i)].setLatency({});
        for (int i = 22; i < 29; ++i)
            samples[std::size_t(i)].setLatency({});
        const auto pieces = linesOf(ChartView::Latency, samples).curves[0];
        QCOMPARE(pieces.size(), 3U);
        QCOMPARE(pieces[0].top.size(), 10);
        QCOMPARE(pieces[2].top.size(), 2); // one point, as wide as its second
        QCOMPARE(pieces[2].top[0].x(), -0.5);
        QCOMPARE(pieces[2].top[1].x(), 0.5);
    }

    void aStackStandsOnTheOneBelow()
    {
        std::vector<Sample> samples{waveAt(0), waveAt(1)};
        samples[0].mix = {1, 2, 4, 8, 16};
        samples[1].mix = {1, 0, 0, 0, 1};
        const auto lines = linesOf(ChartView::StatusMix, samples);
        const double tops[] = {1, 3, 7, 15, 31};
        for (std::size_t i = 0; i < 5; ++i) {
            const auto &segment = lines.curves[i][0];
            QCOMPARE(segment.top[0].y(), tops[i]);
            QCOMPARE(segment.base[0].y(), i == 0 ? 0.0 : tops[i - 1]);
        }
        QCOMPARE(lines.curves[4][0].top[1].y(), 2.0);
        QCOMPARE(lines.largestLeft, 31.0);
    }

    void nothingIsNothing()
    {
        const auto lines = linesOf(ChartView::Latency, {});
        QCOMPARE(lines.curves.size(), 3U);
        QVERIFY(lines.curves[0].empty());
        QCOMPARE(lines.largestLeft, 0.0);
    }

    void neighboursAreToldApartWithoutHues_data()
    {
        QTest::addColumn<int>("view");
        QTest::addColumn<bool>("dark");
        for (int view = 0; view <= int(ChartView::Last); ++view) {
            for (const bool dark : {false, true})
                QTest::addRow("%d %s", view, dark ? "dark" : "light") << view << dark;
        }
    }
    void neighboursAreToldApartWithoutHues()
    {
        QFETCH(int, view);
        QFETCH(bool, dark);
        QPalette palette(dark ? QColor(0x32, 0x32, 0x32) : QColor(Qt::white));
        const QColor ground = dark ? QColor(0x24, 0x24, 0x24) : QColor(Qt::white);
        palette.setColor(QPalette::Base, ground);
        const auto colours = ChartColours::of(palette, ChartView(view));
        const auto curves = Curves::of(ChartView(view));
        QVERIFY(colours.curves.size() >= curves.size());
        for (std::size_t i = 0; i < curves.size(); ++i) {
            const auto here = lightness(colours.curves[i]);
            const auto fromGround = std::abs(here - lightness(ground));
            QVERIFY2(fromGround >= 20, qPrintable(QString::number(fromGround)));
            if (i == 0)
                continue;
            const bool otherLook = curves[i].pen != curves[i - 1].pen ||
                                   curves[i].shape != curves[i - 1].shape ||
                                   curves[i].fill != curves[i - 1].fill;
            const auto apart = std::abs(here - lightness(colours.curves[i - 1]));
            QVERIFY2(otherLook || apart >= 20, qPrintable(QString::number(apart)));
        }
    }
};

TRAWL_TEST(Appless, TestLines)

} // namespace tst_lines

#include "tst_lines.moc"
