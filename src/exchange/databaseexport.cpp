// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/databaseexport.h"
#include "exchange/sqlitetable.h"

namespace trawl::exchange {

namespace {

tl::expected<qint64, item::Failure> writeRows(SqliteTable &database, const RowSource &rows)
{
    // The file is thrown away if anything goes wrong, so it needs no journal.
    auto done = database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                              "PRAGMA locking_mode = EXCLUSIVE; BEGIN");
    if (done)
        done = database.create();
    qint64 count = 0;
    for (auto row = rows(); done; row = rows()) {
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        done = database.insert(**row);
        ++count;
    }
    if (done)
        done = database.declareTypes();
    if (done)
        done = database.exec("COMMIT");
    if (!done)
        return tl::unexpected(done.error());
    return count;
}

} // namespace

tl::expected<qint64, item::Failure> writeDatabase(const QByteArray &path, const RowSource &rows,
                                                  const ExportTable &table)
{
    auto database = SqliteTable::open(path, table, SqliteTable::Users::OnlyThis);
    if (!database)
        return tl::unexpected(database.error());
    return writeRows(*database, rows);
}

} // namespace trawl::exchange
