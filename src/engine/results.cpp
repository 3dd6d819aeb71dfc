// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/results.h"

#include "store/store.h"

namespace trawl::engine {

tl::expected<item::ResultSource, item::Failure> openResults(const QString &sessionPath,
                                                            const ResultFilter &filter)
{
    auto reader = store::ResultReader::open(sessionPath, {filter.job, filter.status});
    if (!reader)
        return tl::unexpected(reader.error());
    using Row = tl::expected<std::optional<item::Result>, item::Failure>;
    return [shared = std::shared_ptr(std::move(*reader))]() -> Row {
        auto row = shared->next();
        if (const auto failure = shared->failure(); !row && failure)
            return tl::unexpected(*failure);
        return row;
    };
}

} // namespace trawl::engine
