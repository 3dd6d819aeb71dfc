// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/results.h"

#include "store/store.h"

namespace trawl::engine {

tl::expected<std::function<std::optional<item::Result>()>, item::Failure>
openResults(const QString &sessionPath, const ResultFilter &filter)
{
    auto reader = store::ResultReader::open(sessionPath, {filter.job, filter.status});
    if (!reader)
        return tl::unexpected(reader.error());
    return [shared = std::shared_ptr(std::move(*reader))] { return shared->next(); };
}

} // namespace trawl::engine
