// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/results.h"

#include "store/store.h"

#include <QMap>

#include <tuple>

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

tl::expected<SessionStatus, item::Failure> readStatus(const QString &sessionPath,
                                                      const QList<item::ItemId> &ids)
{
    const auto view = store::readSession(sessionPath, ids);
    if (!view)
        return tl::unexpected(view.error());
    SessionStatus status;
    for (const auto &job : view->jobs)
        status.jobs.insert(job.id, {job.name, job.directory});
    // The code tells reasons apart only where it is the reason.
    QMap<std::tuple<item::JobId, item::Status, item::Reason, int>, qint64> sums;
    for (const auto &count : view->counts) {
        const int code = count.reason == item::Reason::Http ? count.code : 0;
        sums[{count.job, count.status, count.reason, code}] += count.items;
    }
    for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum) {
        const auto &[job, state, reason, code] = sum.key();
        status.counts.append({job, state, reason, code, sum.value()});
    }
    status.items = view->items;
    return status;
}

} // namespace trawl::engine
