// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/joboptions.h"
#include "item/details.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <memory>
#include <vector>

namespace trawl::engine {

struct ResultFilter
{
    std::optional<item::JobId> job;
    std::optional<item::Status> status;
    /// Only what ended after that (item::Result::arrival), and in that order. Quick once
    /// Engine::keepArrivals() was called.
    std::optional<qint64> after;
    bool records = true; ///< else each item is one row, without any
    /// Only these, in that order; the others above do not matter then.
    std::shared_ptr<const std::vector<item::ItemId>> items;
};

struct JobName
{
    QString name;
    QString directory;
    bool paused = false;
    JobOptions options; ///< may hold secrets
};

/// How many items of a job stand so.
struct StatusCount
{
    item::JobId job{};
    item::Status status = item::Status::Queued;
    item::Reason reason = item::Reason::None;
    int code = 0; ///< with Reason::Http
    qint64 items = 0;
};

/// How a session stands at one moment.
struct SessionStatus
{
    QHash<item::JobId, JobName> jobs;
    QList<StatusCount> counts; ///< by job, status and reason; only when no item was asked for
    QList<item::Details> items;
};

/// Reads all that is known of these items, or the counts of all. On any one thread, also while
/// another process writes the session.
[[nodiscard]] tl::expected<SessionStatus, item::Failure> readStatus(const QString &sessionPath,
                                                                    const QList<item::ItemId> &ids);

/// All jobs, in order of id. As readStatus().
[[nodiscard]] tl::expected<QMap<item::JobId, JobName>, item::Failure>
readJobs(const QString &sessionPath);

/// The names of the columns of item::Result::record of these results: the fields of the job's
/// recipe, or of all jobs'.
[[nodiscard]] tl::expected<QStringList, item::Failure> resultFields(const QString &sessionPath,
                                                                    const ResultFilter &filter);

/// How many items have ended, up to that item::Result::arrival.
[[nodiscard]] tl::expected<qint64, item::Failure> countArrivals(const QString &sessionPath,
                                                                qint64 upTo);

/// The item::Result::arrival of the item that ended last; 0 = none has.
[[nodiscard]] tl::expected<qint64, item::Failure> lastArrival(const QString &sessionPath);

/// Reads a session's results in order of id, or as the filter says, on any one thread, also while
/// the engine runs. What has ended by now is in it.
[[nodiscard]] tl::expected<item::ResultSource, item::Failure>
openResults(const QString &sessionPath, const ResultFilter &filter = {});

} // namespace trawl::engine
