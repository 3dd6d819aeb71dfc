// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/ids.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <atomic>
#include <limits>

namespace trawl::engine {

/// Where a record is: in which item, and which of its.
struct RecordKey
{
    item::ItemId item{};
    qint32 row = 0;

    friend bool operator==(const RecordKey &, const RecordKey &) = default;
};

/// A value as a person sees it.
struct RecordCell
{
    QString text;
    bool isNumber = false;
    bool isCut = false; ///< there is more of it than was asked for
};

struct RecordRow
{
    QByteArray url;          ///< of its item
    QList<RecordCell> cells; ///< by the job's columns; empty = it is gone
};

/// How a table of records is sorted.
struct RecordOrder
{
    static constexpr int arrival = -1;

    int column = arrival; ///< of the job's columns
    bool byLink = false;  ///< instead
    bool descending = false;

    friend bool operator==(const RecordOrder &, const RecordOrder &) = default;
};

/// The records of a job that came after an arrival, in order of arrival unless another was asked
/// for.
struct RecordList
{
    QList<RecordKey> keys;
    QList<item::ItemId> items; ///< those that ended, also without a record, if not all were listed
    qint64 arrival = 0;        ///< all up to that are in it
    bool more = false;         ///< there are others behind
};

// Each reads the session on the caller's thread (never the window's), also while the engine runs;
// quick once Engine::keepArrivals() was called. `cancel` ends it within milliseconds, and then what
// there is means nothing.

/// Which records are asked for, and how they are sorted.
struct RecordQuery
{
    item::JobId job{};
    qint64 afterArrival = 0;
    QString text; ///< only those that hold it in any field, in any case of letters
    RecordOrder order{};
    qsizetype mostItems = 0; ///< of those, where nothing is sorted or left out; 0 = all
};

/// Sorted numbers come before words, and what is not there last.
[[nodiscard]] tl::expected<RecordList, item::Failure>
listRecords(const QString &sessionPath, const RecordQuery &query, const std::atomic_bool &cancel);

/// One row a key; of long values no more than `mostText` characters.
[[nodiscard]] tl::expected<QList<RecordRow>, item::Failure>
readRecords(const QString &sessionPath, const QList<RecordKey> &keys,
            const std::atomic_bool &cancel,
            qsizetype mostText = std::numeric_limits<qsizetype>::max());

} // namespace trawl::engine
