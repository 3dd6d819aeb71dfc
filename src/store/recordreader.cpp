// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordreader.h"

#include "store/reading.h"

namespace trawl::store {

namespace {

constexpr int withRecords = 3; // the schema's version

/// A snapshot of a session that may have records; none of an older one.
tl::expected<std::optional<Database>, item::Failure> openRecords(const QString &path)
{
    auto database = openSnapshot(path);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    const auto version = database->value("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() < withRecords)
        return std::nullopt;
    return std::optional(std::move(*database));
}

RecordText recordOf(const Statement &row, int firstColumn)
{
    return {item::ItemId(row.number(firstColumn)), qint32(row.number(firstColumn + 1)),
            row.bytes(firstColumn + 2).toByteArray()};
}

} // namespace

tl::expected<QList<RecordCount>, item::Failure> countRecords(const QString &path, item::JobId job,
                                                             qint64 afterArrival)
{
    auto database = openRecords(path);
    if (!database)
        return tl::unexpected(database.error());
    QList<RecordCount> counts;
    if (!*database)
        return counts;
    auto rows = (*database)->prepare(
        "SELECT outcomes.id, arrival, (SELECT count(*) FROM records WHERE item = outcomes.id)"
        " FROM outcomes JOIN items ON items.id = outcomes.id"
        " WHERE arrival > ?2 AND job = ?1 ORDER BY arrival");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(1, qint64(job));
    rows->bind(2, afterArrival);
    auto more = rows->next();
    for (; more && *more; more = rows->next())
        counts.append({item::ItemId(rows->number(0)), rows->number(1), qint32(rows->number(2))});
    if (!more)
        return tl::unexpected(more.error());
    return counts;
}

tl::expected<void, item::Failure>
readRecords(const QString &path, const QList<RecordRange> &ranges,
            const std::function<void(item::ItemId, const QByteArray &)> &item,
            const std::function<void(const RecordText &)> &record)
{
    auto database = openRecords(path);
    if (!database)
        return tl::unexpected(database.error());
    if (!*database)
        return {};
    auto urls = (*database)->prepare("SELECT url FROM items WHERE id = ?1");
    auto rows = (*database)->prepare("SELECT item, row, fields FROM records WHERE item = ?1 AND "
                                     "row BETWEEN ?2 AND ?3 ORDER BY row");
    if (!urls || !rows)
        return tl::unexpected(urls ? rows.error() : urls.error());
    for (const auto &[id, first, last] : ranges) {
        urls->bind(1, qint64(id));
        const auto url = urls->next();
        if (!url)
            return tl::unexpected(url.error());
        item(id, *url ? urls->bytes(0).toByteArray() : QByteArray());
        urls->reset();
        rows->bind(1, qint64(id));
        rows->bind(2, first);
        rows->bind(3, last);
        auto more = rows->next();
        for (; more && *more; more = rows->next())
            record(recordOf(*rows, 0));
        if (!more)
            return tl::unexpected(more.error());
    }
    return {};
}

tl::expected<void, item::Failure>
scanRecords(const QString &path, item::JobId job, qint64 afterArrival,
            const std::function<bool(qint64, const RecordText &)> &take)
{
    auto database = openRecords(path);
    if (!database)
        return tl::unexpected(database.error());
    if (!*database)
        return {};
    auto rows = (*database)->prepare(
        "SELECT arrival, records.item, row, fields, url FROM outcomes"
        " JOIN items ON items.id = outcomes.id JOIN records ON records.item = outcomes.id"
        " WHERE arrival > ?2 AND job = ?1 ORDER BY arrival, row");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(1, qint64(job));
    rows->bind(2, afterArrival);
    auto more = rows->next();
    while (more && *more) {
        auto record = recordOf(*rows, 1);
        record.url = rows->bytes(4).toByteArray();
        if (!take(rows->number(0), record))
            break;
        more = rows->next();
    }
    if (!more)
        return tl::unexpected(more.error());
    return {};
}

} // namespace trawl::store
