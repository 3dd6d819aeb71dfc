// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hostactivity.h"

namespace trawl::engine {

namespace {

constexpr float weightOfTheLast = 0.2F;

} // namespace

void HostActivity::received(queue::HostIndex host, qint64 bytes, qint64 nowMs)
{
    m_active[host].bytes.add(bytes, nowMs);
}

void HostActivity::ended(queue::HostIndex host, qint64 latencyMs, qint64 nowMs)
{
    m_active[host].ends.add(1, nowMs);
    if (latencyMs < 0)
        return;
    const auto known = m_latency.find(host);
    if (known == m_latency.end())
        m_latency.insert(host, float(latencyMs));
    else
        *known += (float(latencyMs) - *known) * weightOfTheLast;
}

double HostActivity::bytesPerSecond(queue::HostIndex host, qint64 nowMs) const
{
    const auto active = m_active.constFind(host);
    return active == m_active.constEnd() ? 0 : active->bytes.perSecond(nowMs);
}

double HostActivity::requestsPerSecond(queue::HostIndex host, qint64 nowMs) const
{
    const auto active = m_active.constFind(host);
    return active == m_active.constEnd() ? 0 : active->ends.perSecond(nowMs);
}

qint64 HostActivity::latencyMs(queue::HostIndex host) const
{
    const auto known = m_latency.constFind(host);
    return known == m_latency.constEnd() ? -1 : qRound64(double(*known));
}

std::vector<queue::HostIndex> HostActivity::tick(qint64 nowMs)
{
    std::vector<queue::HostIndex> changed;
    changed.reserve(std::size_t(m_active.size()));
    for (auto active = m_active.begin(); active != m_active.end();) {
        changed.push_back(active.key());
        const bool rests =
            active->bytes.perSecond(nowMs) <= 0 && active->ends.perSecond(nowMs) <= 0;
        active = rests ? m_active.erase(active) : std::next(active);
    }
    return changed;
}

} // namespace trawl::engine
