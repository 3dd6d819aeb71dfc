// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <atomic>
#include <functional>

namespace trawl::store {

/// How many records an item of a job has, and when it ended (Result::arrival).
struct RecordCount
{
    item::ItemId item{};
    qint64 arrival = 0;
    qint32 records = 0;
};

/// The items of a job that ended after an arrival, in order of arrival.
struct RecordCounts
{
    QList<RecordCount> items;
    qint64 arrival = 0; ///< all up to that are in it
    bool more = false;  ///< there are others behind
};

/// A record as the session has it; valid until the next one is read.
struct RecordView
{
    item::ItemId item{};
    qint32 row = 0; ///< in the item
    qint64 arrival = 0;
    QByteArrayView fields; ///< a JSON array by the columns of the job's recipe
    QByteArrayView url;    ///< of the item
};

/// One look at the records of a session file, over a connection of its own, on any one thread,
/// also while the store writes. A session from before there were records has none. `cancel` ends
/// each of them within milliseconds; what they answer then means nothing.
[[nodiscard]] tl::expected<RecordCounts, item::Failure>
countRecords(const QString &path, item::JobId job, qint64 afterArrival, qsizetype mostItems,
             const std::atomic_bool &cancel);

/// Some of an item's records.
struct RecordRange
{
    item::ItemId item{};
    qint32 first = 0;
    qint32 last = 0; ///< included
};

/// These records, in this order; each item's URL ahead of them.
[[nodiscard]] tl::expected<void, item::Failure>
readRecords(const QString &path, const QList<RecordRange> &ranges, const std::atomic_bool &cancel,
            const std::function<void(item::ItemId, QByteArrayView url)> &item,
            const std::function<void(const RecordView &)> &record);

/// All records of a job that ended after an arrival, in any order; tells up to which they are.
[[nodiscard]] tl::expected<qint64, item::Failure>
scanRecords(const QString &path, item::JobId job, qint64 afterArrival,
            const std::atomic_bool &cancel, const std::function<void(const RecordView &)> &take);

} // namespace trawl::store
