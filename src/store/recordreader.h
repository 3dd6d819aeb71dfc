// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <functional>

namespace trawl::store {

/// How many records an item of a job has, and when it ended (Result::arrival).
struct RecordCount
{
    item::ItemId item{};
    qint64 arrival = 0;
    qint32 records = 0;
};

/// A record as the session has it.
struct RecordText
{
    item::ItemId item{};
    qint32 row = 0;    ///< in the item
    QByteArray fields; ///< a JSON array by the columns of the job's recipe
    QByteArray url{};  ///< of the item, when all are scanned
};

/// One look at the records of a session file, over a connection of its own, on any one thread,
/// also while the store writes. A session from before there were records has none.
[[nodiscard]] tl::expected<QList<RecordCount>, item::Failure>
countRecords(const QString &path, item::JobId job, qint64 afterArrival);

/// Some of an item's records.
struct RecordRange
{
    item::ItemId item{};
    qint32 first = 0;
    qint32 last = 0; ///< included
};

/// These records, in this order; each item's URL ahead of them.
[[nodiscard]] tl::expected<void, item::Failure>
readRecords(const QString &path, const QList<RecordRange> &ranges,
            const std::function<void(item::ItemId, const QByteArray &url)> &item,
            const std::function<void(const RecordText &)> &record);

/// All records of a job that ended after that, in order of arrival, until `take` says false.
[[nodiscard]] tl::expected<void, item::Failure>
scanRecords(const QString &path, item::JobId job, qint64 afterArrival,
            const std::function<bool(qint64 arrival, const RecordText &)> &take);

} // namespace trawl::store
