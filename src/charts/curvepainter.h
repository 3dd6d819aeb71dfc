// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartcolours.h"
#include "charts/lines.h"

#include <QPainter>
#include <QRectF>

namespace trawl::charts {

/// Draws lines into the rectangle that the axes enclose. Not by series of Qt Charts: these have no
/// gaps, and many short ones are slow.
class CurvePainter
{
public:
    struct Scales
    {
        double seconds = 60; ///< how far back the left edge is
        double left = 1;     ///< what the upper edge stands for
        double right = 1;
    };

    CurvePainter(const QRectF &area, const Scales &scales)
        : m_area(area)
        , m_scales(scales)
    {
    }

    void draw(QPainter &painter, ChartView view, const Lines &lines,
              const ChartColours &colours) const;

private:
    /// In pixels; where there are more points than can be told apart, one for two pixels: their
    /// mean, of times the longest.
    [[nodiscard]] QPolygonF placed(const QList<QPointF> &points, double largest, Unit unit) const;
    void fill(QPainter &painter, const QPolygonF &top, QPolygonF base, const QBrush &brush) const;

    QRectF m_area;
    Scales m_scales;
};

} // namespace trawl::charts
