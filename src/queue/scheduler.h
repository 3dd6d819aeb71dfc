// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"
#include "queue/backoff.h"
#include "queue/breaker.h"
#include "queue/lane.h"

#include <deque>
#include <functional>
#include <limits>
#include <optional>
#include <queue>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace trawl::queue {

/// A host as the caller numbers them: 0, 1, 2 … (an origin: scheme, host and port).
using HostIndex = quint32;

/// Whose items stand in one line at a host (a job), as the caller numbers them. Line 0 is ahead of
/// all others.
using LineIndex = quint32;

/// Where items of a line go.
enum class Move : quint8 { Top, Up, Down, Bottom };

/// How they lie in their line then.
struct Moved
{
    qsizetype items = 0; ///< as many were ready
    qsizetype place = 0; ///< of the foremost, from 1 on
    qsizetype of = 0;    ///< as many are ready in all
};

struct HostLimits
{
    int connections = 6;          ///< in flight at once, over all workers; 0 = none starts
    int streamsPerConnection = 1; ///< > 1 once the host has spoken HTTP/2
    qint64 minGapMs = 0;          ///< between two starts
    double startsPerSecond = 0;   ///< on average, to the µs; 0 = no limit

    friend bool operator==(const HostLimits &, const HostLimits &) = default;
};

/// How one attempt ended, as far as the schedule cares.
struct AttemptEnd
{
    bool ok = true;
    bool temporary = false;   ///< the failure may go away
    bool hostTrouble = false; ///< counts against the host's breaker (no answer at all)
    bool throttled = false;   ///< 429 or 503: the whole host waits
    bool offline = false;     ///< the network is gone: says nothing of item or host
    qint64 retryAfterMs = -1; ///< -1 = none given
    int attempts = 1;         ///< of this item that count, this one included
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

/// PURE policy: which item runs next. Hosts take turns, each within its budget; at a host the line
/// with the best rank goes first as long as it has anything that may run. A host that asked
/// for patience (Retry-After) or does not answer (breaker) is held as a whole. Starts a second are
/// held by GCRA (ITU-T I.371): 300/s are 300/s although the clock has whole ms. Nine bytes an item
/// waiting, and next() and ended() cost the same however many hosts, lines and items there are.
/// Times are ms of the caller's monotonic clock, at least 0.
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

    void add(item::ItemId id, HostIndex host, LineIndex line = 0);
    /// Ahead of the others of its line.
    void addFront(item::ItemId id, HostIndex host, LineIndex line = 0);
    /// Of each line by its index, the least first; lines beyond come last, in order of index. Costs
    /// a look at every host.
    void setRanks(std::vector<int> ranks);
    /// Of what is ready in the line, these go ahead of or behind all others, or one place. What
    /// waits for a retry is not ready. Costs a look at the whole line.
    Moved move(HostIndex host, LineIndex line, const std::vector<item::ItemId> &ids, Move where);
    /// Nothing starts there; what waits goes on waiting.
    void setPaused(HostIndex host, bool paused);
    /// Ends its hold, its breaker and the waits of its retries; answers the items that waited.
    std::vector<item::ItemId> retryNow(HostIndex host, qint64 nowMs);
    /// For hosts that come.
    void setDefaults(const HostLimits &host, int retries);
    void setHostLimits(HostIndex host, HostLimits limits);
    [[nodiscard]] HostLimits hostLimits(HostIndex host) const;

    struct Ticket
    {
        item::ItemId id{};
        HostIndex host = 0;
        LineIndex line = 0;
    };
    /// The next item that may start now, or nullopt. Entries for which `runnable` says no (paused,
    /// removed, or here twice) are dropped on the way: pausing is the caller's, who adds them
    /// again.
    [[nodiscard]] std::optional<Ticket> next(qint64 nowMs,
                                             const std::function<bool(item::ItemId)> &runnable);
    /// Must be called once for every ticket.
    [[nodiscard]] Verdict ended(const Ticket &ticket, const AttemptEnd &end, qint64 nowMs);
    /// A connection beside a ticket's own, for a segment: if its host may be asked now and has room
    /// that nothing queued has a claim on. Each is given back once.
    [[nodiscard]] bool takeExtra(HostIndex host, qint64 nowMs);
    void returnExtra(HostIndex host);
    /// A ticket that was cancelled: gives the place back, changes nothing else.
    void returned(const Ticket &ticket);
    /// The last ticket was not used, no request was made: its start does not count.
    void unused(const Ticket &ticket);

