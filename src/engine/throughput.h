// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "item/progress.h"
#include "rates/ratemeter.h"

#include <QHash>

#include <vector>

namespace trawl::engine {

/// What moves: the running items' counters, and from them the session's rates and the chart's
/// points. Times are ms: `nowMs` monotonic, `wallMs` since the epoch.
class Throughput
{
public:
    void started(item::ItemId id);
    void progressed(const item::Progress &progress, qint64 nowMs);
    /// An attempt is over; `bytes` is what it has received.
    void ended(item::ItemId id, qint64 bytes, bool ok, qint64 nowMs);

    [[nodiscard]] qint64 bytesPerSecond(item::ItemId id, qint64 nowMs) const;
    [[nodiscard]] double bytesPerSecond(qint64 nowMs) const { return m_bytes.perSecond(nowMs); }
    [[nodiscard]] double requestsPerSecond(qint64 nowMs) const { return m_ends.perSecond(nowMs); }
    [[nodiscard]] qint64 bytes() const { return m_bytes.total(); }
    [[nodiscard]] qsizetype running() const { return m_running.size(); }

    /// Once a second: makes the chart's next point.
    void tick(qint64 wallMs);
    [[nodiscard]] std::vector<Sample> takeSamples();

private:
    struct Running
    {
        qint64 bytes = 0;
        rates::RateMeter meter;
    };

    QHash<item::ItemId, Running> m_running;
    rates::RateMeter m_bytes;
    rates::RateMeter m_ends;
    std::vector<Sample> m_samples;
    qint64 m_tickMs = 0;
    qint64 m_tickBytes = 0;
    qint64 m_tickEnds = 0;
    qint64 m_failures = 0;
    qint64 m_tickFailures = 0;
};

} // namespace trawl::engine
