// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/result.h"

namespace trawl::engine {

struct ResultFilter
{
    std::optional<item::JobId> job;
    std::optional<item::Status> status;
};

/// Reads a session's results in order of id, on any one thread, also while the engine runs. What
/// has ended by now is in it.
[[nodiscard]] tl::expected<item::ResultSource, item::Failure>
openResults(const QString &sessionPath, const ResultFilter &filter = {});

} // namespace trawl::engine
