// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "item/outcome.h"
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
    /// Answers how many bytes that were.
    qint64 progressed(const item::Progress &progress, qint64 nowMs);
    /// An attempt is over. One that was broken off here (a pause, a worker's death) is no request.
    /// Answers how many bytes have come since the last progress.
    qint64 ended(const item::Outcome &outcome, qint64 nowMs);

    [[nodiscard]] qint64 bytesPerSecond(item::ItemId id, qint64 nowMs) const;
    [[nodiscard]] double bytesPerSecond(qint64 nowMs) const { return m_bytes.perSecond(nowMs); }
    [[nodiscard]] double requestsPerSecond(qint64 nowMs) const { return m_ends.perSecond(nowMs); }
    [[nodiscard]] qint64 bytes() const { return m_bytes.total(); }
    [[nodiscard]] qsizetype running() const { return m_running.size(); }

    /// Once a second: makes the charts' next point.
    void tick(qint64 wallMs);
    [[nodiscard]] std::vector<Sample> takeSamples();
    /// The points in pieces of RateHistory::pieceMs, for the session: nothing until a minute of
    /// them has come together, unless `all`.
    [[nodiscard]] std::vector<Sample> takePieces(bool all);

private:
    struct Running
    {
        qint64 bytes = 0;
        rates::RateMeter meter;
    };

    /// Since the last tick.
    struct Second
    {
        qint64 bytes = 0;
        qint64 ends = 0;
        qint64 failures = 0;
        rates::StatusMix mix; ///< as numbers
        rates::LatencyHistogram latency;
    };

    void count(const item::Outcome &outcome);
    [[nodiscard]] Sample sample(qint64 startMs, double seconds);

    QHash<item::ItemId, Running> m_running;
    rates::RateMeter m_bytes;
    rates::RateMeter m_ends;
    Second m_second;
    std::vector<Sample> m_samples;
    std::vector<Sample> m_pieces;
    rates::IntervalAverage m_piece{rates::RateHistory::pieceMs};
    qint64 m_tickMs = 0;
};

} // namespace trawl::engine
