// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"

#include "store/itemloader.h"
#include "store/schema.h"
#include "store/sessionfile.h"

#include <QFileInfo>

namespace trawl::store {

namespace {

using Done = tl::expected<void, item::Failure>;

/// The snapshot begins with the first read.
tl::expected<Database, item::Failure> beginReading(const QString &path, Database::Mode mode)
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

constexpr auto Counts = "SELECT job, coalesce(status, 0), coalesce(reason, 0), coalesce(code, 0),"
                        " count(*) FROM items LEFT JOIN outcomes ON outcomes.id = items.id"
                        " WHERE job NOT IN (SELECT id FROM jobs WHERE removed)"
                        " GROUP BY 1, 2, 3, 4";
constexpr auto Item =
    "SELECT items.id, job, url, outcomes.id, final_url, status, code, reason, bytes, mime, file,"
    " attempts, duration_ms, started, finished, sha256, arrival, detail, etag, last_modified, "
    "xxh3, verdict,"
    " dns_ms, connect_ms, tls_ms, first_byte_ms, hops, note, fields, item_options.options,"
    " places.parent, places.depth, (SELECT url FROM items AS pages WHERE pages.id = places.parent)"
    " FROM items"
    " LEFT JOIN outcomes ON outcomes.id = items.id LEFT JOIN details ON details.id = items.id"
    " LEFT JOIN item_options ON item_options.id = items.id"
    " LEFT JOIN places ON places.id = items.id"
    " WHERE items.id = ?1 AND job NOT IN (SELECT id FROM jobs WHERE removed)";

JobRow::Removed removedOf(qint64 number)
{
    return number < 0 || number > qint64(JobRow::Removed::Last) ? JobRow::Removed::Yes
                                                                : JobRow::Removed(number);
}

/// For who looks at a session from outside, also while its items are on their way out.
void leaveOutRemoved(QList<JobRow> &jobs)
{
    jobs.removeIf([](const JobRow &job) { return job.removed != JobRow::Removed::No; });
}

item::Details detailsOf(const Statement &row)
{
    item::Details details;
    details.result = resultOf(row);
    if (!row.isNull(29))
        details.options = item::linkOptionsFromJson(row.bytes(29).toByteArray());
    if (!row.isNull(30)) {
        details.foundAt = {item::ItemId(row.number(30)), row.bytes(32).toByteArray(),
                           int(row.number(31))};
    }
    if (row.isNull(3))
        return details;
    details.detail = details.result.detail;
    details.etag = row.bytes(18).toByteArray();
    details.lastModified = row.bytes(19).toByteArray();
    details.xxh3 = quint64(row.number(20));
    const auto verdict = row.number(21);
    if (verdict > 0 && verdict <= qint64(item::Verdict::Last))
        details.verdict = item::Verdict(verdict);
    details.timings = {qint32(row.number(22)), qint32(row.number(23)), qint32(row.number(24)),
                       qint32(row.number(25))};
    if (const auto hops = row.bytes(26); !hops.isEmpty())
        details.hops = hops.toByteArray().split('\n');
    details.note = row.text(27);
    details.fields = row.bytes(28).toByteArray();
    return details;
}

Done readCounts(const Database &database, QList<StatusCount> &counts)
{
    return forEachRow(database, Counts, [&](const Statement &row) {
        counts.append({item::JobId(row.number(0)), statusOf(row.number(1)), reasonOf(row.number(2)),
                       int(row.number(3)), row.number(4)});
    });
}

Done readDetails(const Database &database, const QList<item::ItemId> &ids,
                 QList<item::Details> &items)
{
    auto row = database.prepare(Item);
    for (auto id = ids.cbegin(); row && id != ids.cend(); ++id) {
        row->bind(1, qint64(*id));
        const auto found = row->next();
        if (!found)
            return tl::unexpected(found.error());
        if (*found)
            items.append(detailsOf(*row));
        row->reset();
    }
    return row ? Done() : tl::unexpected(row.error());
}

} // namespace

tl::expected<Database, item::Failure> openSnapshot(const QString &sessionPath)
{
    const QString path = realPath(sessionPath);
    if (auto usable = checkSessionFile(path); !usable)
        return tl::unexpected(std::move(usable.error()));
    // A reader of a WAL file needs the WAL's index beside it. Where that cannot be made and there
    // is nothing in a WAL, nobody writes, and the file alone is the session.
    auto database = beginReading(path, Database::Mode::ReadOnly);
    if (database || QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        return database;
    auto alone = beginReading(path, Database::Mode::Immutable);
    return alone ? std::move(alone) : std::move(database);
}

Done forEachRow(const Database &database, const char *sql,
                const std::function<void(const Statement &)> &take)
{
    auto rows = database.prepare(sql);
    if (!rows)
        return tl::unexpected(std::move(rows.error()));
    auto more = rows->next();
    for (; more && *more; more = rows->next())
        take(*rows);
    return more ? Done() : tl::unexpected(more.error());
}

Done readJobs(const Database &database, QList<JobRow> &jobs)
{
    const auto version = database.value("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    const auto sql = QByteArray("SELECT id, name, directory, source, imported, digest, complete,"
                                " paused, created, ") +
                     (version->toInt() >= 2 ? "options, cookies" : "'', ''") +
                     (version->toInt() >= 4 ? ", rank, removed" : ", id - 1, 0") +
                     " FROM jobs ORDER BY id";
    return forEachRow(database, sql.constData(), [&](const Statement &row) {
        jobs.append({.id = item::JobId(row.number(0)),
                     .name = row.text(1),
                     .directory = row.text(2),
                     .source = row.bytes(3).toByteArray(),
                     .imported = row.number(4),
                     .digest = quint64(row.number(5)),
                     .complete = row.number(6) != 0,
                     .paused = row.number(7) != 0,
                     .createdMs = row.number(8),
                     .options = row.bytes(9).toByteArray(),
                     .cookies = row.bytes(10).toByteArray(),
                     .rank = int(row.number(11)),
                     .removed = removedOf(row.number(12))});
    });
}

tl::expected<QList<JobRow>, item::Failure> readJobs(const QString &path)
{
    auto database = openSnapshot(path);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    QList<JobRow> jobs;
    const auto read = readJobs(*database, jobs);
    leaveOutRemoved(jobs);
    return read.map([&jobs] { return std::move(jobs); });
}

item::Result resultOf(const Statement &row)
{
    item::Result result;
    result.id = item::ItemId(row.number(0));
    result.job = item::JobId(row.number(1));
    result.url = row.bytes(2).toByteArray();
    if (row.isNull(3))
        return result;
    result.finalUrl = row.isNull(4) ? result.url : row.bytes(4).toByteArray();
    result.status = statusOf(row.number(5));
    result.code = int(row.number(6));
    result.reason = reasonOf(row.number(7));
    result.bytes = row.number(8);
    result.mime = row.bytes(9).toByteArray();
    result.file = row.text(10);
    result.attempts = int(row.number(11));
    result.durationMs = row.number(12);
    result.startedMs = row.number(13);
    result.finishedMs = row.number(14);
    result.sha256 = row.bytes(15).toByteArray().toHex();
    result.arrival = row.number(16);
    result.detail = row.text(17);
    return result;
}

tl::expected<qint64, item::Failure> countArrivals(const QString &path, qint64 upTo)
{
    auto database = openSnapshot(path);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    const auto sql =
        "SELECT count(*) FROM outcomes WHERE arrival BETWEEN 1 AND " + QByteArray::number(upTo);
    const auto count = database->value(sql.constData());
    if (!count)
        return tl::unexpected(count.error());
    return count->toLongLong();
}

tl::expected<qint64, item::Failure> lastArrival(const Database &database)
{
    return database.value("SELECT arrivals FROM session").map([](const QByteArray &last) {
        return last.toLongLong();
    });
}

tl::expected<qint64, item::Failure> lastArrival(const QString &path)
{
    auto database = openSnapshot(path);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    return lastArrival(*database);
}

tl::expected<SessionView, item::Failure> readSession(const QString &path,
                                                     const QList<item::ItemId> &ids)
{
    auto database = openSnapshot(path);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    const auto version = database->value("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() < newestVersion())
        return tl::unexpected(sessionFailure(
            path, QStringLiteral("made by an older Trawl: go on with it once, then ask again")));
    SessionView view;
    const auto read = readJobs(*database, view.jobs).and_then([&] {
        return ids.isEmpty() ? readCounts(*database, view.counts)
                             : readDetails(*database, ids, view.items);
    });
    if (!read)
        return tl::unexpected(read.error());
    leaveOutRemoved(view.jobs);
    return view;
}

} // namespace trawl::store
