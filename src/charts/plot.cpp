// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot.h"

#include "charts/curvepainter.h"

#include <QApplication>
#include <QCategoryAxis>
#include <QChart>
#include <QDateTime>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QStringBuilder>
#include <QToolTip>

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

void setUp(QChart *chart)
{
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundRoundness(0);
    chart->layout()->setContentsMargins(0, 0, 0, 0);
}

/// An axis is laid out only for a series.
void addSeries(QChart *chart, QCategoryAxis *time, QCategoryAxis *values)
{
    auto *series = new QLineSeries(chart);
    chart->addSeries(series);
    series->attachAxis(time);
    series->attachAxis(values);
}

int widest(const QFontMetrics &metrics, const std::vector<Tick> &ticks)
{
    int width = 0;
    for (const auto &tick : ticks)
        width = std::max(width, metrics.horizontalAdvance(tick.label));
    return width;
}

std::vector<Tick> ticksFor(Unit unit, double largest, int intervals)
{
    switch (unit) {
    case Unit::Bytes:
        return Scale::bytes(largest, intervals);
    case Unit::Milliseconds:
        return Scale::times(largest, intervals);
    case Unit::PerSecond:
    case Unit::Number:
        break;
    }
    return Scale::plain(largest, intervals);
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
        Steps{1, 15, QT_TRANSLATE_NOOP("trawl::charts::Plot", "-%1 s")},
        Steps{60, 1, QT_TRANSLATE_NOOP("trawl::charts::Plot", "-%1 min")},
        Steps{60, 15, QT_TRANSLATE_NOOP("trawl::charts::Plot", "-%1 min")},
        Steps{3600, 6, QT_TRANSLATE_NOOP("trawl::charts::Plot", "-%1 h")},
    };
    const auto &[seconds, step, label] = steps[std::size_t(span)];
    std::vector<Tick> ticks;
    for (int units = (span == Span::FiveMinutes ? 5 : 4) * step; units > 0; units -= step)
        ticks.push_back({-double(units) * seconds, Plot::tr(label).arg(units)});
    ticks.push_back({0, Plot::tr("now")});
    return ticks;
}

Plot::Plot(QWidget *parent)
    : QChartView(parent)
    , m_colours(ChartColours::of(palette(), m_view))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setViewportUpdateMode(FullViewportUpdate);
    setUp(chart());
    // Labels at the ends reach beyond the axes.
    const auto metrics = QFontMetrics(chart()->font());
    chart()->setMargins({4, 8, 8 + metrics.horizontalAdvance(tr("now")) / 2, 0});
    m_timeAxis = addAxis(chart(), Qt::AlignBottom);
    m_leftAxis = addAxis(chart(), Qt::AlignLeft);
    m_rightAxis = addAxis(chart(), Qt::AlignRight);
    m_rightAxis->setGridLineVisible(false);
    addSeries(chart(), m_timeAxis, m_leftAxis);
    addSeries(chart(), m_timeAxis, m_rightAxis);
    setSamples(m_view, m_span, {}, 0);
}

void Plot::setSamples(ChartView view, Span span, std::vector<rates::Sample> samples, qint64 nowMs)
{
    m_view = view;
    m_span = span;
    m_samples = std::move(samples);
    m_nowMs = nowMs;
    m_lines = Lines::of(view, span, m_samples, nowMs);
    scaleAxes();
    viewport()->update();
}

void Plot::scaleAxes()
{
    const auto intervals = height() < lowHeight ? 2 : 4;
    const auto curves = Curves::of(m_view);
    const auto right = std::ranges::find(curves, true, &CurveInfo::right);
    const auto leftTicks = ticksFor(curves.front().unit, m_lines.largestLeft, intervals);
    m_left = leftTicks.back().value;
    setTicks(m_leftAxis, leftTicks);
    const auto metrics = QFontMetrics(m_timeAxis->labelsFont());
    int beside = widest(metrics, leftTicks);
    m_rightAxis->setVisible(right != curves.end());
    if (right != curves.end()) {
        const auto rightTicks = ticksFor(right->unit, m_lines.largestRight, intervals);
        m_right = rightTicks.back().value;
        setTicks(m_rightAxis, rightTicks);
        beside += widest(metrics, rightTicks);
    }
    scaleTime(width() - beside - 4 * metrics.height());
}

