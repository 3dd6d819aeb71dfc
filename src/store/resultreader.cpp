// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/itemloader.h"
#include "store/reading.h"
#include "store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace trawl::store {

namespace {

using Done = tl::expected<void, item::Failure>;

QByteArray selection(const ResultReader::Filter &filter, int version)
{
    const bool scrapes = version >= 3;
    const bool records = scrapes && filter.records;
    QByteArray sql = "SELECT items.id, job, url, outcomes.id, final_url, status, code, reason,"
                     " bytes, mime, file, attempts, duration_ms, started, finished, " +
                     QByteArray(version >= 2 ? "sha256" : "x''") + ", " +
                     QByteArray(scrapes ? "arrival, " : "0, ") + "detail, " +
                     QByteArray(records ? "fields" : "NULL");
    // From what is asked for to what belongs to it.
    sql += filter.after ? " FROM outcomes JOIN items ON items.id = outcomes.id"
                        : " FROM items LEFT JOIN outcomes ON outcomes.id = items.id";
    if (records)
        sql += " LEFT JOIN records ON records.item = items.id";
    sql += version >= 4 ? " WHERE job NOT IN (SELECT id FROM jobs WHERE removed)" : " WHERE 1";
    if (filter.items)
        return sql + " AND items.id = ?1" + (records ? " ORDER BY row" : "");
    if (filter.job)
        sql += " AND job = ?1";
    if (filter.status)
        sql += " AND coalesce(status, 0) = ?2";
    if (filter.after)
        sql += " AND arrival > ?3";
    sql += filter.after ? " ORDER BY arrival" : " ORDER BY items.id";
    return records ? sql + ", row" : sql;
}

/// What was found is looked into here only, when somebody wants to see it.
item::Record recordOf(const Statement &row)
{
    constexpr int fields = 18;
    if (row.isNull(fields))
        return {};
    item::Record record;
    const auto json = row.bytes(fields);
    const auto array =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size())).array();
    for (const auto &value : array)
        record.append(value);
    return record;
}

} // namespace

class ResultReader::Private
{
public:
    Database database;
    Statement rows; // after its connection
    std::optional<item::Failure> failure;
    std::shared_ptr<const std::vector<item::ItemId>> items; ///< null = all that the rows give
    std::size_t nextItem = 0;
    bool atEnd = false;

    /// To the next row: of the statement, or of the next item that has one.
    [[nodiscard]] tl::expected<bool, item::Failure> advance();
};

tl::expected<bool, item::Failure> ResultReader::Private::advance()
{
    for (;;) {
        if (!items || nextItem > 0) {
            auto row = rows.next();
            if (!row || *row || !items)
                return row;
        }
        if (nextItem == items->size())
            return false;
        rows.reset();
        rows.bind(1, qint64((*items)[nextItem++]));
    }
}

ResultReader::ResultReader()
    : d(std::make_unique<Private>())
{
}

ResultReader::~ResultReader() = default;

tl::expected<std::unique_ptr<ResultReader>, item::Failure> ResultReader::open(const QString &path,
                                                                              const Filter &filter)
{
    auto database = openSnapshot(path);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    const auto version = database->value("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    auto rows = database->prepare(selection(filter, version->toInt()).constData());
    if (!rows)
        return tl::unexpected(std::move(rows.error()));
    if (filter.job && !filter.items)
        rows->bind(1, qint64(*filter.job));
    if (filter.status && !filter.items)
        rows->bind(2, qint64(statusOf(qint64(*filter.status))));
    if (filter.after && !filter.items)
        rows->bind(3, *filter.after);
    std::unique_ptr<ResultReader> reader(new ResultReader);
    reader->d->database = std::move(*database);
    reader->d->rows = std::move(*rows);
    reader->d->items = filter.items;
    return reader;
}

std::optional<item::Result> ResultReader::next()
{
    if (d->atEnd)
        return {};
    const auto row = d->advance();
    if (row && *row) {
        auto result = resultOf(d->rows);
        result.record = recordOf(d->rows);
        return result;
    }
    d->atEnd = true;
    if (!row)
        d->failure = row.error();
    return {};
}

std::optional<item::Failure> ResultReader::failure() const
{
    return d->failure;
}

} // namespace trawl::store
