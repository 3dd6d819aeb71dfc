// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/ids.h"
#include "item/record.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <atomic>
#include <optional>

namespace trawl::engine {

/// Where a record is: in which item, and which of its.
struct RecordKey
{
    item::ItemId item{};
    qint32 row = 0;

    friend bool operator==(const RecordKey &, const RecordKey &) = default;
};

struct RecordRow
{
    RecordKey key;
    QByteArray url;      ///< of its item
    item::Record fields; ///< by the job's columns; empty = it is gone
};

/// How a table of records is sorted.
struct RecordOrder
{
    static constexpr int arrival = -1;

    int column = arrival; ///< of the job's columns; as many as there are = the link
    bool descending = false;

    friend bool operator==(const RecordOrder &, const RecordOrder &) = default;
};

/// The records of a job that came after an arrival, in order of arrival.
struct RecordList
{
    QList<RecordKey> keys;
    QList<item::ItemId> items; ///< all that ended, also those without a record
    qint64 arrival = 0;        ///< of the last of them
};

// Each reads the session on the caller's thread (never the window's), also while the engine runs;
// quick once Engine::keepArrivals() was called.

/// Which records are asked for, and how they are sorted.
struct RecordQuery
{
    item::JobId job{};
    qint64 afterArrival = 0;
    QString text; ///< only those that hold it in any field, in any case of letters
    RecordOrder order{};
};

/// Sorted numbers come before words, and what is not there last. `cancel` ends it early, and then
/// what there is means nothing.
[[nodiscard]] tl::expected<RecordList, item::Failure>
listRecords(const QString &sessionPath, const RecordQuery &query, const std::atomic_bool &cancel);

[[nodiscard]] tl::expected<QList<RecordRow>, item::Failure>
readRecords(const QString &sessionPath, const QList<RecordKey> &keys);

} // namespace trawl::engine