/// Labels for an axis of this width: the outer two where all of them would lie upon one another.
void Plot::scaleTime(int room)
{
    auto times = timeTicks(m_span);
    const auto metrics = QFontMetrics(m_timeAxis->labelsFont());
    if (room < int(times.size() - 1) * (widest(metrics, times) + metrics.height() / 2))
        times = {times.front(), times.back()};
    setTicks(m_timeAxis, times);
}

void Plot::setColours(const ChartColours &colours)
{
    m_colours = colours;
    chart()->setBackgroundBrush(colours.ground);
    setBackgroundBrush(colours.ground);
    for (auto *axis : {m_timeAxis, m_leftAxis, m_rightAxis})
        paint(axis, colours);
    viewport()->update();
}

QSize Plot::minimumSizeHint() const
{
    return {240, 80};
}

void Plot::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    scaleAxes();
}

QRectF Plot::area() const
{
    return chart()->plotArea();
}

double Plot::placeOf(qint64 ms) const
{
    return area().right() +
           double(ms - m_nowMs) * area().width() / double(rates::RateHistory::lengthMs(m_span));
}

qint64 Plot::timeAt(double x) const
{
    const auto within = std::clamp(x, area().left(), area().right());
    return m_nowMs + qint64((within - area().right()) / area().width() *
                            double(rates::RateHistory::lengthMs(m_span)));
}

std::optional<std::size_t> Plot::pointAt(double x) const
{
    if (m_samples.empty())
        return std::nullopt;
    const auto ms = timeAt(x);
    const auto behind = std::ranges::lower_bound(m_samples, ms, {}, &rates::Sample::atMs);
    auto found = std::size_t(behind - m_samples.begin());
    if (found == m_samples.size() ||
        (found > 0 && ms - m_samples[found - 1].atMs < m_samples[found].atMs - ms))
        --found;
    return found;
}

QString Plot::pointText(std::size_t point) const
{
    const auto &sample = m_samples[point];
    const auto curves = Curves::of(m_view);
    const auto time = QDateTime::fromMSecsSinceEpoch(sample.atMs).time();
    QString rows;
    for (std::size_t i = curves.size(); i-- > 0;) { // as they lie upon one another
        rows += u"<tr><td><span style='color:" % m_colours.curves[i].name() % u"'>■</span> " %
                Curves::title(curves[i]).toHtmlEscaped() % u"&nbsp;</td><td align='right'>" %
                Curves::text(curves[i], curves[i].value(sample)).toHtmlEscaped() % u"</td></tr>";
    }
    return u"<b>" % QLocale().toString(time, QStringLiteral("HH:mm:ss")) % u"</b><table>" % rows %
           u"</table>";
}

void Plot::drawForeground(QPainter *painter, const QRectF &)
{
    const auto inner = area();
    drawRange(*painter, inner);
    const auto seconds = double(rates::RateHistory::lengthMs(m_span)) / 1000;
    CurvePainter(inner, {seconds, m_left, m_right}).draw(*painter, m_view, m_lines, m_colours);
    drawMark(*painter, inner);
    if (hasFocus()) {
        painter->setPen(QPen(m_colours.highlight, 1, Qt::DotLine));
        painter->drawRect(inner);
    }
}

