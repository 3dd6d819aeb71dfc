// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rates/latencyhistogram.h"

namespace trawl::rates {

/// Ends of requests a second by what was answered (RFC 9110, 15).
struct StatusMix
{
    double success = 0;     ///< 2xx with a whole body
    double redirect = 0;    ///< 3xx
    double clientError = 0; ///< 4xx
    double serverError = 0; ///< 5xx
    double other = 0;       ///< no answer, or one that was no good

    friend bool operator==(const StatusMix &, const StatusMix &) = default;
};

/// One point of the charts: what went on in an interval, on average a second.
struct Sample
{
    qint64 atMs = 0; ///< since the epoch, the start of the interval
    double bytesPerSecond = 0;
    double requestsPerSecond = 0;
    double inFlight = 0;
    double failuresPerSecond = 0;
    StatusMix mix;
    // From start to the final head, within which 50, 95, 99 % of the answers came; -1 = none came.
    double latencyP50Ms = -1;
    double latencyP95Ms = -1;
    double latencyP99Ms = -1;
    LatencyHistogram latency; ///< what they are of; empty where nothing is to be added up again

    /// With its percentiles.
    void setLatency(LatencyHistogram histogram);

    friend bool operator==(const Sample &, const Sample &) = default;
};

/// Makes one sample of all that are in an interval of `intervalMs`, counted since the epoch.
class IntervalAverage
{
public:
    explicit IntervalAverage(qint64 intervalMs)
        : m_intervalMs(intervalMs)
    {
    }

    /// In order of time; `seconds` is how long a time the sample stands for. The interval before,
    /// when this sample begins another.
    [[nodiscard]] std::optional<Sample> add(const Sample &sample, double seconds = 1);
    /// What has come of the interval at hand.
    [[nodiscard]] std::optional<Sample> take();

private:
    qint64 m_intervalMs;
    Sample m_sum;
    double m_seconds = 0;
};

} // namespace trawl::rates
