// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/throttle.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace trawl::crawl {

namespace {

constexpr double quickMs = 20;    // a host that answers within that is never held back
constexpr double idleBelow = 1.7; // times the base: there may be more requests
constexpr double busyAbove = 2.4; // and there should be fewer
constexpr double aim = 2;         // what fewer are to lead to
constexpr std::size_t firstWindow = 4;
constexpr std::size_t leastWindow = 16;
constexpr qint64 probeMs = 60'000;
constexpr int probeWindows = 20;

constexpr double leastRefusedMs = 25; // a delay that is refused; it is doubled
constexpr double leastCalmMs = 500;
constexpr double noDelayMs = 5;  // less than that is none
constexpr double pauseMs = 2000; // a longer one says nothing of the rate

bool isRefusal(int code)
{
    return code == 0 || code == 429 || code == 503;
}

} // namespace

Throttle::Throttle(Limits limits)
    : m_limits(limits)
{
    m_limits.connections = std::max(1, limits.connections);
}

qint64 Throttle::delayMs() const
{
    return std::max(m_limits.leastDelayMs,
                    std::min<qint64>(m_limits.mostDelayMs, std::llround(m_delay)));
}

void Throttle::answered(qint64 latencyMs, int code, qint64 nowMs)
{
    if (m_lastMs) {
        const double interval = std::clamp(double(nowMs - *m_lastMs), 0.0, pauseMs + m_delay);
        m_intervalMs += (interval - m_intervalMs) / 16;
    }
    m_lastMs = nowMs;
    if (isRefusal(code)) {
        refused(latencyMs, nowMs);
        return;
    }
    m_wasRefused = false;
    speedUp();
    if (m_skip > 0) {
        --m_skip;
        return;
    }
    if (!m_windowStartMs)
        m_windowStartMs = nowMs;
    m_window.push_back(std::max<qint64>(0, latencyMs));
    if (m_window.size() >=
        std::max(m_doubling ? firstWindow : leastWindow, std::size_t(m_connections)))
        endWindow(nowMs);
}

/// Many requests in flight are refused together: that counts once.
void Throttle::refused(qint64 latencyMs, qint64 nowMs)
{
    if (nowMs < m_calmMs)
        return;
    const auto inForce = std::max({double(delayMs()), m_intervalMs, leastRefusedMs});
    if (!std::exchange(m_wasRefused, true)) // else it is no rate that is refused
        m_refusedDelay = inForce;
    m_delay = std::min(2 * inForce, double(m_limits.mostDelayMs));
    m_doubling = false;
    m_beforeProbe = 0;
    setConnections(m_connections / 2.0);
    m_calmMs = nowMs + qint64(std::max({leastCalmMs, m_delay, double(latencyMs)}));
}

void Throttle::speedUp()
{
    if (m_delay == 0)
        return;
    const double ratio = m_delay / m_refusedDelay;
    m_delay *= ratio > 4 ? 0.5 : ratio > 1.2 || ratio < 0.8 ? 0.95 : 0.995;
    if (m_delay < noDelayMs)
        m_delay = m_refusedDelay = 0;
}

void Throttle::endWindow(qint64 nowMs)
{
    const auto middle = m_window.begin() + qsizetype(m_window.size() / 2);
    std::nth_element(m_window.begin(), middle, m_window.end());
    const auto latency = std::max(double(*middle), 1.0);
    if (isUsed(nowMs) || latency > idleBelow * m_base)
        follow(latency, nowMs);
    m_window.clear();
    m_windowStartMs.reset();
}

/// By Little's law; what was not used says nothing of what more would do.
bool Throttle::isUsed(qint64 nowMs) const
{
    double sum = 0;
    for (const auto latency : m_window)
        sum += double(latency);
    return sum >= 0.5 * m_connections * double(nowMs - *m_windowStartMs);
}

/// With one request, or so few that none waits, it is what the host can do, be it less than it was.
void Throttle::learnBase(double latency, qint64 nowMs)
{
    const bool idle = m_connections == 1 || m_beforeProbe > 0;
    if (m_base == 0 || idle || latency < m_base)
        m_base = latency;
    if (idle) {
        m_probedMs = nowMs;
        m_windows = 0;
    }
}

void Throttle::follow(double latency, qint64 nowMs)
{
    ++m_windows;
    learnBase(latency, nowMs);
    if (m_beforeProbe > 0) {
        setConnections(std::exchange(m_beforeProbe, 0));
    } else if (latency <= quickMs) {
        grow();
    } else if (nowMs - m_probedMs > probeMs && m_windows > probeWindows) {
        m_beforeProbe = m_connections;
        setConnections(m_connections / 4.0);
    } else if (latency <= idleBelow * m_base) {
        grow();
    } else {
        m_doubling = false;
        if (latency > busyAbove * m_base)
            setConnections(m_connections * std::max(quickMs, aim * m_base) / latency);
    }
}

void Throttle::grow()
{
    setConnections(m_doubling ? 2.0 * m_connections : m_connections + 1);
}

/// What is in flight still answers as it was before.
void Throttle::setConnections(double wanted)
{
    const int next = std::clamp(int(wanted), 1, m_limits.connections);
    if (next != m_connections)
        m_skip = m_connections;
    m_connections = next;
    m_window.clear();
    m_windowStartMs.reset();
}

} // namespace trawl::crawl
