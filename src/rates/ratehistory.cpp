// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/ratehistory.h"

#include <algorithm>

namespace trawl::rates {

void RateHistory::Ring::push(const Sample &sample)
{
    if (points.size() < capacity) {
        points.push_back(sample);
    } else {
        points[oldest] = sample;
        oldest = (oldest + 1) % capacity;
    }
    ++version;
}

std::vector<Sample> RateHistory::Ring::last(std::size_t count) const
{
    const std::size_t size = points.size();
    count = std::min(count, size);
    std::vector<Sample> result;
    result.reserve(count);
    for (std::size_t i = size - count; i < size; ++i)
        result.push_back(points[(oldest + i) % size]);
    return result;
}

void RateHistory::add(const Sample &sample)
{
    m_seconds.push(sample);
    average(m_ten, m_tens, sample);
    average(m_minute, m_minutes, sample);
}

void RateHistory::average(Average &running, Ring &ring, const Sample &sample)
{
    const qint64 start = sample.atMs - sample.atMs % running.intervalMs;
    Sample &sum = running.sum;
    if (running.count > 0 && sum.atMs != start) {
        const double n = running.count;
        ring.push({.atMs = sum.atMs,
                   .bytesPerSecond = sum.bytesPerSecond / n,
                   .requestsPerSecond = sum.requestsPerSecond / n,
                   .inFlight = sum.inFlight / n,
                   .failuresPerSecond = sum.failuresPerSecond / n});
        sum = {};
        running.count = 0;
    }
    sum.atMs = start;
    sum.bytesPerSecond += sample.bytesPerSecond;
    sum.requestsPerSecond += sample.requestsPerSecond;
    sum.inFlight += sample.inFlight;
    sum.failuresPerSecond += sample.failuresPerSecond;
    ++running.count;
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
    const Ring &source = ring(span);
    return source.last(span == Span::Minute ? 60 : source.capacity);
}

quint64 RateHistory::version(Span span) const
{
    return ring(span).version;
}

} // namespace trawl::rates
