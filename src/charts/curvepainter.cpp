// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/curvepainter.h"

#include <algorithm>
#include <cmath>

namespace trawl::charts {

namespace {

constexpr double columnWidth = 2;
constexpr qsizetype fewPoints = 100;

/// One point for each column.
QPolygonF thinned(const QPolygonF &points, bool highest)
{
    QPolygonF result;
    for (qsizetype first = 0; first < points.size();) {
        const auto column = std::floor(points[first].x() / columnWidth);
        QPointF sum;
        auto top = points[first].y();
        auto next = first;
        for (; next < points.size() && std::floor(points[next].x() / columnWidth) == column;
             ++next) {
            sum += points[next];
            top = std::min(top, points[next].y());
        }
        sum /= double(next - first);
        result.append({sum.x(), highest ? top : sum.y()});
        first = next;
    }
    return result;
}

/// Draws only those parts of the line that lie over every other piece of the width. Qt's dashes go
/// along the line, and one that goes up and down has tens of thousands of them.
void drawDashed(QPainter &painter, const QPolygonF &line, double dash, double gap)
{
    const auto period = dash + gap;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const auto from = line[i - 1];
        const auto to = line[i];
        const auto wide = to.x() - from.x();
        const auto at = [&](double x) {
            return QPointF(x, from.y() + (to.y() - from.y()) * (x - from.x()) / wide);
        };
        for (auto start = std::floor(from.x() / period) * period; start < to.x(); start += period) {
            const auto left = std::max(start, from.x());
            const auto right = std::min(start + dash, to.x());
            if (left < right)
                painter.drawLine(at(left), at(right));
        }
    }
}

void drawLine(QPainter &painter, const QPolygonF &line, QPen pen)
{
    const auto style = pen.style();
    pen.setStyle(Qt::SolidLine);
    painter.setPen(pen);
    if (style == Qt::DashLine)
        drawDashed(painter, line, 9, 4);
    else if (style == Qt::DotLine)
        drawDashed(painter, line, 3, 4);
    else if (line.size() < fewPoints)
        painter.drawPolyline(line);
    else {
        for (qsizetype i = 1; i < line.size(); ++i) // without joins, which cost most of it
            painter.drawLine(line[i - 1], line[i]);
    }
}

} // namespace

QPolygonF CurvePainter::placed(const QList<QPointF> &points, double largest, Unit unit) const
{
    const auto perSecond = m_area.width() / m_scales.seconds;
    const auto perUnit = m_area.height() / largest;
    QPolygonF polygon;
    polygon.reserve(points.size());
    for (const auto &point : points)
        polygon.append(
            {m_area.right() + point.x() * perSecond, m_area.bottom() - point.y() * perUnit});
    const bool many = double(polygon.size()) * columnWidth > m_area.width();
    return many ? thinned(polygon, unit == Unit::Milliseconds) : polygon;
}

void CurvePainter::fill(QPainter &painter, const QPolygonF &top, QPolygonF base,
                        const QBrush &brush) const
{
    auto outline = top;
    if (base.isEmpty())
        base = {{top.front().x(), m_area.bottom()}, {top.back().x(), m_area.bottom()}};
    std::ranges::reverse(base);
    outline += base;
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawPolygon(outline);
}

void CurvePainter::draw(QPainter &painter, ChartView view, const Lines &lines,
                        const ChartColours &colours) const
{
    painter.save();
    painter.setClipRect(m_area.adjusted(0, -1, 0, 1));
    painter.setRenderHint(QPainter::Antialiasing);
    const auto curves = Curves::of(view);
    for (std::size_t i = 0; i < lines.curves.size(); ++i) {
        const auto &curve = curves[i];
        const auto largest = curve.right ? m_scales.right : m_scales.left;
        const auto brush = colours.brush(curve, i);
        for (const auto &segment : lines.curves[i]) {
            const auto top = placed(segment.top, largest, curve.unit);
            if (brush.style() != Qt::NoBrush)
                fill(painter, top, placed(segment.base, largest, curve.unit), brush);
            drawLine(painter, top, colours.pen(curve, i));
        }
    }
    painter.restore();
}

} // namespace trawl::charts
