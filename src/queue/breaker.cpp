// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/breaker.h"

#include <algorithm>

namespace trawl::queue {

bool Breaker::mayStart(qint64 nowMs) const
{
    switch (m_state) {
    case State::Closed:
        break;
    case State::Open:
        return nowMs >= m_openUntilMs;
    case State::HalfOpen:
        return gaveUp() || !m_trialRuns;
    }
    return true;
}

void Breaker::started(qint64 nowMs)
{
    if (m_state == State::Open && nowMs >= m_openUntilMs)
        m_state = State::HalfOpen;
    m_trialRuns = m_state == State::HalfOpen;
}

void Breaker::succeeded()
{
    m_state = State::Closed;
    m_failures = 0;
    m_failedTrials = 0;
    m_trialRuns = false;
}

void Breaker::failed(qint64 nowMs)
{
    // The failures of requests that were under way when it opened are no news.
    if (m_state == State::Open)
        return;
    if (m_state == State::Closed && ++m_failures < m_options.threshold)
        return;
    if (m_state == State::HalfOpen)
        ++m_failedTrials;
    if (gaveUp())
        return;
    m_openMs =
        m_state == State::HalfOpen ? std::min(m_openMs * 2, m_options.maxOpenMs) : m_options.openMs;
    m_state = State::Open;
    m_trialRuns = false;
    m_openUntilMs = nowMs + m_openMs;
}

void Breaker::returned()
{
    m_trialRuns = false;
}

} // namespace trawl::queue