    /// When next() may answer again although it has just said nullopt and nothing ended; nullopt =
    /// never by time alone. 0 = at once: something was added or ended since.
    [[nodiscard]] std::optional<qint64> nextWakeMs() const;

    [[nodiscard]] qsizetype queued() const; ///< ready or waiting for a retry
    [[nodiscard]] int inFlight() const;
    [[nodiscard]] HostState host(HostIndex host) const;

private:
    static constexpr qint64 longAgo = std::numeric_limits<qint64>::min() / 2;
    struct Host
    {
        HostLimits limits;
        Breaker breaker;
        quint32 lines = Lane::none; ///< the first of those that are not empty, by rank
        quint32 ready = 0;          ///< in its lines
        int retries = 0;            ///< waiting in m_retries
        int inFlight = 0;
        int inFlightBeforeHold = 0; ///< of inFlight: started before the last hold began
        int throttleSteps = 0;      ///< answers 429 or 503 in a row, a burst counted once
        qint64 heldUntilMs = 0;     ///< Retry-After
        qint64 lastStartMs = longAgo;
        qint64 startBeforeMs = longAgo; ///< the one before the last
        qint64 dueUs = 0;               ///< when the next start is due by startsPerSecond
        qint64 wakeMs = -1;             ///< its entry in m_wakes; -1 = none
        bool inRing = false;
        bool paused = false;
    };
    /// A lane of one host, linked in order of rank.
    struct Line
    {
        Lane lane;
        LineIndex index = 0;
        quint32 next = Lane::none;
    };
    struct Retry
    {
        qint64 atMs = 0;
        item::ItemId id{};
        HostIndex host = 0;
        LineIndex line = 0;

        friend bool operator>(const Retry &a, const Retry &b) { return a.atMs > b.atMs; }
    };

    [[nodiscard]] Host &hostAt(HostIndex index);
    [[nodiscard]] static bool hasRoom(const Host &host);
    [[nodiscard]] static qint64 gateMs(const Host &host);
    [[nodiscard]] bool mayStart(HostIndex index, qint64 nowMs);
    [[nodiscard]] std::optional<Ticket>
    takeRunnable(HostIndex index, const std::function<bool(item::ItemId)> &runnable);
    [[nodiscard]] std::pair<bool, qint64> placeOf(LineIndex line) const;
    [[nodiscard]] Line &lineAt(Host &host, LineIndex index);
    void linkByRank(Host &host, quint32 line);
    void dropFirstLine(Host &host);
    void offer(HostIndex index);
    void sleep(HostIndex index, qint64 untilMs);
    void wake(HostIndex index);
    void promote(qint64 nowMs);
    static void noteStart(Host &host, qint64 nowMs);
    void leave(Host &host);
    void judgeHost(Host &host, const AttemptEnd &end, qint64 nowMs);
    void throttle(Host &host, bool news, qint64 retryAfterMs, qint64 nowMs);
    [[nodiscard]] double random01();

    Options m_options;
    std::mt19937_64 m_random;
    LaneStore m_lanes;
    std::deque<Line> m_lines;
    quint32 m_freeLine = Lane::none;
    std::vector<int> m_ranks; ///< by line
    std::deque<Host> m_hosts;
    std::deque<HostIndex> m_ring;                   ///< hosts that may be able to start something
    std::set<std::pair<qint64, HostIndex>> m_wakes; ///< hosts that only wait for a time
    std::priority_queue<Retry, std::vector<Retry>, std::greater<>> m_retries;
    qsizetype m_ready = 0; ///< in the lanes
    int m_inFlight = 0;
    qint64 m_nowMs = 0; ///< the latest that was told
};

} // namespace trawl::queue
