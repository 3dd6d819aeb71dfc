// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/scheduler.h"
#include "rates/ratemeter.h"

#include <QHash>

#include <vector>

namespace trawl::engine {

/// What each host sends, and how soon it answers. Only hosts that move something take much memory.
/// Times are ms of a monotonic clock.
class HostActivity
{
public:
    void received(queue::HostIndex host, qint64 bytes, qint64 nowMs);
    /// A request is over; `latencyMs` to its first byte, -1 = none came.
    void ended(queue::HostIndex host, qint64 latencyMs, qint64 nowMs);

    [[nodiscard]] double bytesPerSecond(queue::HostIndex host, qint64 nowMs) const;
    [[nodiscard]] double requestsPerSecond(queue::HostIndex host, qint64 nowMs) const;
    /// A mean in which the last answers count most; -1 = unknown.
    [[nodiscard]] qint64 latencyMs(queue::HostIndex host) const;

    /// Once a second: the hosts whose figures are others by now. One that has come to rest is
    /// among them once.
    [[nodiscard]] std::vector<queue::HostIndex> tick(qint64 nowMs);

private:
    struct Active
    {
        rates::RateMeter bytes;
        rates::RateMeter ends;
    };

    QHash<queue::HostIndex, Active> m_active;
    QHash<queue::HostIndex, float> m_latency;
};

} // namespace trawl::engine
