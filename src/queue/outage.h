// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/scheduler.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace trawl::queue {

/// What an attempt tells of the network.
enum class Sign : quint8 {
    Answer, ///< somebody spoke, be it to refuse
    Silence,
    NoName, ///< its name was not resolved
    NoWay,  ///< this machine has no way to it
};

/// PURE policy: is it the hosts, or is the whole network gone? Gone it is when the platform says
/// so, when there is no way to a host, when a name that was known is known no more, or when three
/// hosts that have answered before are silent within half a minute while nobody answers. Then only
/// trials are made, 1 s, 2 s … 30 s apart, until anybody answers. Hosts that were never heard prove
/// nothing, else a list of dead names would wait for ever; a host that there is no way to although
/// others answered is a dead host. Times are ms of the caller's monotonic clock.
class Outage
{
public:
    /// True when this changed gone().
    bool note(HostIndex host, Sign sign, qint64 nowMs);
    /// The platform's word; reachable only allows a trial at once.
    bool setReachable(bool reachable, qint64 nowMs);

    [[nodiscard]] bool gone() const { return m_gone; }
    /// While gone: the next trial is not before this.
    [[nodiscard]] qint64 trialMs() const { return m_trialMs; }
    void trialStarted(qint64 nowMs);

private:
    void begin(qint64 nowMs);
    void answered(HostIndex host);
    [[nodiscard]] bool wasHeard(HostIndex host) const;
    [[nodiscard]] bool proves(HostIndex host, Sign sign, qint64 nowMs);

    std::vector<bool> m_heard;         ///< by host: has answered
    QSet<HostIndex> m_lost;            ///< no way to them, in this outage or a false one
    QHash<HostIndex, qint64> m_silent; ///< heard, and silent since the last answer; when
    bool m_gone = false;
    qint64 m_trialMs = 0;
    qint64 m_gapMs = 0;
};

} // namespace trawl::queue
