// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/curves.h"

#include <QColor>
#include <QPalette>

#include <vector>

namespace trawl::charts {

/// What a view is drawn with on a palette's ground, light or dark. Neighbours differ in lightness
/// too, for eyes that do not tell the hues apart.
struct ChartColours
{
    QColor ground;
    QColor text;
    QColor grid;
    QColor highlight;           ///< of the selected range
    std::vector<QColor> curves; ///< in the order of Curves::of(view)

    [[nodiscard]] static ChartColours of(const QPalette &palette, ChartView view);

    /// With its dash.
    [[nodiscard]] QPen pen(const CurveInfo &curve, std::size_t index) const;
    /// What an area is filled with; none for a line.
    [[nodiscard]] QBrush brush(const CurveInfo &curve, std::size_t index) const;
};

} // namespace trawl::charts
