// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/rateshare.h"
#include "item/request.h"
#include "rates/tokenbucket.h"

#include <QTimer>

#include <array>
#include <deque>
#include <functional>
#include <limits>
#include <unordered_map>
#include <vector>

namespace trawl::fetch {

/// Whose limits a transfer is under beside that of all. Readers of the same item (its segments)
/// share the item's own.
struct RateScopes
{
    item::JobId job{};
    quint32 host = 0;
    item::ItemId item{};
    qint64 itemRate = 0; ///< bytes/s; 0 = no limit

    [[nodiscard]] static RateScopes of(const item::Request &request)
    {
        return {request.job, request.host, request.id, request.rate};
    }
};

/// Holds the transfers of one process to rates in bytes/s: each reads only what all of its limits
/// (all, job, host, item) let it, in turns of a small quantum, so that all get the same share. Who
/// waits for a limit of its own holds up nobody else. Without a limit nothing is queued.
class RateGate
{
public:
    /// What a reader may take where no limit holds.
    static constexpr qint64 noLimit = std::numeric_limits<qint64>::max();

    class Reader
    {
    public:
        Reader(const Reader &) = delete;
        Reader &operator=(const Reader &) = delete;
        [[nodiscard]] bool waitsAtGate() const { return m_waits; }

    protected:
        explicit Reader(const RateScopes &scopes)
            : m_scopes(scopes)
        {
        }
        virtual ~Reader() = default;
        /// Its turn: it may read so many bytes, says used(), and queues again if it wants more.
        virtual void gateOpened(qint64 bytes) = 0;

    private:
        friend class RateGate;
        RateScopes m_scopes;
        bool m_waits = false;
        bool m_countedForItem = false;
    };

    using Clock = std::function<qint64()>; ///< µs, never going back

    /// With the time of the machine, if no clock is given.
    explicit RateGate(Clock clock = {});

    /// This process's shares; scopes that are not in it have no limit. May be called at any time;
    /// readers that wait go on by the new rates. A new limit starts with nothing saved up.
    void setShares(const QList<item::RateShare> &shares);
    /// True when the reader is under any limit and has to queue().
    [[nodiscard]] bool limits(const Reader &reader) const;

    void queue(Reader &reader);
    void used(Reader &reader, qint64 bytes);
    /// Before the reader goes, and whenever it wants nothing for a while.
    void leave(Reader &reader);
    /// Gives a turn to all whose limits let them by now. The gate does so by itself in the event
    /// loop.
    void serve();

private:
    struct Bucket
    {
        rates::TokenBucket tokens;
        qint64 quantum = 0;
        quint64 closedIn = 0; ///< the round in which somebody waits for it to fill
        bool kept = false;    ///< by setShares()
        int readers = 0;      ///< of an item's
    };
    using Buckets = std::array<Bucket *, 4>; ///< narrowest first; null = no limit

    void setRate(Bucket &bucket, qint64 bytesPerSecond) const;
    [[nodiscard]] static quint64 keyOf(item::RateScope scope, quint32 key);
    [[nodiscard]] Bucket *find(item::RateScope scope, quint32 key);
    [[nodiscard]] Bucket *itemBucket(Reader &reader);
    [[nodiscard]] Buckets bucketsOf(Reader &reader);
    /// What the reader may have now, or what it waits for.
    struct Turn
    {
        qint64 bytes = 0;
        Bucket *blocking = nullptr;
    };
    [[nodiscard]] Turn turnOf(const Buckets &buckets);
    void wait(qint64 us);

    Clock m_nowUs;
    std::unordered_map<quint64, Bucket> m_shares; ///< by scope and key
    std::unordered_map<item::ItemId, Bucket> m_items;
    std::deque<Reader *> m_queue;
    std::size_t m_at = 0; ///< of m_queue, within serve()
    quint64 m_round = 0;
    QTimer m_timer;
};

} // namespace trawl::fetch
