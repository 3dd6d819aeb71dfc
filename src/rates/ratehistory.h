// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

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
/// coarser ones are averages of whole intervals and show one when it is over. At most 84 kB, a
/// plain value.
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
    struct Ring
    {
        std::size_t capacity = 0;
        std::vector<Sample> points;
        std::size_t oldest = 0; ///< index of the oldest point once the ring is full
        quint64 version = 0;

        void push(const Sample &sample);
        [[nodiscard]] std::vector<Sample> last(std::size_t count) const;
    };
    struct Average
    {
        qint64 intervalMs = 0;
        Sample sum;
        int count = 0;
    };

    static void average(Average &running, Ring &ring, const Sample &sample);
    [[nodiscard]] const Ring &ring(Span span) const;

    Ring m_seconds{.capacity = 300};
    Ring m_tens{.capacity = 360};
    Ring m_minutes{.capacity = 1440};
    Average m_ten{.intervalMs = 10'000};
    Average m_minute{.intervalMs = 60'000};
};

} // namespace trawl::rates
