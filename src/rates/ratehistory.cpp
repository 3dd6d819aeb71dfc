// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/ratehistory.h"

#include <algorithm>

namespace trawl::rates {

void RateHistory::Ring::push(Sample sample)
{
    sample.latency = {};
    while (!points.empty() && points.back().atMs >= sample.atMs)
        points.pop_back();
    if (points.size() == capacity)
        points.pop_front();
    points.push_back(std::move(sample));
    ++version;
}

void RateHistory::add(const Sample &sample)
{
    m_nowMs = sample.atMs;
    m_seconds.push(sample);
    if (auto piece = m_ten.add(sample))
        m_tens.push(std::move(*piece));
    addToMinute(sample, 1);
}

void RateHistory::restore(const std::vector<Sample> &pieces)
{
    for (const auto &piece : pieces) {
        m_nowMs = piece.atMs;
        m_tens.push(piece);
        addToMinute(piece, double(pieceMs) / 1000);
    }
}

void RateHistory::addToMinute(const Sample &sample, double seconds)
{
    if (auto minute = m_minute.add(sample, seconds))
        m_minutes.push(std::move(*minute));
}

const RateHistory::Ring &RateHistory::ring(Span span) const
{
    switch (span) {
    case Span::Minute:
    case Span::FiveMinutes:
        break;
    case Span::Hour:
        return m_tens;
    case Span::Day:
        return m_minutes;
    }
    return m_seconds;
}

std::vector<Sample> RateHistory::samples(Span span) const
{
    const auto &points = ring(span).points;
    // Also an interval that only reaches into the span.
    const auto before = m_nowMs - lengthMs(span) - (intervalMs(span) - 1000);
    const auto first = std::ranges::upper_bound(points, before, {}, &Sample::atMs);
    return {first, points.end()};
}

quint64 RateHistory::version(Span span) const
{
    return ring(span).version;
}

qint64 RateHistory::intervalMs(Span span)
{
    switch (span) {
    case Span::Minute:
    case Span::FiveMinutes:
        break;
    case Span::Hour:
        return pieceMs;
    case Span::Day:
        return 60'000;
    }
    return 1000;
}

qint64 RateHistory::lengthMs(Span span)
{
    switch (span) {
    case Span::Minute:
        return 60'000;
    case Span::FiveMinutes:
        return 300'000;
    case Span::Hour:
        return 3'600'000;
    case Span::Day:
        break;
    }
    return 86'400'000;
}

} // namespace trawl::rates
