// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rowwriter.h"

namespace trawl::store {

namespace {

using Done = RowWriter::Done;

constexpr auto AddJob = "INSERT INTO jobs (id, name, directory, source, imported, digest, complete,"
                        " paused, created, options, cookies, rank, removed)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
constexpr auto UpdateJob =
    "UPDATE jobs SET name = ?2, directory = ?3, source = ?4, imported = ?5, digest = ?6,"
    " complete = ?7, paused = ?8, created = ?9, options = ?10, cookies = ?11,"
    " rank = ?12, removed = ?13 WHERE id = ?1";
constexpr auto AdvanceJob =
    "UPDATE jobs SET imported = ?2, digest = ?3, complete = ?4 WHERE id = ?1";
constexpr auto AddItem = "INSERT INTO items (id, job, url) VALUES (?1, ?2, ?3)";
constexpr auto AddOptions = "INSERT INTO item_options (id, options) VALUES (?1, ?2)";
constexpr auto SetDetails =
    "INSERT OR REPLACE INTO details (id, hops, note, fields) VALUES (?1, ?2, ?3, ?4)";
constexpr auto DropDetails = "DELETE FROM details WHERE id = ?1";
constexpr auto SetSynced = "UPDATE session SET synced = ?1";
constexpr auto SetFile = "UPDATE outcomes SET file = ?2 WHERE id = ?1";
constexpr auto SetOutcome =
    "INSERT OR REPLACE INTO outcomes (id, status, reason, code, attempts, bytes, xxh3, started,"
    " finished, duration_ms, file, detail, mime, etag, last_modified, final_url, epoch,"
    " verdict, dns_ms, connect_ms, tls_ms, first_byte_ms, sha256, arrival)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
    " nullif(?16, (SELECT url FROM items WHERE id = ?1)), ?17, ?18, ?19, ?20, ?21, ?22, ?23,"
    " ?24)";
constexpr auto SetArrivals = "UPDATE session SET arrivals = ?1";
constexpr auto AddPlace = "INSERT INTO places (id, parent, page, depth, carried, referrer)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
constexpr auto DropRecords = "DELETE FROM records WHERE item = ?1";
constexpr auto AddRecord = "INSERT INTO records (item, row, fields) VALUES (?1, ?2, ?3)";
constexpr auto SetSink =
    "INSERT OR REPLACE INTO sinks (path, arrival, items, mark) VALUES (?1, ?2, ?3, ?4)";
constexpr auto SetHost = "INSERT OR REPLACE INTO hosts (origin, paused, connections, bytes, starts)"
                         " VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr auto DropHost = "DELETE FROM hosts WHERE origin = ?1";
constexpr auto SetTurn = "INSERT OR REPLACE INTO turns (id, turn) VALUES (?1, ?2)";
constexpr auto SetLastRemoved = "UPDATE session SET last_removed = max(last_removed, ?1)";
constexpr auto AddRemovedFile =
    "INSERT OR REPLACE INTO removed_files (item, directory, file, bytes) VALUES (?1, ?2, ?3, ?4)";
constexpr auto DropRemovedFile = "DELETE FROM removed_files WHERE item = ?1";
/// All that is kept of an item.
constexpr const char *RemoveItems[] = {"DELETE FROM items WHERE id BETWEEN ?1 AND ?2",
                                       "DELETE FROM outcomes WHERE id BETWEEN ?1 AND ?2",
                                       "DELETE FROM details WHERE id BETWEEN ?1 AND ?2",
                                       "DELETE FROM item_options WHERE id BETWEEN ?1 AND ?2",
                                       "DELETE FROM places WHERE id BETWEEN ?1 AND ?2",
                                       "DELETE FROM turns WHERE id BETWEEN ?1 AND ?2",
                                       "DELETE FROM records WHERE item BETWEEN ?1 AND ?2"};

/// A running item is queued again after a restart.
item::Status storedStatus(item::Status status)
{
    return status == item::Status::Running ? item::Status::Queued : status;
}

} // namespace

tl::expected<RowWriter, item::Failure> RowWriter::make(const Database &database,
                                                       Redaction redaction)
{
    RowWriter writer;
    writer.m_redaction = redaction;
    const std::pair<Statement *, const char *> statements[] = {
        {&writer.m_addJob, AddJob},
        {&writer.m_updateJob, UpdateJob},
        {&writer.m_advanceJob, AdvanceJob},
        {&writer.m_addItem, AddItem},
        {&writer.m_setOutcome, SetOutcome},
        {&writer.m_setFile, SetFile},
        {&writer.m_setDetails, SetDetails},
        {&writer.m_dropDetails, DropDetails},
        {&writer.m_addOptions, AddOptions},
        {&writer.m_setSynced, SetSynced},
        {&writer.m_setArrivals, SetArrivals},
        {&writer.m_addPlace, AddPlace},
        {&writer.m_dropRecords, DropRecords},
        {&writer.m_addRecord, AddRecord},
        {&writer.m_setSink, SetSink},
        {&writer.m_setLastRemoved, SetLastRemoved},
        {&writer.m_setHost, SetHost},
        {&writer.m_dropHost, DropHost},
        {&writer.m_setTurn, SetTurn},
        {&writer.m_addRemovedFile, AddRemovedFile},
        {&writer.m_dropRemovedFile, DropRemovedFile}};
    for (const auto &[statement, sql] : statements) {
        auto prepared = database.prepare(sql);
        if (!prepared)
            return tl::unexpected(std::move(prepared.error()));
        *statement = std::move(*prepared);
    }
    for (const char *sql : RemoveItems) {
        auto prepared = database.prepare(sql);
        if (!prepared)
            return tl::unexpected(std::move(prepared.error()));
        writer.m_removeItems.push_back(std::move(*prepared));
    }
    const auto arrivals = database.value("SELECT arrivals FROM session");
    if (!arrivals)
        return tl::unexpected(arrivals.error());
    writer.m_arrivals = arrivals->toLongLong();
    return writer;
}

Done RowWriter::writeJob(Statement &statement, const JobRow &job) const
{
    // Bound bytes must live until the statement has run.
    const QByteArray options = m_redaction ? m_redaction(job.options) : job.options;
    statement.bind(1, qint64(job.id));
    statement.bindText(2, job.name);
    statement.bindText(3, job.directory);
    statement.bindBlob(4, job.source);
    statement.bind(5, job.imported);
    statement.bind(6, qint64(job.digest));
    statement.bind(7, job.complete);
    statement.bind(8, job.paused);
    statement.bind(9, job.createdMs);
    statement.bindUtf8(10, options);
    statement.bindUtf8(11, m_redaction ? QByteArrayView() : job.cookies);
    statement.bind(12, job.rank);
    statement.bind(13, qint64(job.removed));
    return statement.run();
}

Done RowWriter::addJob(const JobRow &job)
{
    return writeJob(m_addJob, job);
}

Done RowWriter::updateJob(const JobRow &job)
{
    return writeJob(m_updateJob, job);
}

Done RowWriter::import(const ImportBatch &batch)
{
    if (batch.urls) {
        if (auto done = writeUrls(*batch.urls); !done)
            return done;
    }
    for (const ImportBatch::Ended &ended : batch.ended) {
        ItemUpdate update{.id = ended.id, .status = ended.status};
        update.outcome.failure = {.reason = ended.reason, .detail = ended.detail};
        if (auto done = writeOutcome(update, 0); !done)
            return done;
    }
    if (auto done = writeOptions(batch.options); !done)
        return done;
    for (const Place &place : batch.places) {
        if (auto done = writePlace(place); !done)
            return done;
    }
    if (!batch.ended.isEmpty()) {
        if (auto done = writeArrivals(); !done)
            return done;
    }
    m_advanceJob.bind(1, qint64(batch.job.id));
    m_advanceJob.bind(2, batch.job.imported);
    m_advanceJob.bind(3, qint64(batch.job.digest));
    m_advanceJob.bind(4, batch.job.complete);
    return m_advanceJob.run();
}

/// A link's own headers, logins and the like.
Done RowWriter::writeOptions(const QList<ImportBatch::Options> &options)
{
    Done done;
    for (auto own = options.cbegin(); done && !m_redaction && own != options.cend(); ++own) {
        m_addOptions.bind(1, qint64(own->id));
        m_addOptions.bindUtf8(2, own->json);
        done = m_addOptions.run();
    }
    return done;
}

Done RowWriter::update(const QList<ItemUpdate> &updates, qint64 epoch)
{
    for (const ItemUpdate &update : updates) {
        const auto done = writeOutcome(update, epoch)
                              .and_then([&] { return writeDetails(update); })
                              .and_then([&] { return writeRecords(update); });
        if (!done)
            return done;
    }
    return writeArrivals();
}

Done RowWriter::writeArrivals()
{
    m_setArrivals.bind(1, m_arrivals);
    return m_setArrivals.run();
}

Done RowWriter::writePlace(const Place &place)
{
    m_addPlace.bind(1, qint64(place.id));
    m_addPlace.bind(2, qint64(place.parent));
    m_addPlace.bind(3, place.page);
    m_addPlace.bind(4, place.depth);
    m_addPlace.bindUtf8(5, place.carried);
    m_addPlace.bind(6, int(place.referrer));
    return m_addPlace.run();
}

Done RowWriter::writeRecords(const ItemUpdate &update)
{
    if (!update.records)
        return {};
    m_dropRecords.bind(1, qint64(update.id));
    if (auto done = m_dropRecords.run(); !done)
        return done;
    m_addRecord.bind(1, qint64(update.id));
    for (qsizetype row = 0; row < update.records->size(); ++row) {
        m_addRecord.bind(2, row);
        m_addRecord.bindUtf8(3, update.records->at(row));
        if (auto done = m_addRecord.run(); !done)
            return done;
    }
    return {};
}

Done RowWriter::setHost(const HostWish &host)
{
    const bool any =
        host.paused || host.connections > 0 || host.bytesPerSecond > 0 || host.startsPerSecond > 0;
    const auto starts = QByteArray::number(host.startsPerSecond, 'g', 17); // SQLite reads it
    Statement &row = any ? m_setHost : m_dropHost;
    row.bindUtf8(1, host.origin);
    if (any) {
        row.bind(2, host.paused);
        row.bind(3, host.connections);
        row.bind(4, host.bytesPerSecond);
        row.bindUtf8(5, starts);
    }
    return row.run();
}

Done RowWriter::setTurns(const QList<Turn> &turns)
{
    Done done;
    for (auto turn = turns.cbegin(); done && turn != turns.cend(); ++turn) {
        m_setTurn.bind(1, qint64(turn->id));
        m_setTurn.bind(2, turn->turn);
        done = m_setTurn.run();
    }
    return done;
}

Done RowWriter::setSink(const SinkRow &sink)
{
    m_setSink.bindText(1, sink.path);
    m_setSink.bind(2, sink.arrival);
    m_setSink.bind(3, sink.items);
    m_setSink.bind(4, sink.mark);
    return m_setSink.run();
}

Done RowWriter::setSynced(qint64 epoch)
{
    m_setSynced.bind(1, epoch);
    return m_setSynced.run();
}

Done RowWriter::remove(const Removal &removal)
{
    Done done;
    for (auto range = removal.items.cbegin(); done && range != removal.items.cend(); ++range)
        done = removeItems(*range);
    for (auto file = removal.files.cbegin(); done && file != removal.files.cend(); ++file) {
        m_addRemovedFile.bind(1, qint64(file->id));
        m_addRemovedFile.bindText(2, file->directory);
        m_addRemovedFile.bindText(3, file->file);
        m_addRemovedFile.bind(4, file->bytes);
        done = m_addRemovedFile.run();
    }
    return done;
}

Done RowWriter::removeItems(const ItemRange &range)
{
    m_setLastRemoved.bind(1, qint64(range.last));
    auto done = m_setLastRemoved.run();
    for (auto table = m_removeItems.begin(); done && table != m_removeItems.end(); ++table) {
        table->bind(1, qint64(range.first));
        table->bind(2, qint64(range.last));
        done = table->run();
    }
    return done;
}

Done RowWriter::forgetFiles(const QList<item::ItemId> &ids)
{
    Done done;
    for (auto id = ids.cbegin(); done && id != ids.cend(); ++id) {
        m_dropRemovedFile.bind(1, qint64(*id));
        done = m_dropRemovedFile.run();
    }
    return done;
}

Done RowWriter::setFile(item::ItemId id, const QString &file)
{
    m_setFile.bind(1, qint64(id));
    m_setFile.bindText(2, file);
    return m_setFile.run();
}

Done RowWriter::writeUrls(const item::UrlBlock &urls)
{
    m_addItem.bind(2, qint64(urls.job()));
    for (qsizetype index = 0; index < urls.size(); ++index) {
        m_addItem.bind(1, qint64(urls.first()) + index);
        m_addItem.bindUtf8(3, urls.url(index));
        if (auto done = m_addItem.run(); !done)
            return done;
    }
    return {};
}

Done RowWriter::writeOutcome(const ItemUpdate &update, qint64 epoch)
{
    const item::Outcome &outcome = update.outcome;
    Statement &row = m_setOutcome;
    row.bind(1, qint64(update.id));
    row.bind(2, qint64(storedStatus(update.status)));
    row.bind(3, qint64(outcome.failure.reason));
    row.bind(4, outcome.head.code != 0 ? outcome.head.code : outcome.failure.httpCode);
    row.bind(5, update.attempts);
    row.bind(6, outcome.bytes);
    row.bind(7, qint64(outcome.xxh3));
    row.bind(8, outcome.startedMs);
    row.bind(9, update.finishedMs);
    row.bind(10, outcome.durationMs);
    row.bindText(11, update.file);
    row.bindText(12, outcome.failure.detail);
    row.bindUtf8(13, outcome.head.mime);
    row.bindUtf8(14, outcome.head.etag);
    row.bindUtf8(15, outcome.head.lastModified);
    row.bindUtf8(16, outcome.finalUrl);
    row.bind(17, epoch);
    row.bind(18, qint64(outcome.verdict));
    row.bind(19, outcome.timings.dns);
    row.bind(20, outcome.timings.connect);
    row.bind(21, outcome.timings.tls);
    row.bind(22, outcome.timings.firstByte);
    row.bindBlob(23, outcome.sha256);
    row.bind(24, item::isFinal(update.status) ? ++m_arrivals : 0);
    return row.run();
}

Done RowWriter::writeDetails(const ItemUpdate &update)
{
    const item::Outcome &outcome = update.outcome;
    const QByteArray fields = m_redaction ? QByteArray() : outcome.head.fields; // Set-Cookie
    const bool any = !outcome.hops.isEmpty() || !outcome.note.isEmpty() || !fields.isEmpty();
    Statement &row = any ? m_setDetails : m_dropDetails;
    row.bind(1, qint64(update.id));
    if (!any)
        return row.run();
    const QByteArray hops = outcome.hops.join('\n');
    row.bindUtf8(2, hops);
    row.bindText(3, outcome.note);
    row.bindUtf8(4, fields);
    return row.run();
}

} // namespace trawl::store
