// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/throughputchart.h"

#include "charts/samplemodel.h"

#include <QAbstractItemModelTester>
#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QComboBox>
#include <QLabel>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace trawl::charts;
using trawl::rates::RateHistory;
using trawl::rates::Sample;

namespace {

constexpr qint64 start = 1'700'000'040'000; ///< a whole minute

std::vector<Sample> wave(int from, int count)
{
    std::vector<Sample> samples;
    for (int i = from; i < from + count; ++i) {
        samples.push_back({.atMs = start + i * 1000LL,
                           .bytesPerSecond = 4e6 + 3e6 * std::sin(i / 7.0),
                           .requestsPerSecond = 300 + 100 * std::cos(i / 5.0),
                           .inFlight = 64,
                           .failuresPerSecond = i % 3 * 1.0});
    }
    return samples;
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x2b, 0x2b, 0x2b));
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x1e));
    palette.setColor(QPalette::Text, Qt::white);
    return palette;
}

/// A shown chart with its parts.
struct Shown
{
    ThroughputChart chart;
    QChartView *view = chart.findChild<QChartView *>();
    QTableView *table = chart.findChild<QTableView *>();

    explicit Shown(const std::vector<Sample> &samples = {})
    {
        chart.resize(900, 300);
        chart.show();
        chart.add(samples);
    }
    QLineSeries *bytes() const
    {
        for (auto *series : view->chart()->series()) {
            if (auto *area = qobject_cast<QAreaSeries *>(series))
                return area->upperSeries();
        }
        return nullptr;
    }
    QLineSeries *requests() const
    {
        for (auto *series : view->chart()->series()) {
            if (auto *line = qobject_cast<QLineSeries *>(series))
                return line;
        }
        return nullptr;
    }
    QString emptyWord() const
    {
        auto *label = view->findChild<QLabel *>();
        return label->isVisible() ? label->text() : QString();
    }
    double cell(int row, SampleColumn column) const
    {
        return table->model()->index(row, int(column)).data(SampleModel::ValueRole).toDouble();
    }
};

} // namespace

class TestThroughputChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatNothingCameYet()
    {
        Shown shown;
        QCOMPARE(shown.emptyWord(), QStringLiteral("Nothing has been fetched yet"));
        shown.chart.add({{.atMs = start}});
        QCOMPARE(shown.emptyWord(), QStringLiteral("Nothing has been fetched yet"));
        shown.chart.add({{.atMs = start + 1000, .requestsPerSecond = 1}});
        QCOMPARE(shown.emptyWord(), QString());
        shown.chart.setSpan(RateHistory::Span::Day);
        QVERIFY(!shown.emptyWord().isEmpty());
    }

    void showsTheLastMinute()
    {
        const auto samples = wave(0, 90);
        Shown shown(samples);
        QCOMPARE(shown.bytes()->count(), 60);
        QCOMPARE(shown.bytes()->points().last(), QPointF(0, samples.back().bytesPerSecond));
        QCOMPARE(shown.requests()->points().first(), QPointF(-59, samples[30].requestsPerSecond));
    }

    void everySpanHasItsPoints()
    {
        Shown shown(wave(0, 4000));
        shown.chart.setSpan(RateHistory::Span::FiveMinutes);
        QCOMPARE(shown.bytes()->count(), 300);
        shown.chart.setSpan(RateHistory::Span::Hour);
        QVERIFY(shown.bytes()->count() >= 359);
        shown.chart.setSpan(RateHistory::Span::Day);
        QVERIFY(shown.bytes()->count() >= 65);
        QCOMPARE(shown.chart.findChild<QComboBox *>()->currentIndex(), 3);
        shown.chart.findChild<QComboBox *>()->setCurrentIndex(0);
        QCOMPARE(shown.bytes()->count(), 60);
    }

    void theTableEqualsTheChart()
    {
        Shown shown(wave(0, 30));
        QAbstractItemModelTester tester(shown.table->model());
        QVERIFY(!shown.table->isVisible());
        shown.chart.findChild<QToolButton *>()->click();
        QVERIFY(shown.table->isVisible());
        for (const auto span : {RateHistory::Span::FiveMinutes, RateHistory::Span::Minute,
                                RateHistory::Span::Hour, RateHistory::Span::Minute}) {
            shown.chart.setSpan(span);
            shown.chart.add(wave(int(shown.table->model()->rowCount()) + 100, 50));
            const auto bytes = shown.bytes()->points();
            const auto requests = shown.requests()->points();
            const auto rows = shown.table->model()->rowCount();
            QCOMPARE(rows, int(bytes.size()));
            for (int row = 0; row < rows; ++row) {
                QCOMPARE(shown.cell(row, SampleColumn::Bytes), bytes[rows - 1 - row].y());
                QCOMPARE(shown.cell(row, SampleColumn::Requests), requests[rows - 1 - row].y());
            }
        }
    }

    void drawsOnlyWhenTheSpanGotAPoint()
    {
        Shown shown(wave(0, 60));
        shown.chart.setSpan(RateHistory::Span::Hour);
        QSignalSpy replaced(shown.bytes(), &QXYSeries::pointsReplaced);
        shown.chart.add(wave(60, 1));
        shown.chart.add(wave(61, 1));
        QVERIFY(replaced.size() <= 1);
        shown.chart.add(wave(62, 30));
        QVERIFY(replaced.size() >= 1);
        shown.chart.setSpan(RateHistory::Span::Minute);
        replaced.clear();
        shown.chart.hide();
        shown.chart.add(wave(92, 5));
        QCOMPARE(replaced.size(), 0);
        shown.chart.show();
        QCOMPARE(replaced.size(), 1);
    }

    void legendHasWordsAndTheNewestValues()
    {
        Shown shown;
        shown.chart.add({{.atMs = start, .bytesPerSecond = 1536, .requestsPerSecond = 12}});
        QStringList words;
        for (const auto *label : shown.chart.findChildren<QLabel *>())
            words.append(label->text());
        QVERIFY(words.contains(QStringLiteral("Bytes/s (left): 1.5 KiB/s")));
        QVERIFY(words.contains(QStringLiteral("Requests/s (right): 12")));
    }

    void followsThePalette()
    {
        Shown shown(wave(0, 60));
        const auto corner = [&shown] {
            return shown.view->grab().toImage().pixelColor(1, 1).lightness();
        };
        shown.chart.setPalette(QPalette(Qt::white));
        QVERIFY(corner() > 200);
        const auto light = shown.requests()->color();
        shown.chart.setPalette(darkPalette());
        QVERIFY(corner() < 60);
        QVERIFY(light != shown.requests()->color());
    }

    void drawsSomething()
    {
        Shown shown(wave(0, 60));
        const auto image = shown.view->grab().toImage();
        QSet<QRgb> colours;
        for (int x = 0; x < image.width(); x += 3) {
            for (int y = 0; y < image.height(); y += 3)
                colours.insert(image.pixel(x, y));
        }
        QVERIFY2(colours.size() > 10, qPrintable(QString::number(colours.size())));
    }

    void worksWhenLow()
    {
        Shown shown(wave(0, 60));
        QVERIFY2(shown.chart.minimumSizeHint().height() <= 140,
                 qPrintable(QString::number(shown.chart.minimumSizeHint().height())));
        shown.chart.resize(500, 120);
        QVERIFY(!shown.chart.grab().isNull());
    }

    void everyControlHasAName()
    {
        Shown shown;
        QVERIFY(!shown.view->accessibleName().isEmpty());
        QVERIFY(!shown.table->accessibleName().isEmpty());
        QVERIFY(!shown.chart.findChild<QComboBox *>()->accessibleName().isEmpty());
        QVERIFY(!shown.chart.findChild<QToolButton *>()->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestThroughputChart)
#include "tst_throughputchart.moc"
