// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/results.h"

#include "store/store.h"

#include <tuple>

namespace trawl::engine {

namespace {

struct JobFields
{
    QHash<item::JobId, QStringList> ofJob;
    QStringList all; ///< each once
};

tl::expected<JobFields, item::Failure> readFields(const QString &sessionPath,
                                                  std::optional<item::JobId> only)
{
    const auto jobs = store::readJobs(sessionPath);
    if (!jobs)
        return tl::unexpected(jobs.error());
    JobFields fields;
    for (const auto &job : *jobs) {
        if (only && job.id != *only)
            continue;
        const auto its = jobOptionsFromJson(job.options).recipe.columns();
        fields.ofJob.insert(job.id, its);
        fields.all += its;
    }
    fields.all.removeDuplicates();
    return fields;
}

/// A job's columns in the order of all.
item::Record arranged(const item::Record &record, const QStringList &own, const QStringList &all)
{
    item::Record arranged(all.size(), item::Value());
    for (qsizetype i = 0; i < std::min(record.size(), own.size()); ++i)
        arranged[all.indexOf(own[i])] = record[i];
    return arranged;
}

} // namespace

tl::expected<QStringList, item::Failure> resultFields(const QString &sessionPath,
                                                      const ResultFilter &filter)
{
    return readFields(sessionPath, filter.job).map([](const JobFields &f) { return f.all; });
}

tl::expected<qint64, item::Failure> countArrivals(const QString &sessionPath, qint64 upTo)
{
    return store::countArrivals(sessionPath, upTo);
}

tl::expected<qint64, item::Failure> lastArrival(const QString &sessionPath)
{
    return store::lastArrival(sessionPath);
}

tl::expected<item::ResultSource, item::Failure> openResults(const QString &sessionPath,
                                                            const ResultFilter &filter)
{
    const auto fields = readFields(sessionPath, filter.job);
    if (!fields)
        return tl::unexpected(fields.error());
    auto reader = store::ResultReader::open(
        sessionPath, {filter.job, filter.status, filter.after, filter.records, filter.items});
    if (!reader)
        return tl::unexpected(reader.error());
    using Row = tl::expected<std::optional<item::Result>, item::Failure>;
    return [shared = std::shared_ptr(std::move(*reader)), fields = *fields]() -> Row {
        auto row = shared->next();
        if (const auto failure = shared->failure(); !row && failure)
            return tl::unexpected(*failure);
        if (row && !row->record.isEmpty() && fields.ofJob.size() > 1)
            row->record = arranged(row->record, fields.ofJob.value(row->job), fields.all);
        return row;
    };
}

tl::expected<QMap<item::JobId, JobName>, item::Failure> readJobs(const QString &sessionPath)
{
    const auto jobs = store::readJobs(sessionPath);
    if (!jobs)
        return tl::unexpected(jobs.error());
    QMap<item::JobId, JobName> names;
    for (const auto &job : *jobs)
        names.insert(job.id, {job.name, job.directory, job.paused});
    return names;
}

tl::expected<SessionStatus, item::Failure> readStatus(const QString &sessionPath,
                                                      const QList<item::ItemId> &ids)
{
    const auto view = store::readSession(sessionPath, ids);
    if (!view)
        return tl::unexpected(view.error());
    SessionStatus status;
    for (const auto &job : view->jobs)
        status.jobs.insert(job.id,
                           {job.name, job.directory, job.paused, jobOptionsFromJson(job.options)});
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
