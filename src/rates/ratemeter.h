// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace trawl::rates {

/// Bytes/s (or anything/s) over the last few seconds: a sliding window of 250 ms buckets, so that
/// one burst does not jump the figure and a stall reaches 0. Times are ms of the caller's clock.
class RateMeter
{
public:
    void add(qint64 amount, qint64 nowMs);
    /// Units a second over the window (3 s, or since the first add() if that is shorter).
    [[nodiscard]] double perSecond(qint64 nowMs) const;
    [[nodiscard]] qint64 total() const { return m_total; }

private:
    static constexpr int buckets = 12;
    static constexpr qint64 bucketMs = 250;
    std::array<qint64, buckets> m_amounts{};
    qint64 m_total = 0;
    qint64 m_firstMs = -1;
    qint64 m_lastBucket = -1;
};

} // namespace trawl::rates
