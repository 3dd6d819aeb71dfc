// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/tokenbucket.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trawl::rates {

namespace {

// A wait that was rounded to whole µs must be enough: forgive what the rounding of doubles leaves.
constexpr double slack = 1e-3;

qint64 effectiveBurst(qint64 rate, qint64 burst)
{
    return std::max<qint64>(1, burst > 0 ? burst : rate);
}

} // namespace

TokenBucket::TokenBucket(qint64 rate, qint64 burst)
    : m_rate(std::max<qint64>(0, rate))
    , m_burst(effectiveBurst(m_rate, burst))
    , m_tokens(double(m_burst))
{
}

void TokenBucket::setRate(qint64 rate, qint64 burst, qint64 nowUs)
{
    fill(nowUs);
    const bool wasUnlimited = m_rate == 0;
    m_rate = std::max<qint64>(0, rate);
    m_burst = effectiveBurst(m_rate, burst);
    m_tokens = wasUnlimited ? double(m_burst) : std::min(m_tokens, double(m_burst));
}

qint64 TokenBucket::available(qint64 nowUs)
{
    if (m_rate == 0)
        return std::numeric_limits<qint64>::max();
    fill(nowUs);
    return m_tokens <= 0 ? 0 : qint64(m_tokens + slack);
}

void TokenBucket::take(qint64 units, qint64 nowUs)
{
    if (m_rate == 0)
        return;
    fill(nowUs);
    m_tokens -= double(units);
}

qint64 TokenBucket::waitUs(qint64 units, qint64 nowUs)
{
    if (m_rate == 0)
        return 0;
    fill(nowUs);
    const double missing = double(std::min(units, m_burst)) - m_tokens;
    return missing <= slack ? 0 : qint64(std::ceil(missing * 1e6 / double(m_rate)));
}

void TokenBucket::fill(qint64 nowUs)
{
    if (m_lastUs >= 0 && nowUs > m_lastUs) {
        const double earned = double(nowUs - m_lastUs) * double(m_rate) / 1e6;
        m_tokens = std::min(double(m_burst), m_tokens + earned);
    }
    m_lastUs = std::max(m_lastUs, nowUs);
}

} // namespace trawl::rates
