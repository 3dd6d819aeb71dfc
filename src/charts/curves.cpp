// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/curves.h"

#include "charts/scale.h"

#include <array>

namespace trawl::charts {

namespace {

using rates::Sample;
using Shape = CurveInfo::Shape;

constexpr std::array throughputCurves{
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "Bytes/s"),
              .shape = Shape::Area,
              .unit = Unit::Bytes,
              .value = [](const Sample &s) { return s.bytesPerSecond; }},
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "Requests/s"),
              .shape = Shape::Line,
              .unit = Unit::PerSecond,
              .value = [](const Sample &s) { return s.requestsPerSecond; },
              .right = true},
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "Failures/s"),
              .shape = Shape::Line,
              .unit = Unit::PerSecond,
              .value = [](const Sample &s) { return s.failuresPerSecond; },
              .right = true,
              .pen = Qt::DotLine},
};

constexpr std::array inFlightCurves{
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "In flight"),
              .shape = Shape::Area,
              .unit = Unit::Number,
              .value = [](const Sample &s) { return s.inFlight; }},
};

constexpr std::array latencyCurves{
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "p50"),
              .shape = Shape::Line,
              .unit = Unit::Milliseconds,
              .value = [](const Sample &s) { return s.latencyP50Ms; }},
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "p95"),
              .shape = Shape::Line,
              .unit = Unit::Milliseconds,
              .value = [](const Sample &s) { return s.latencyP95Ms; },
              .pen = Qt::DashLine},
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "p99"),
              .shape = Shape::Line,
              .unit = Unit::Milliseconds,
              .value = [](const Sample &s) { return s.latencyP99Ms; },
              .pen = Qt::DotLine},
};

constexpr std::array statusCurves{
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "2xx"),
              .shape = Shape::Stack,
              .unit = Unit::PerSecond,
              .value = [](const Sample &s) { return s.mix.success; }},
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "3xx"),
              .shape = Shape::Stack,
              .unit = Unit::PerSecond,
              .value = [](const Sample &s) { return s.mix.redirect; }},
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "4xx"),
              .shape = Shape::Stack,
              .unit = Unit::PerSecond,
              .value = [](const Sample &s) { return s.mix.clientError; }},
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "5xx"),
              .shape = Shape::Stack,
              .unit = Unit::PerSecond,
              .value = [](const Sample &s) { return s.mix.serverError; }},
    CurveInfo{.title = QT_TRANSLATE_NOOP("trawl::charts::Curves", "Other failures"),
              .shape = Shape::Stack,
              .unit = Unit::PerSecond,
              .value = [](const Sample &s) { return s.mix.other; },
              .fill = Qt::BDiagPattern},
};

struct ViewInfo
{
    ChartView view;
    const char *name;
    const char *explanation;
    std::span<const CurveInfo> curves;
};

constexpr std::array views{
    ViewInfo{ChartView::Throughput, QT_TRANSLATE_NOOP("trawl::charts::Curves", "Throughput"),
             QT_TRANSLATE_NOOP("trawl::charts::Curves",
                               "Bytes received each second (left), requests that ended and how "
                               "many of these failed (right)"),
             throughputCurves},
    ViewInfo{ChartView::InFlight, QT_TRANSLATE_NOOP("trawl::charts::Curves", "In flight"),
             QT_TRANSLATE_NOOP("trawl::charts::Curves", "Requests that are under way at once"),
             inFlightCurves},
    ViewInfo{ChartView::Latency, QT_TRANSLATE_NOOP("trawl::charts::Curves", "Latency"),
             QT_TRANSLATE_NOOP("trawl::charts::Curves",
                               "The time to an answer's first byte: 50, 95 and 99 % of the "
                               "answers came within it"),
             latencyCurves},
    ViewInfo{ChartView::StatusMix, QT_TRANSLATE_NOOP("trawl::charts::Curves", "Status mix"),
             QT_TRANSLATE_NOOP("trawl::charts::Curves",
                               "What was answered, on top of one another: requests each second by "
                               "the class of their status code"),
             statusCurves},
};
static_assert(views.size() == std::size_t(ChartView::Last) + 1);

const ViewInfo &info(ChartView view)
{
    return views[std::size_t(view)];
}

} // namespace

std::span<const CurveInfo> Curves::of(ChartView view)
{
    return info(view).curves;
}

QString Curves::name(ChartView view)
{
    return tr(info(view).name);
}

QString Curves::explanation(ChartView view)
{
    return tr(info(view).explanation);
}

QString Curves::title(const CurveInfo &curve)
{
    return tr(curve.title);
}

QString Curves::text(const CurveInfo &curve, double value)
{
    if (value < 0)
        return QStringLiteral("–");
    switch (curve.unit) {
    case Unit::Bytes:
        return Scale::byteRate(value);
    case Unit::Milliseconds:
        return Scale::time(value);
    case Unit::PerSecond:
    case Unit::Number:
        break;
    }
    return Scale::rate(value);
}

} // namespace trawl::charts
