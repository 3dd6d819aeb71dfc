// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/curves.h"
#include "rates/ratehistory.h"

#include <QList>
#include <QPointF>

#include <vector>

namespace trawl::charts {

/// A piece of a curve without a gap: x in seconds from now (so below 0), y in the curve's unit.
struct Segment
{
    QList<QPointF> top;
    QList<QPointF> base; ///< of a stack: the top of the curve below; else empty = 0
};

/// A view of some samples as lines. Where there was no sample for a time (the program was off, the
/// machine slept) or no value (nothing was answered) there is a gap; a point alone is as wide as
/// its interval.
struct Lines
{
    std::vector<std::vector<Segment>> curves; ///< in the order of Curves::of(view)
    double largestLeft = 0;
    double largestRight = 0;

    [[nodiscard]] static Lines of(ChartView view, rates::RateHistory::Span span,
                                  const std::vector<rates::Sample> &samples, qint64 nowMs);
};

} // namespace trawl::charts
