// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/watchdog.h"

#include <algorithm>
#include <utility>

namespace trawl::fetch {

Watchdog::Watchdog(int tickMs)
    : m_tickMs(std::max(1, tickMs))
{
}

void Watchdog::watch(Watched &watched, int limitMs)
{
    watched.m_limit = quint32((std::max(0, limitMs) + m_tickMs - 1) / m_tickMs);
    touch(watched);
    if (watched.m_index >= 0)
        return;
    watched.m_index = qsizetype(m_watched.size());
    m_watched.push_back(&watched);
    if (m_timer == 0)
        m_timer = startTimer(m_tickMs, Qt::CoarseTimer);
}

void Watchdog::unwatch(Watched &watched)
{
    const auto index = std::exchange(watched.m_index, -1);
    if (index < 0)
        return;
    m_watched[std::size_t(index)] = m_watched.back();
    m_watched[std::size_t(index)]->m_index = index;
    m_watched.pop_back();
    watched.m_index = -1;
}

void Watchdog::timerEvent(QTimerEvent *)
{
    ++m_tick;
    if (m_watched.empty()) {
        killTimer(std::exchange(m_timer, 0));
        return;
    }
    // Backwards: unwatch() moves the last one, which was looked at already, into the gap.
    for (auto i = m_watched.size(); i-- > 0;) {
        if (i < m_watched.size() && m_tick - m_watched[i]->m_seen > m_watched[i]->m_limit)
            m_watched[i]->timeIsUp();
    }
}

} // namespace trawl::fetch
