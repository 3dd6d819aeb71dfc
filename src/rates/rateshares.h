// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"
#include "item/rateshare.h"
#include "item/traffic.h"

#include <QHash>
#include <QList>

#include <map>
#include <utility>
#include <vector>

namespace trawl::rates {

/// PURE policy: splits each limit over the workers that have transfers under it, by how many they
/// have. A worker that leaves a part of its share unused lends that to those which use all of
/// theirs. The shares of a limit never add up to more than it (but each is at least 1 byte/s).
/// Times are ms of the caller's monotonic clock.
class RateShares
{
public:
    void setLimit(qint64 bytesPerSecond) { m_all = bytesPerSecond; }          ///< 0 = none
    void setHostLimit(qint64 bytesPerSecond) { m_eachHost = bytesPerSecond; } ///< of each host
    /// Of one host, instead of that; 0 = none of its own.
    void setHostLimit(quint32 host, qint64 bytesPerSecond);
    void setJobLimit(item::JobId job, qint64 bytesPerSecond);
    [[nodiscard]] bool any() const
    {
        return m_all > 0 || m_eachHost > 0 || !m_jobs.isEmpty() || !m_hosts.isEmpty();
    }

    /// The shares of each worker that has transfers, by its process.
    [[nodiscard]] std::map<qint64, QList<item::RateShare>>
    split(const std::vector<item::WorkerTraffic> &workers, qint64 nowMs);

private:
    /// One worker under one limit.
    struct Holder
    {
        int transfers = 0;
        qint64 received = 0; ///< since the last split
        qint64 share = 0;    ///< the last
        double rate = -1;    ///< what it really loads, smoothed; -1 = not known
    };
    using Holders = std::map<qint64, Holder>; ///< by worker

    [[nodiscard]] qint64 limitOf(item::RateScope scope, quint32 key) const;
    void note(item::RateScope scope, quint32 key, qint64 worker, const item::Traffic &traffic);
    static void measure(Holder &holder, qint64 sinceMs);
    static void divide(qint64 limit, Holders &holders);

    qint64 m_all = 0;
    qint64 m_eachHost = 0;
    QHash<item::JobId, qint64> m_jobs;
    QHash<quint32, qint64> m_hosts;
    std::map<std::pair<item::RateScope, quint32>, Holders> m_scopes;
    qint64 m_lastMs = 0;
};

} // namespace trawl::rates
