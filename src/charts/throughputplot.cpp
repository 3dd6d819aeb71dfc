// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/throughputplot.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>

#include <algorithm>

namespace trawl::charts {

namespace {

using Span = rates::RateHistory::Span;

constexpr int lowHeight = 180; ///< below it there is room for two intervals only

QCategoryAxis *addAxis(QChart *chart, Qt::Alignment edge)
{
    auto *axis = new QCategoryAxis(chart);
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setTruncateLabels(false);
    chart->addAxis(axis, edge);
    return axis;
}

void setTicks(QCategoryAxis *axis, const std::vector<Tick> &ticks)
{
    QStringList labels;
    for (const auto &tick : ticks)
        labels.append(tick.label);
    if (axis->categoriesLabels() == labels && axis->max() == ticks.back().value)
        return;
    for (const auto &label : axis->categoriesLabels())
        axis->remove(label);
    axis->setStartValue(ticks.front().value);
    for (const auto &tick : ticks)
        axis->append(tick.label, tick.value);
    axis->setRange(ticks.front().value, ticks.back().value);
}

void paint(QCategoryAxis *axis, const ChartColours &colours)
{
    axis->setLabelsColor(colours.text);
    axis->setGridLinePen(QPen(colours.grid, 1));
    axis->setLinePen(QPen(colours.grid, 1));
}

double largest(const QList<QPointF> &points)
{
    const auto found = std::ranges::max_element(points, {}, &QPointF::y);
    return found == points.end() ? 0 : found->y();
}

} // namespace

std::vector<Tick> timeTicks(Span span)
{
    struct Steps
    {
        int seconds;
        int stepInUnits;
        const char *label;
    };
    static constexpr std::array steps{
        Steps{1, 15, QT_TRANSLATE_NOOP("trawl::charts::ThroughputPlot", "-%1 s")},
        Steps{60, 1, QT_TRANSLATE_NOOP("trawl::charts::ThroughputPlot", "-%1 min")},
        Steps{60, 15, QT_TRANSLATE_NOOP("trawl::charts::ThroughputPlot", "-%1 min")},
        Steps{3600, 6, QT_TRANSLATE_NOOP("trawl::charts::ThroughputPlot", "-%1 h")},
    };
    const auto &[seconds, step, label] = steps[std::size_t(span)];
    std::vector<Tick> ticks;
    for (int units = (span == Span::FiveMinutes ? 5 : 4) * step; units > 0; units -= step)
        ticks.push_back({-double(units) * seconds, ThroughputPlot::tr(label).arg(units)});
    ticks.push_back({0, ThroughputPlot::tr("now")});
    return ticks;
}

ThroughputPlot::ThroughputPlot(QWidget *parent)
    : QChartView(parent)
    , m_bytes(new QLineSeries(this))
    , m_requests(new QLineSeries(this))
    , m_area(new QAreaSeries(m_bytes))
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setMargins({4, 8, 8, 0}); // the uppermost label reaches above its grid line
    chart()->setBackgroundRoundness(0);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addSeries(m_area);
    chart()->addSeries(m_requests);
    m_timeAxis = addAxis(chart(), Qt::AlignBottom);
    m_bytesAxis = addAxis(chart(), Qt::AlignLeft);
    m_requestsAxis = addAxis(chart(), Qt::AlignRight);
    m_requestsAxis->setGridLineVisible(false);
    for (QAbstractSeries *series :
         {static_cast<QAbstractSeries *>(m_area), static_cast<QAbstractSeries *>(m_requests)})
        series->attachAxis(m_timeAxis);
    m_area->attachAxis(m_bytesAxis);
    m_requests->attachAxis(m_requestsAxis);
    setPoints({}, Span::Minute);
}

void ThroughputPlot::setPoints(const std::vector<rates::Sample> &samples, Span span)
{
    const auto ticks = timeTicks(span);
    QList<QPointF> bytes;
    QList<QPointF> requests;
    for (const auto &sample : samples) {
        const auto x = double(sample.atMs - samples.back().atMs) / 1000;
        if (x < ticks.front().value)
            continue;
        bytes.append({x, sample.bytesPerSecond});
        requests.append({x, sample.requestsPerSecond});
    }
    m_largestBytes = largest(bytes);
    m_largestRequests = largest(requests);
    setTicks(m_timeAxis, ticks);
    scaleAxes();
    m_area->setVisible(!bytes.isEmpty()); // an empty one leaves its edge on the axis
    m_bytes->replace(bytes);
    m_requests->replace(requests);
}

void ThroughputPlot::scaleAxes()
{
    const auto intervals = height() < lowHeight ? 2 : 4;
    setTicks(m_bytesAxis, Scale::bytes(m_largestBytes, intervals));
    setTicks(m_requestsAxis, Scale::plain(m_largestRequests, intervals));
}

void ThroughputPlot::setColours(const ChartColours &colours)
{
    chart()->setBackgroundBrush(colours.ground);
    setBackgroundBrush(colours.ground);
    for (auto *axis : {m_timeAxis, m_bytesAxis, m_requestsAxis})
        paint(axis, colours);
    auto fill = colours.bytes;
    fill.setAlphaF(0.25F);
    m_area->setPen(QPen(colours.bytes, 1.5));
    m_area->setBrush(fill);
    m_requests->setPen(QPen(colours.requests, 2));
}

QSize ThroughputPlot::minimumSizeHint() const
{
    return {240, 80};
}

void ThroughputPlot::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    scaleAxes();
}

} // namespace trawl::charts
