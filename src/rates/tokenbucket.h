// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace trawl::rates {

/// A token bucket (RFC 2697's idea, one rate): `rate` units a second, at most `burst` saved up.
/// Times are µs of the caller's monotonic clock. A rate of 0 means no limit; a burst of 0 means one
/// second's worth. It starts full.
class TokenBucket
{
public:
    explicit TokenBucket(qint64 rate = 0, qint64 burst = 0);

    /// Keeps what is saved up (at most the new burst) and what is owed; no limit forgives a debt.
    void setRate(qint64 rate, qint64 burst, qint64 nowUs);
    [[nodiscard]] qint64 rate() const { return m_rate; }
    /// How many units may be taken now; the largest qint64 without a limit.
    [[nodiscard]] qint64 available(qint64 nowUs);
    /// Takes units; may go into debt, which later calls wait off.
    void take(qint64 units, qint64 nowUs);
    /// Time until at least `units` (≤ burst) are there; 0 = now.
    [[nodiscard]] qint64 waitUs(qint64 units, qint64 nowUs);

private:
    void fill(qint64 nowUs);

    qint64 m_rate = 0;
    qint64 m_burst = 0;
    double m_tokens = 0;
    qint64 m_lastUs = -1;
};

} // namespace trawl::rates
