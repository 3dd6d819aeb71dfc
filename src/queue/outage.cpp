// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/outage.h"

#include <algorithm>
#include <utility>

namespace trawl::queue {

namespace {

constexpr qsizetype enoughSilent = 3;
constexpr qint64 togetherMs = 30'000;
constexpr qint64 firstGapMs = 1'000;
constexpr qint64 longestGapMs = 30'000;

} // namespace

bool Outage::note(HostIndex host, Sign sign, qint64 nowMs)
{
    if (sign == Sign::Answer) {
        answered(host);
        return std::exchange(m_gone, false);
    }
    if (!proves(host, sign, nowMs) || m_gone)
        return false;
    begin(nowMs);
    return true;
}

bool Outage::setReachable(bool reachable, qint64 nowMs)
{
    if (m_gone) {
        if (reachable) {
            m_trialMs = nowMs;
            m_gapMs = firstGapMs;
        }
        return false;
    }
    if (reachable)
        return false;
    begin(nowMs);
    return true;
}

void Outage::trialStarted(qint64 nowMs)
{
    m_trialMs = nowMs + m_gapMs;
    m_gapMs = std::min(m_gapMs * 2, longestGapMs);
}

void Outage::begin(qint64 nowMs)
{
    m_gone = true;
    m_gapMs = firstGapMs;
    trialStarted(nowMs);
}

void Outage::answered(HostIndex host)
{
    if (m_heard.size() <= host)
        m_heard.resize(host + 1);
    m_heard[host] = true;
    m_lost.remove(host);
    m_silent.clear();
}

bool Outage::wasHeard(HostIndex host) const
{
    return host < m_heard.size() && m_heard[host];
}

bool Outage::proves(HostIndex host, Sign sign, qint64 nowMs)
{
    if (sign == Sign::NoName && !wasHeard(host))
        return false;
    if (sign != Sign::Silence) {
        const bool known = m_lost.contains(host);
        m_lost.insert(host);
        return !known;
    }
    if (!wasHeard(host))
        return false;
    m_silent.insert(host, nowMs);
    m_silent.removeIf([&](auto silent) { return silent.value() < nowMs - togetherMs; });
    return m_silent.size() >= enoughSilent;
}

} // namespace trawl::queue
