// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/livesqlite.h"
#include "exchange/filefailure.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <unistd.h>

namespace trawl::exchange {

namespace {

/// The file with what SQLite keeps beside it, which would be taken for the new one's.
tl::expected<void, item::Failure> removeDatabase(const QByteArray &path)
{
    for (const char *suffix : {"-journal", "-wal", "-shm", ""}) {
        if (::unlink((path + suffix).constData()) != 0 && errno != ENOENT)
            return tl::unexpected(systemFailure(errno));
    }
    return {};
}

} // namespace

LiveSqlite::LiveSqlite(SqliteTable table, Where where)
    : m_table(std::move(table))
    , m_where(std::move(where))
{
}

tl::expected<std::unique_ptr<LiveSink>, item::Failure>
LiveSqlite::open(const QString &path, const ExportOptions &options, qint64 mark)
{
    const auto table = ExportTable::make(options);
    if (!table)
        return tl::unexpected(table.error());
    if (mark > 0 && !QFileInfo::exists(path))
        return tl::unexpected(changedFile(QStringLiteral("the file is gone")));
    const auto target = QFile::encodeName(path);
    if (mark == 0) {
        if (auto removed = removeDatabase(target); !removed)
            return tl::unexpected(removed.error());
    }
    auto database = SqliteTable::open(target, *table, SqliteTable::Users::Many);
    if (!database)
        return tl::unexpected(database.error());
    std::unique_ptr<LiveSqlite> sink(new LiveSqlite(std::move(*database), options.where));
    if (auto ready = mark == 0 ? sink->begin() : sink->goOn(mark); !ready)
        return tl::unexpected(ready.error());
    return sink;
}

tl::expected<void, item::Failure> LiveSqlite::begin()
{
    return m_table.exec("PRAGMA synchronous = FULL").and_then([this] { return m_table.create(); });
}

tl::expected<void, item::Failure> LiveSqlite::goOn(qint64 mark)
{
    const auto fits = m_table.fits();
    if (!fits)
        return tl::unexpected(fits.error());
    if (!*fits)
        return tl::unexpected(changedFile(QStringLiteral("the file has other columns")));
    const auto last = m_table.highestRow();
    if (!last)
        return tl::unexpected(last.error());
    if (*last < mark)
        return tl::unexpected(changedFile(QStringLiteral("the file has fewer rows than it had")));
    m_mark = mark;
    return m_table.exec("PRAGMA synchronous = FULL").and_then([this, mark] {
        return m_table.removeBehind(mark);
    });
}

tl::expected<qint64, item::Failure> LiveSqlite::append(const QList<item::Result> &rows)
{
    tl::expected<void, item::Failure> done;
    auto mark = m_mark;
    bool isOpen = false;
    for (const auto &row : rows) {
        if (!m_where.matches(row))
            continue;
        if (!isOpen)
            done = m_table.exec("BEGIN IMMEDIATE");
        isOpen = true;
        if (done)
            done = m_table.insert(row);
        if (!done)
            break;
        mark = m_table.lastRow();
    }
    if (isOpen && done)
        done = m_table.exec("COMMIT");
    if (!done) {
        (void)m_table.exec("ROLLBACK"); // SQLite may have done it itself
        return tl::unexpected(done.error());
    }
    m_mark = mark;
    return m_mark;
}

} // namespace trawl::exchange
