// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rates/tokenbucket.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>

namespace trawl::fetch {

/// Holds the transfers of one process to a rate in bytes/s: each reads only what it is let, in
/// turns of a small quantum, so that all get the same share. Without a limit nothing is queued.
class RateGate
{
public:
    class Reader
    {
    public:
        Reader(const Reader &) = delete;
        Reader &operator=(const Reader &) = delete;
        [[nodiscard]] bool waitsAtGate() const { return m_waits; }

    protected:
        Reader() = default;
        virtual ~Reader() = default;
        /// Its turn: it may read so many bytes, says used(), and queues again if it wants more.
        virtual void gateOpened(qint64 bytes) = 0;

    private:
        friend class RateGate;
        bool m_waits = false;
    };

    RateGate();

    /// 0 = no limit. May be called at any time; readers that wait go on by the new rate.
    void setRate(qint64 bytesPerSecond);
    [[nodiscard]] bool limited() const { return m_bucket.rate() > 0; }

    void queue(Reader &reader);
    void used(qint64 bytes) { m_bucket.take(bytes, nowUs()); }
    void leave(Reader &reader);

private:
    [[nodiscard]] qint64 nowUs() const { return m_clock.nsecsElapsed() / 1000; }
    void serve();
    void wait();

    QElapsedTimer m_clock;
    rates::TokenBucket m_bucket;
    qint64 m_quantum = 0;
    std::deque<Reader *> m_queue;
    QTimer m_timer;
};

} // namespace trawl::fetch
