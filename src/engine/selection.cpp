// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/selection.h"

#include "engine/engine_p.h"

namespace trawl::engine {

bool Engine::Private::matches(item::ItemId id, const Selection &selection) const
{
    const auto &row = state.items.row(id);
    const bool held = row.status == item::Status::Queued && !state.runnable(id);
    const auto status = held ? item::Status::Paused : row.status;
    return row.status != item::Status::Removed &&
           (!selection.status || status == *selection.status) &&
           (!selection.reason || row.reason == *selection.reason) &&
           (!selection.reason || selection.code == 0 || row.code == selection.code);
}

QList<item::ItemId> Engine::select(const Selection &selection) const
{
    QList<item::ItemId> found;
    const auto consider = [&](item::ItemId id) {
        if (d->matches(id, selection))
            found.append(id);
    };
    for (const auto id : selection.ids) {
        const bool known = d->state.items.contains(id);
        if (known && (!selection.job || d->state.items.job(id) == *selection.job))
            consider(id);
    }
    for (const auto &block : d->state.items.blocks()) {
        if (!selection.ids.isEmpty() || (selection.job && block->job() != *selection.job))
            continue;
        for (qsizetype i = 0; i < block->size(); ++i)
            consider(item::ItemId(qint64(block->first()) + i));
    }
    return found;
}

QList<JobState> Engine::jobs() const
{
    return d->jobStates();
}

} // namespace trawl::engine
