// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartcolours.h"

namespace trawl::charts {

namespace {

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int x, int y) { return int(x + (y - x) * share); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

} // namespace

ChartColours ChartColours::of(const QPalette &palette)
{
    const auto ground = palette.color(QPalette::Active, QPalette::Base);
    const auto text = palette.color(QPalette::Active, QPalette::Text);
    const bool dark = ground.lightness() < 128;
    return {.ground = ground,
            .text = mixed(ground, text, 0.8),
            .grid = mixed(ground, text, 0.15),
            .bytes = dark ? QColor(0x5a, 0xb0, 0xf2) : QColor(0x0b, 0x62, 0xa8),
            .requests = dark ? QColor(0xff, 0xc2, 0x70) : QColor(0xc2, 0x5a, 0x00)};
}

} // namespace trawl::charts