void Plot::drawRange(QPainter &painter, const QRectF &inner) const
{
    if (!m_range)
        return;
    const QRectF whole(QPointF(placeOf(m_range->fromMs), inner.top()),
                       QPointF(placeOf(m_range->toMs), inner.bottom()));
    const auto seen = whole.intersected(inner);
    if (seen.isEmpty())
        return;
    auto fill = m_colours.highlight;
    fill.setAlphaF(0.2F);
    painter.fillRect(seen, fill);
    painter.setPen(QPen(m_colours.highlight, 1));
    for (const auto x : {whole.left(), whole.right()}) {
        if (x >= inner.left() && x <= inner.right())
            painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()));
    }
}

void Plot::drawMark(QPainter &painter, const QRectF &inner) const
{
    if (!m_markMs)
        return;
    const auto x = placeOf(*m_markMs);
    if (x < inner.left() || x > inner.right())
        return;
    painter.setPen(QPen(m_colours.text, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()));
}

void Plot::clearRange()
{
    m_anchorMs.reset();
    if (!m_range)
        return;
    m_range.reset();
    viewport()->update();
    Q_EMIT rangeCleared();
}

void Plot::select(qint64 oneMs, qint64 otherMs)
{
    m_range = TimeRange{std::min(oneMs, otherMs), std::max(oneMs, otherMs)};
    viewport()->update();
}

void Plot::mousePressEvent(QMouseEvent *event)
{
    // Without a point there is no time.
    if (event->button() == Qt::LeftButton && m_nowMs > 0 && area().contains(event->position())) {
        m_pressed = event->pos();
        m_dragged = false;
    }
}

void Plot::mouseMoveEvent(QMouseEvent *event)
{
    const auto x = event->position().x();
    if (m_pressed) {
        const auto moved = std::abs(event->pos().x() - m_pressed->x());
        m_dragged = m_dragged || moved >= QApplication::startDragDistance();
        if (m_dragged)
            select(timeAt(m_pressed->x()), timeAt(x));
    }
    const auto point = pointAt(x);
    if (point && area().contains(event->position()))
        showMark(*point, event->globalPosition().toPoint());
    else
        hideMark();
}

void Plot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    if (!m_dragged)
        clearRange();
    else if (m_range)
        Q_EMIT rangeSelected(m_range->fromMs, m_range->toMs);
}

void Plot::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    hideMark();
}

void Plot::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    hideMark();
}

void Plot::showMark(std::size_t point, const QPoint &at)
{
    m_markMs = m_samples[point].atMs;
    const auto text = pointText(point);
    QToolTip::showText(at, text, viewport());
    viewport()->update();
}

void Plot::hideMark()
{
    if (!m_markMs)
        return;
    m_markMs.reset();
    QToolTip::hideText();
    viewport()->update();
}

void Plot::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const auto last = m_samples.empty() ? 0 : m_samples.size() - 1;
    const auto at = m_markMs && !m_samples.empty() ? *pointAt(placeOf(*m_markMs)) : last;
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!m_range)
            break;
        return clearRange();
    case Qt::Key_Left:
        return moveMark(m_markMs && at > 0 ? at - 1 : at, extend);
    case Qt::Key_Right:
        return moveMark(std::min(at + 1, last), extend);
    case Qt::Key_Home:
        return moveMark(0, extend);
    case Qt::Key_End:
        return moveMark(last, extend);
    default:
        break;
    }
    event->ignore(); // the view itself would scroll
}

void Plot::moveMark(std::size_t point, bool extend)
{
    if (m_samples.empty())
        return;
    const auto before = m_markMs.value_or(m_samples[point].atMs);
    const auto x = int(placeOf(m_samples[point].atMs));
    showMark(point, viewport()->mapToGlobal(QPoint(x, int(area().top()))));
    if (!extend) {
        m_anchorMs.reset();
        return;
    }
    m_anchorMs = m_anchorMs.value_or(before);
    select(*m_anchorMs, *m_markMs);
    m_range->toMs += rates::RateHistory::intervalMs(m_span); // a point stands for its interval
    Q_EMIT rangeSelected(m_range->fromMs, m_range->toMs);
}

} // namespace trawl::charts

#include "moc_plot.cpp"
