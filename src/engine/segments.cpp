// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include <algorithm>

namespace trawl::engine {

void Engine::Private::connectionsWanted(const QList<item::ExtraConnections> &items)
{
    for (const auto &[id, count] : items) {
        if (!state.items.contains(id) || state.items.row(id).status != item::Status::Running)
            continue;
        const auto most = state.jobs.job(state.items.job(id)).options.transfer.segments - 1;
        segments[id].wanted = std::min(count, std::max(0, most));
    }
    lendConnections();
}

void Engine::Private::connectionsReturned(const QList<item::ExtraConnections> &items)
{
    for (const auto &[id, count] : items) {
        const auto known = segments.find(id);
        if (known == segments.end())
            continue;
        const auto back = std::min(count, known->lent);
        known->lent -= back;
        for (int i = 0; i < back; ++i)
            scheduler.returnExtra(state.items.row(id).host);
    }
    pump();
}

/// The item is in flight no more, or in another worker, which starts with one connection.
void Engine::Private::dropSegments(item::ItemId id)
{
    const auto known = segments.take(id);
    for (int i = 0; i < known.lent; ++i)
        scheduler.returnExtra(state.items.row(id).host);
}

/// What the hosts have left when all that is queued has had its turn.
void Engine::Private::lendConnections()
{
    if (!running || closing || stuck || outage.gone() || offHours())
        return;
    for (auto known = segments.begin(); known != segments.end(); ++known) {
        const auto id = known.key();
        int more = 0;
        while (known->lent < known->wanted &&
               scheduler.takeExtra(state.items.row(id).host, nowMs())) {
            ++known->lent;
            ++more;
        }
        if (more > 0)
            pool->grantConnections({id, more});
    }
}

} // namespace trawl::engine
