// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

namespace trawl::rates {

/// One point of the throughput chart.
struct Sample
{
    qint64 atMs = 0; ///< since the epoch, the start of the interval
    double bytesPerSecond = 0;
    double requestsPerSecond = 0;
    double inFlight = 0;
    double failuresPerSecond = 0;
};

/// Samples kept in rings of several resolutions: 1 s for 5 min, 10 s for 1 h, 1 min for 24 h; the
/// coarser ones are averages. About 100 kB, a plain value.
class RateHistory
{
public:
    enum class Span { Minute, FiveMinutes, Hour, Day };

    /// One sample a second, in order of time.
    void add(const Sample &sample);
    /// Oldest first.
    [[nodiscard]] std::vector<Sample> samples(Span span) const;
    /// Changes when samples(span) does: a chart repaints only then.
    [[nodiscard]] quint64 version(Span span) const;

private:
    // Free to the implementer.
};

} // namespace trawl::rates
