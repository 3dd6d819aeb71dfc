// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordreader.h"

#include "store/reading.h"

namespace trawl::store {

namespace {

constexpr int withRecords = 3; // the schema's version

/// A snapshot of a session that may have records; none of an older one.
tl::expected<std::optional<Database>, item::Failure> openRecords(const QString &path,
                                                                 const std::atomic_bool &cancel)
{
    auto database = openSnapshot(path);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    const auto version = database->value("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() < withRecords)
        return std::nullopt;
    database->interruptBy(cancel);
    return std::optional(std::move(*database));
}

/// Between which ids the items of a job are; all of them where it is the only job, for to find out
/// takes a look at each item.
tl::expected<std::pair<qint64, qint64>, item::Failure> idsOf(const Database &database,
                                                             item::JobId job)
{
    auto row = database.prepare(
        "SELECT CASE WHEN (SELECT count(*) FROM jobs) > 1"
        " THEN (SELECT min(id) FROM items WHERE job = ?1) ELSE 0 END,"
        " CASE WHEN (SELECT count(*) FROM jobs) > 1"
        " THEN (SELECT max(id) FROM items WHERE job = ?1) ELSE 9223372036854775807 END");
    if (!row)
        return tl::unexpected(row.error());
    row->bind(1, qint64(job));
    const auto found = row->next();
    if (!found)
        return tl::unexpected(found.error());
    return std::pair(row->number(0), row->number(1));
}

/// Of some items, found by the index of arrivals.
constexpr auto Latest =
    "SELECT records.item, row, arrival, fields, url FROM outcomes"
    " JOIN items ON items.id = outcomes.id JOIN records ON records.item = outcomes.id"
    " WHERE arrival > ?2 AND job = ?1 ORDER BY arrival, row";
/// Of all items: three tables side by side in order of id, which is some times quicker than to
/// look each item up.
constexpr auto All =
    "SELECT records.item, row, arrival, fields, url FROM records"
    " CROSS JOIN items ON items.id = records.item CROSS JOIN outcomes ON outcomes.id = items.id"
    " WHERE job = ?1 AND arrival > ?2 AND records.item BETWEEN ?3 AND ?4";

} // namespace

tl::expected<RecordCounts, item::Failure> countRecords(const QString &path, item::JobId job,
                                                       qint64 afterArrival, qsizetype mostItems,
                                                       const std::atomic_bool &cancel)
{
    auto database = openRecords(path, cancel);
    if (!database)
        return tl::unexpected(database.error());
    RecordCounts counts{.items = {}, .arrival = afterArrival};
    if (!*database)
        return counts;
    const auto last = lastArrival(**database);
    auto rows = (*database)->prepare(
        "SELECT outcomes.id, arrival, (SELECT count(*) FROM records WHERE item = outcomes.id)"
        " FROM outcomes JOIN items ON items.id = outcomes.id"
        " WHERE arrival > ?2 AND job = ?1 ORDER BY arrival LIMIT ?3");
    if (!last || !rows)
        return tl::unexpected(last ? rows.error() : last.error());
    rows->bind(1, qint64(job));
    rows->bind(2, afterArrival);
    rows->bind(3, mostItems);
    auto more = rows->next();
    for (; more && *more; more = rows->next())
        counts.items.append(
            {item::ItemId(rows->number(0)), rows->number(1), qint32(rows->number(2))});
    if (!more)
        return tl::unexpected(more.error());
    counts.more = counts.items.size() == mostItems;
    counts.arrival = counts.more ? counts.items.last().arrival : *last;
    return counts;
}

tl::expected<void, item::Failure>
readRecords(const QString &path, const QList<RecordRange> &ranges, const std::atomic_bool &cancel,
            const std::function<void(item::ItemId, QByteArrayView)> &item,
            const std::function<void(const RecordView &)> &record)
{
    auto database = openRecords(path, cancel);
    if (!database)
        return tl::unexpected(database.error());
    if (!*database)
        return {};
    auto urls = (*database)->prepare("SELECT url FROM items WHERE id = ?1");
    auto rows = (*database)->prepare("SELECT row, fields FROM records WHERE item = ?1 AND "
                                     "row BETWEEN ?2 AND ?3 ORDER BY row");
    if (!urls || !rows)
        return tl::unexpected(urls ? rows.error() : urls.error());
    for (const auto &[id, first, last] : ranges) {
        urls->bind(1, qint64(id));
        const auto url = urls->next();
        if (!url)
            return tl::unexpected(url.error());
        item(id, *url ? urls->bytes(0) : QByteArrayView());
        urls->reset();
        rows->bind(1, qint64(id));
        rows->bind(2, first);
        rows->bind(3, last);
        auto more = rows->next();
        for (; more && *more; more = rows->next())
            record({.item = id, .row = qint32(rows->number(0)), .fields = rows->bytes(1)});
        if (!more)
            return tl::unexpected(more.error());
    }
    return {};
}

tl::expected<qint64, item::Failure> scanRecords(const QString &path, item::JobId job,
                                                qint64 afterArrival, const std::atomic_bool &cancel,
                                                const std::function<void(const RecordView &)> &take)
{
    auto database = openRecords(path, cancel);
    if (!database)
        return tl::unexpected(database.error());
    if (!*database)
        return afterArrival;
    const bool all = afterArrival == 0;
    const auto last = lastArrival(**database);
    const auto ids = all ? idsOf(**database, job) : std::pair<qint64, qint64>();
    auto rows = (*database)->prepare(all ? All : Latest);
    if (!last || !ids || !rows)
        return tl::unexpected(!last ? last.error() : !ids ? ids.error() : rows.error());
    rows->bind(1, qint64(job));
    rows->bind(2, afterArrival);
    if (all) {
        rows->bind(3, ids->first);
        rows->bind(4, ids->second);
    }
    auto more = rows->next();
    for (; more && *more; more = rows->next())
        take({item::ItemId(rows->number(0)), qint32(rows->number(1)), rows->number(2),
              rows->bytes(3), rows->bytes(4)});
    if (!more)
        return tl::unexpected(more.error());
    return *last;
}

} // namespace trawl::store
