// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

namespace trawl::fetch {

/// One coarse timer for the time limits of all transfers of a process: touching costs a store.
/// Counts its own ticks, not the clock, so that a process that was stopped or starved for a while
/// does not take that for its peers' silence. A limit fires up to two ticks late, never early.
class Watchdog : public QObject
{
public:
    class Watched
    {
    public:
        Watched(const Watched &) = delete;
        Watched &operator=(const Watched &) = delete;

    protected:
        Watched() = default;
        virtual ~Watched() = default;
        /// The limit has passed without a touch. Others may be unwatched from inside.
        virtual void timeIsUp() = 0;

    private:
        friend class Watchdog;
        quint32 m_seen = 0;
        quint32 m_limit = 0;
        qsizetype m_index = -1;
    };

    explicit Watchdog(int tickMs);

    /// Starts, or changes the limit of one that is watched already.
    void watch(Watched &watched, int limitMs);
    void touch(Watched &watched) const { watched.m_seen = m_tick; }
    void unwatch(Watched &watched);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    int m_tickMs;
    int m_timer = 0;
    quint32 m_tick = 0;
    std::vector<Watched *> m_watched;
};

} // namespace trawl::fetch
