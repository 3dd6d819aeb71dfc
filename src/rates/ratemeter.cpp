// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/ratemeter.h"

#include <algorithm>

namespace trawl::rates {

void RateMeter::add(qint64 amount, qint64 nowMs)
{
    const qint64 bucket = std::max(nowMs / bucketMs, m_lastBucket);
    if (m_firstMs < 0) {
        m_firstMs = nowMs;
        m_lastBucket = bucket;
    }
    const qint64 stale = std::min<qint64>(bucket - m_lastBucket, buckets);
    for (qint64 i = 0; i < stale; ++i)
        m_amounts[std::size_t((bucket - i) % buckets)] = 0;
    m_lastBucket = bucket;
    m_amounts[std::size_t(bucket % buckets)] += amount;
    m_total += amount;
}

double RateMeter::perSecond(qint64 nowMs) const
{
    if (m_firstMs < 0)
        return 0;
    const qint64 newest = std::max(nowMs / bucketMs, m_lastBucket);
    const qint64 oldest = newest - buckets + 1;
    qint64 sum = 0;
    for (qint64 b = std::max(oldest, m_lastBucket - buckets + 1); b <= m_lastBucket; ++b) {
        if (b >= 0)
            sum += m_amounts[std::size_t(b % buckets)];
    }
    // Over less than one bucket the first bytes would look like a huge rate.
    const qint64 span = std::max(nowMs - std::max(m_firstMs, oldest * bucketMs), bucketMs);
    return double(sum) * 1000.0 / double(span);
}

} // namespace trawl::rates
