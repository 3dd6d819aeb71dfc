// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rates/sample.h"

#include <deque>
#include <vector>

namespace trawl::rates {

/// Samples kept in rings of several resolutions: 1 s for 5 min, 10 s for 1 h, 1 min for 24 h; the
/// coarser ones are averages of whole intervals and show one when it is over. They hold
/// percentiles, not the histograms behind them. At most 350 kB, a plain value.
class RateHistory
{
public:
    enum class Span { Minute, FiveMinutes, Hour, Day };

    /// How long the samples that the session keeps stand for.
    static constexpr qint64 pieceMs = 10'000;

    /// One sample a second, in order of time. After one that is earlier than those before it (the
    /// clock was set back) these are gone.
    void add(const Sample &sample);
    /// Samples of earlier runs, of pieceMs each, oldest first: to be called before add().
    void restore(const std::vector<Sample> &pieces);
    /// Oldest first, of the span that ends with nowMs().
    [[nodiscard]] std::vector<Sample> samples(Span span) const;
    /// The time of the newest sample; 0 = there is none.
    [[nodiscard]] qint64 nowMs() const { return m_nowMs; }
    /// Changes when samples(span) does: a chart repaints only then.
    [[nodiscard]] quint64 version(Span span) const;

    [[nodiscard]] static qint64 intervalMs(Span span); ///< between two samples
    [[nodiscard]] static qint64 lengthMs(Span span);   ///< of all of it

private:
    struct Ring
    {
        std::size_t capacity = 0;
        std::deque<Sample> points;
        quint64 version = 0;

        void push(Sample sample);
    };

    [[nodiscard]] const Ring &ring(Span span) const;
    void addToMinute(const Sample &sample, double seconds);

    Ring m_seconds{.capacity = 300};
    Ring m_tens{.capacity = 360};
    Ring m_minutes{.capacity = 1440};
    IntervalAverage m_ten{pieceMs};
    IntervalAverage m_minute{60'000};
    qint64 m_nowMs = 0;
};

} // namespace trawl::rates
