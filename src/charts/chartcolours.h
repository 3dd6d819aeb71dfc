// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace trawl::charts {

/// What a chart is drawn with on a palette's ground, light or dark. The two series differ in
/// lightness too, for eyes that do not tell the hues apart.
struct ChartColours
{
    QColor ground;
    QColor text;
    QColor grid;
    QColor bytes;
    QColor requests;

    [[nodiscard]] static ChartColours of(const QPalette &palette);
};

} // namespace trawl::charts
