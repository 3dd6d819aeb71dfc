// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rates/sample.h"

#include <QBrush>
#include <QCoreApplication>
#include <QPen>
#include <QString>

#include <span>

namespace trawl::charts {

enum class ChartView { Throughput, InFlight, Latency, StatusMix, Last = StatusMix };

enum class Unit { Bytes, PerSecond, Number, Milliseconds };

/// One series of a view: what it shows and how it is told from its neighbours, also without its
/// hue: by shape, dash, pattern, lightness (ChartColours::curves).
struct CurveInfo
{
    enum class Shape {
        Area,
        Line,
        Stack, ///< an area on top of the one before it
    };

    const char *title;
    Shape shape;
    Unit unit;
    double (*value)(const rates::Sample &sample); ///< below 0 = there is none
    bool right = false;                           ///< on the right axis
    Qt::PenStyle pen = Qt::SolidLine;
    Qt::BrushStyle fill = Qt::SolidPattern;
};

class Curves
{
    Q_DECLARE_TR_FUNCTIONS(trawl::charts::Curves)

public:
    [[nodiscard]] static std::span<const CurveInfo> of(ChartView view);
    [[nodiscard]] static QString name(ChartView view);
    [[nodiscard]] static QString explanation(ChartView view);
    [[nodiscard]] static QString title(const CurveInfo &curve);
    /// "1.4 MiB/s", "120 ms", "–" for none.
    [[nodiscard]] static QString text(const CurveInfo &curve, double value);
};

} // namespace trawl::charts
