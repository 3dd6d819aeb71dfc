// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/rategate.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace trawl::fetch {

RateGate::RateGate()
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { serve(); });
}

void RateGate::setRate(qint64 bytesPerSecond)
{
    const auto rate = std::max<qint64>(0, bytesPerSecond);
    m_quantum = std::clamp<qint64>(rate / 64, 1, 65'536);
    // What is saved up covers an event loop that comes late, not a burst that a person sees.
    m_bucket.setRate(rate, std::max(m_quantum, rate / 5), nowUs());
    if (!m_queue.empty())
        m_timer.start(0);
}

void RateGate::queue(Reader &reader)
{
    if (std::exchange(reader.m_waits, true))
        return;
    m_queue.push_back(&reader);
    if (!m_timer.isActive())
        wait();
}

void RateGate::leave(Reader &reader)
{
    if (std::exchange(reader.m_waits, false))
        std::erase(m_queue, &reader);
}

void RateGate::serve()
{
    while (!m_queue.empty()) {
        if (limited() && m_bucket.available(nowUs()) < m_quantum)
            break;
        auto *reader = m_queue.front();
        m_queue.pop_front();
        reader->m_waits = false;
        reader->gateOpened(limited() ? m_quantum : std::numeric_limits<qint64>::max());
    }
    if (!m_queue.empty())
        wait();
}

void RateGate::wait()
{
    const auto us = limited() ? m_bucket.waitUs(m_quantum, nowUs()) : 0;
    m_timer.start(int(std::min<qint64>((us + 999) / 1000, 1000)));
}

} // namespace trawl::fetch
