// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rates/sample.h"
#include "store/database.h"

#include <vector>

namespace trawl::store {

/// The points of the charts as rows; a day of them is kept. Inside the caller's transaction.
[[nodiscard]] tl::expected<void, item::Failure>
writeSamples(Database &database, const std::vector<rates::Sample> &samples);

/// Oldest first. A row that makes no sense comes without its latencies.
[[nodiscard]] tl::expected<void, item::Failure> readSamples(const Database &database,
                                                            std::vector<rates::Sample> &samples);

} // namespace trawl::store
