// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"
#include "queue/backoff.h"
#include "queue/breaker.h"

#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace trawl::queue {

/// A host as the caller numbers them: 0, 1, 2 … (an origin: scheme, host and port).
using HostIndex = quint32;

struct HostLimits
{
    int connections = 6;          ///< in flight at once, over all workers
    int streamsPerConnection = 1; ///< > 1 once the host has spoken HTTP/2
    qint64 minGapMs = 0;          ///< between two starts
};

/// How one attempt ended, as far as the schedule cares.
struct AttemptEnd
{
    bool ok = true;
    bool temporary = false;   ///< the failure may go away
    bool hostTrouble = false; ///< counts against the host's breaker (no answer at all)
    bool throttled = false;   ///< 429 or 503: the whole host waits
    qint64 retryAfterMs = -1; ///< -1 = none given
    int attempts = 1;         ///< of this item, this one included
};

/// What happens next to the item.
struct Verdict
{
    bool retry = false;
    qint64 atMs = 0; ///< with retry: not before
};

struct HostState
{
    int inFlight = 0;
    qsizetype queued = 0;
    Breaker::State breaker = Breaker::State::Closed;
    qint64 heldUntilMs = 0; ///< Retry-After or an open breaker; 0 = not held
};

/// PURE policy: which item runs next. Hosts take turns, each within its budget; a host that asked
/// for patience (Retry-After) or does not answer (breaker) is held as a whole. Eight bytes an item
/// waiting. Times are ms of the caller's monotonic clock.
class Scheduler
{
public:
    struct Options
    {
        HostLimits host;
        BackoffOptions backoff; ///< with the number of tries
        BreakerOptions breaker;
        quint64 seed = 0; ///< of the jitter
    };
    explicit Scheduler(Options options);

    void add(item::ItemId id, HostIndex host);
    /// Ahead of the others of its host.
    void addFront(item::ItemId id, HostIndex host);
    void setHostLimits(HostIndex host, HostLimits limits);
    [[nodiscard]] HostLimits hostLimits(HostIndex host) const;

    struct Ticket
    {
        item::ItemId id{};
        HostIndex host = 0;
    };
    /// The next item that may start now, or nullopt. Entries for which `runnable` says no (paused,
    /// removed, or here twice) are dropped on the way: pausing is the caller's, who adds them
    /// again.
    [[nodiscard]] std::optional<Ticket> next(qint64 nowMs,
                                             const std::function<bool(item::ItemId)> &runnable);
    /// Must be called once for every ticket.
    [[nodiscard]] Verdict ended(const Ticket &ticket, const AttemptEnd &end, qint64 nowMs);
    /// A ticket that was not used or was cancelled: gives the place back, changes nothing else.
    void returned(const Ticket &ticket);

    /// When next() may answer again although it has just said nullopt and nothing ended; nullopt =
    /// never by time alone.
    [[nodiscard]] std::optional<qint64> nextWakeMs() const;

    [[nodiscard]] qsizetype queued() const; ///< ready or waiting for a retry
    [[nodiscard]] int inFlight() const;
    [[nodiscard]] HostState host(HostIndex host) const;

private:
    // Free to the implementer.
};

} // namespace trawl::queue
