// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/shortage.h"

#include <algorithm>

namespace trawl::queue {

namespace {

constexpr qint64 shortestPauseMs = 200;
constexpr qint64 longestPauseMs = 10'000;
constexpr qint64 growMs = 1'000;
constexpr int growPart = 8;

} // namespace

void Shortage::told(int running, qint64 nowMs)
{
    m_before = any() ? std::max(m_before, running + 1) : running + 1;
    m_most = std::max(1, any() ? std::min(m_most, running) : running);
    if (nowMs < m_notBeforeMs)
        return; // of the same moment
    m_pauseMs =
        running > 0 ? shortestPauseMs : std::clamp(m_pauseMs * 2, shortestPauseMs, longestPauseMs);
    m_notBeforeMs = m_grownMs = nowMs + m_pauseMs;
}

int Shortage::room(int free, int running, qint64 nowMs)
{
    if (!any())
        return free;
    for (; any() && nowMs - m_grownMs >= growMs; m_grownMs += growMs) {
        m_most += std::max(1, m_most / growPart);
        if (m_most >= m_before)
            m_most = 0;
    }
    if (!any()) {
        m_pauseMs = 0;
        return free;
    }
    return nowMs < m_notBeforeMs ? 0 : std::clamp(m_most - running, 0, free);
}

} // namespace trawl::queue
