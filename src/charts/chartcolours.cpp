// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartcolours.h"

#include <array>

namespace trawl::charts {

namespace {

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int x, int y) { return int(x + (y - x) * share); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

struct Pair
{
    QRgb light; ///< on a light ground
    QRgb dark;
};

constexpr Pair blue{0xff0b62a8, 0xff5ab0f2};
constexpr Pair orange{0xffc25a00, 0xffffc270};
constexpr Pair purple{0xff7a1450, 0xffe58fc4};

constexpr std::array throughputColours{blue, orange, Pair{0xff8a0f22, 0xffff7a8a}};
constexpr std::array latencyColours{blue, orange, purple};
constexpr std::array statusColours{Pair{0xff7cc8ae, 0xff2c7a66}, Pair{0xff2f6da8, 0xff8cc0ee},
                                   Pair{0xffeac13c, 0xff8f6c0c}, Pair{0xff8e1b33, 0xfff59aa6},
                                   Pair{0xff6e6e6e, 0xff9a9a9a}};

std::span<const Pair> coloursOf(ChartView view)
{
    switch (view) {
    case ChartView::Throughput:
    case ChartView::InFlight:
        break;
    case ChartView::Latency:
        return latencyColours;
    case ChartView::StatusMix:
        return statusColours;
    }
    return throughputColours;
}

} // namespace

ChartColours ChartColours::of(const QPalette &palette, ChartView view)
{
    const auto ground = palette.color(QPalette::Active, QPalette::Base);
    const auto text = palette.color(QPalette::Active, QPalette::Text);
    const bool dark = ground.lightness() < 128;
    ChartColours colours{.ground = ground,
                         .text = mixed(ground, text, 0.8),
                         .grid = mixed(ground, text, 0.15),
                         .highlight = palette.color(QPalette::Active, QPalette::Highlight),
                         .curves = {}};
    for (const auto &pair : coloursOf(view))
        colours.curves.push_back(QColor::fromRgb(dark ? pair.dark : pair.light));
    return colours;
}

QPen ChartColours::pen(const CurveInfo &curve, std::size_t index) const
{
    const bool line = curve.shape == CurveInfo::Shape::Line;
    return {curves[index], line ? 2.0 : 1.0, curve.pen, Qt::FlatCap, Qt::RoundJoin};
}

QBrush ChartColours::brush(const CurveInfo &curve, std::size_t index) const
{
    auto colour = curves[index];
    switch (curve.shape) {
    case CurveInfo::Shape::Line:
        return Qt::NoBrush;
    case CurveInfo::Shape::Area:
        colour.setAlphaF(0.25F);
        break;
    case CurveInfo::Shape::Stack:
        break;
    }
    return {colour, curve.fill};
}

} // namespace trawl::charts
