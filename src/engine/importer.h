// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginethread.h"

#include <atomic>
#include <functional>

namespace trawl::engine {

/// Gives the next entries of a list, empty at the end.
using LinkSource = std::function<QList<item::Link>()>;

struct ImportResult
{
    item::JobId job{};
    qint64 added = 0;   ///< entries new to the session
    qint64 skipped = 0; ///< entries that an earlier run had put in
};

/// Told of the job that the list goes into, and of the entries read so far; first with 0.
using ImportProgress = std::function<void(item::JobId, qint64)>;

/// Reads a list into a job on the caller's thread (never the window's), with backpressure: the
/// engine takes as much as it can store. A list whose first entries are in the session already
/// (the same command again) goes on behind them; a list that has changed there becomes a job of
/// its own. `cancel` ends it between two pieces.
[[nodiscard]] tl::expected<ImportResult, item::Failure>
importLinks(EngineThread &engine, const JobSpec &spec, const LinkSource &source,
            const std::atomic_bool &cancel, const ImportProgress &progress = {});

} // namespace trawl::engine
