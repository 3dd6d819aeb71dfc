// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/lines.h"

#include <algorithm>

namespace trawl::charts {

namespace {

using rates::RateHistory;
using rates::Sample;

/// A point is as late as that now and then without anything missing.
constexpr double mostIntervals = 2.5;

void widenPoint(QList<QPointF> &points, double interval)
{
    if (points.size() != 1)
        return;
    const auto point = points.front();
    points = {{point.x() - interval / 2, point.y()}, {point.x() + interval / 2, point.y()}};
}

class Tracer
{
public:
    Tracer(double interval, bool stacked)
        : m_interval(interval)
        , m_stacked(stacked)
    {
    }

    void add(double x, double base, double value)
    {
        if (m_segments.empty() || x - m_segments.back().top.back().x() > mostIntervals * m_interval)
            m_segments.emplace_back();
        auto &segment = m_segments.back();
        segment.top.append({x, base + value});
        if (m_stacked)
            segment.base.append({x, base});
    }
    std::vector<Segment> take()
    {
        for (auto &segment : m_segments) {
            widenPoint(segment.top, m_interval);
            widenPoint(segment.base, m_interval);
        }
        return std::move(m_segments);
    }

private:
    double m_interval;
    bool m_stacked;
    std::vector<Segment> m_segments;
};

} // namespace

Lines Lines::of(ChartView view, RateHistory::Span span, const std::vector<Sample> &samples,
                qint64 nowMs)
{
    const auto interval = double(RateHistory::intervalMs(span)) / 1000;
    Lines lines;
    std::vector<double> base(samples.size(), 0.0);
    for (const auto &curve : Curves::of(view)) {
        const bool stacked = curve.shape == CurveInfo::Shape::Stack;
        Tracer tracer(interval, stacked);
        auto &largest = curve.right ? lines.largestRight : lines.largestLeft;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const auto value = curve.value(samples[i]);
            if (value < 0)
                continue;
            const auto from = stacked ? base[i] : 0;
            tracer.add(double(samples[i].atMs - nowMs) / 1000, from, value);
            base[i] += value;
            largest = std::max(largest, from + value);
        }
        lines.curves.push_back(tracer.take());
    }
    return lines;
}

} // namespace trawl::charts
