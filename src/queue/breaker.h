// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace trawl::queue {

struct BreakerOptions
{
    int threshold = 8;     ///< failures in a row that open it
    qint64 openMs = 5'000; ///< first time held; doubled with each failed trial
    qint64 maxOpenMs = 120'000;
    int trials = 8; ///< failed ones in a row after which the host is taken for dead
};

/// A circuit breaker for one host (M. Nygard, Release It!): closed → open after `threshold`
/// failures in a row → half-open, one trial at a time → closed again or open for longer. A host
/// that failed all its trials is held no more, so that a long list of a dead host comes to an end:
/// each of its items is tried once and shows why it failed. Any success closes it again.
class Breaker
{
public:
    enum class State : quint8 { Closed, Open, HalfOpen };

    explicit Breaker(BreakerOptions options)
        : m_options(options)
    {
    }

    [[nodiscard]] bool mayStart(qint64 nowMs) const;
    void started(qint64 nowMs);
    void succeeded();
    void failed(qint64 nowMs);
    /// A start that came to nothing (cancelled): a trial may be made again.
    void returned();
    [[nodiscard]] bool gaveUp() const { return m_failedTrials >= m_options.trials; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] qint64 openUntilMs() const { return m_openUntilMs; }

private:
    BreakerOptions m_options;
    State m_state = State::Closed;
    int m_failures = 0;
    int m_failedTrials = 0;
    bool m_trialRuns = false;
    qint64 m_openMs = 0;
    qint64 m_openUntilMs = 0;
};

} // namespace trawl::queue
