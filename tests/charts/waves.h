// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rates/sample.h"

#include <cmath>
#include <vector>

namespace trawl::charts {

constexpr qint64 waveStart = 1'700'000'040'000; ///< a whole minute

inline rates::Sample waveAt(qint64 second)
{
    rates::Sample sample{.atMs = waveStart + second * 1000,
                         .bytesPerSecond = 4e6 + 3e6 * std::sin(double(second) / 7),
                         .requestsPerSecond = 300 + 100 * std::cos(double(second) / 5),
                         .inFlight = 64 + 10 * std::sin(double(second) / 3),
                         .failuresPerSecond = double(second % 3)};
    sample.mix = {200, 12, 6 + double(second % 5), second % 20 == 0 ? 40.0 : 2.0, 3};
    rates::LatencyHistogram latency;
    for (int i = 0; i < 100; ++i)
        latency.add(40 + i * i / 20 + second % 7 * 5);
    sample.setLatency(latency);
    return sample;
}

/// One sample a second.
inline std::vector<rates::Sample> wave(qint64 from, qint64 count)
{
    std::vector<rates::Sample> samples;
    for (qint64 second = from; second < from + count; ++second)
        samples.push_back(waveAt(second));
    return samples;
}

} // namespace trawl::charts
