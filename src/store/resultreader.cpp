// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/itemloader.h"
#include "store/schema.h"
#include "store/store.h"

#include <QFileInfo>
#include <QStringBuilder>

namespace trawl::store {

namespace {

using Done = tl::expected<void, item::Failure>;

QByteArray selection(const ResultReader::Filter &filter)
{
    QByteArray sql = "SELECT items.id, job, url, outcomes.id, final_url, status, code, reason,"
                     " bytes, mime, file, attempts, duration_ms, started, finished"
                     " FROM items LEFT JOIN outcomes ON outcomes.id = items.id WHERE 1";
    if (filter.job)
        sql += " AND job = ?1";
    if (filter.status)
        sql += " AND coalesce(status, 0) = ?2";
    return sql + " ORDER BY items.id";
}

/// The snapshot begins with the first read.
tl::expected<Database, item::Failure> openSnapshot(const QString &path, Database::Mode mode)
{
    auto database = Database::open(path, mode);
    if (!database)
        return database;
    const auto begun =
        database->exec("BEGIN").and_then([&] { return checkSession(*database, path); });
    if (!begun)
        return tl::unexpected(begun.error());
    return database;
}

/// A reader of a WAL file needs the WAL's index beside it. Where that cannot be made and there is
/// nothing in a WAL, nobody writes, and the file alone is the session.
tl::expected<Database, item::Failure> openAnywhere(const QString &path)
{
    auto database = openSnapshot(path, Database::Mode::ReadOnly);
    if (database || QFileInfo(path % u"-wal").size() > 0)
        return database;
    auto alone = openSnapshot(path, Database::Mode::Immutable);
    return alone ? std::move(alone) : std::move(database);
}

} // namespace

class ResultReader::Private
{
public:
    Database database;
    Statement rows; // after its connection
    std::optional<item::Failure> failure;
    bool atEnd = false;

    [[nodiscard]] item::Result result() const;
};

item::Result ResultReader::Private::result() const
{
    item::Result result;
    result.id = item::ItemId(rows.number(0));
    result.job = item::JobId(rows.number(1));
    result.url = rows.bytes(2).toByteArray();
    if (rows.isNull(3))
        return result;
    result.finalUrl = rows.isNull(4) ? result.url : rows.bytes(4).toByteArray();
    result.status = statusOf(rows.number(5));
    result.code = int(rows.number(6));
    result.reason = reasonOf(rows.number(7));
    result.bytes = rows.number(8);
    result.mime = rows.bytes(9).toByteArray();
    result.file = rows.text(10);
    result.attempts = int(rows.number(11));
    result.durationMs = rows.number(12);
    result.startedMs = rows.number(13);
    result.finishedMs = rows.number(14);
    return result;
}

ResultReader::ResultReader()
    : d(std::make_unique<Private>())
{
}

ResultReader::~ResultReader() = default;

tl::expected<std::unique_ptr<ResultReader>, item::Failure> ResultReader::open(const QString &path,
                                                                              const Filter &filter)
{
    auto database = openAnywhere(path);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    auto rows = database->prepare(selection(filter).constData());
    if (!rows)
        return tl::unexpected(std::move(rows.error()));
    if (filter.job)
        rows->bind(1, qint64(*filter.job));
    if (filter.status)
        rows->bind(2, qint64(statusOf(qint64(*filter.status))));
    std::unique_ptr<ResultReader> reader(new ResultReader);
    reader->d->database = std::move(*database);
    reader->d->rows = std::move(*rows);
    return reader;
}

std::optional<item::Result> ResultReader::next()
{
    if (d->atEnd)
        return {};
    const auto row = d->rows.next();
    if (row && *row)
        return d->result();
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
