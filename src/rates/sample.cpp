// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/sample.h"

#include <utility>

namespace trawl::rates {

namespace {

constexpr double Sample::*rateMembers[] = {&Sample::bytesPerSecond, &Sample::requestsPerSecond,
                                           &Sample::inFlight, &Sample::failuresPerSecond};
constexpr double StatusMix::*mixMembers[] = {&StatusMix::success, &StatusMix::redirect,
                                             &StatusMix::clientError, &StatusMix::serverError,
                                             &StatusMix::other};

} // namespace

void Sample::setLatency(LatencyHistogram histogram)
{
    latency = std::move(histogram);
    latencyP50Ms = latency.percentile(0.50);
    latencyP95Ms = latency.percentile(0.95);
    latencyP99Ms = latency.percentile(0.99);
}

std::optional<Sample> IntervalAverage::add(const Sample &sample, double seconds)
{
    const qint64 start = sample.atMs - sample.atMs % m_intervalMs;
    auto before = m_seconds > 0 && m_sum.atMs != start ? take() : std::nullopt;
    m_sum.atMs = start;
    for (const auto member : rateMembers)
        m_sum.*member += sample.*member * seconds;
    for (const auto member : mixMembers)
        m_sum.mix.*member += sample.mix.*member * seconds;
    m_sum.latency.add(sample.latency);
    m_seconds += seconds;
    return before;
}

std::optional<Sample> IntervalAverage::take()
{
    if (m_seconds <= 0)
        return std::nullopt;
    auto mean = std::exchange(m_sum, {});
    const auto seconds = std::exchange(m_seconds, 0);
    for (const auto member : rateMembers)
        mean.*member /= seconds;
    for (const auto member : mixMembers)
        mean.mix.*member /= seconds;
    mean.setLatency(std::move(mean.latency));
    return mean;
}

} // namespace trawl::rates
