// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"

#include <QHash>

namespace trawl::queue {

/// How one attempt that failed counts.
struct FailedTry
{
    bool toldWhen = false; ///< 429 or 503 with a time to come back
    bool offline = false;  ///< the network is gone
    qint64 resumable = 0;  ///< bytes that the next attempt need not fetch again
};

/// PURE policy: how many of its tries an item has used up. Not those that a server put off by
/// Retry-After (to a bound) or that the network's outage took; and one that got further than all
/// before it starts the count anew, so that a large file over a flaky line goes on as long as it
/// moves, but not against a server that makes it start again each time. Memory for items that have
/// failed and not ended.
class Tries
{
public:
    /// Those used up, this one included: at least 1 unless nothing has counted yet.
    int failed(item::ItemId id, const FailedTry &attempt);
    void forget(item::ItemId id) { m_items.remove(id); }

private:
    struct Item
    {
        qint64 best = 0;
        int tries = 0;
        int putOff = 0;
    };
    QHash<item::ItemId, Item> m_items;
};

} // namespace trawl::queue
