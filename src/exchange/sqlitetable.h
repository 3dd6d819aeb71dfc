// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exporttable.h"

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace trawl::exchange {

/// The table "results" in a SQLite file that others read: one row a result, real columns. Lists and
/// objects are JSON text, true is 1. For one thread.
class SqliteTable
{
public:
    /// Who opens the file. What nobody else knows of needs no locks of SQLite's, which on network
    /// file systems are in the way of the lock that holds the file (scratch/hold.h).
    enum class Users : quint8 { Many, OnlyThis };
    /// Opens or makes the file; changes nothing in it. `path` is in the file system's encoding.
    [[nodiscard]] static tl::expected<SqliteTable, item::Failure>
    open(const QByteArray &path, const ExportTable &table, Users users);

    [[nodiscard]] tl::expected<void, item::Failure> exec(const QByteArray &sql);
    [[nodiscard]] tl::expected<void, item::Failure> create();
    /// True when the file is SQLite's and has such a table with the same columns.
    [[nodiscard]] tl::expected<bool, item::Failure> fits();
    /// The highest rowid; 0 = no row.
    [[nodiscard]] tl::expected<qint64, item::Failure> highestRow();
    [[nodiscard]] tl::expected<void, item::Failure> removeBehind(qint64 row);
    [[nodiscard]] tl::expected<void, item::Failure> insert(const item::Result &result);
    [[nodiscard]] qint64 lastRow() const;
    /// Declares each field's type by what was inserted: INTEGER, REAL, TEXT; none where a field
    /// holds numbers and texts. create() cannot know it.
    [[nodiscard]] tl::expected<void, item::Failure> declareTypes();

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    struct Finalize
    {
        void operator()(sqlite3_stmt *handle) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    explicit SqliteTable(const ExportTable &table)
        : m_table(table)
        , m_seen(table.size())
    {
    }
    [[nodiscard]] tl::expected<Statement, item::Failure> prepare(const QByteArray &sql);
    void bind(int index, const Cell &cell);
    [[nodiscard]] QByteArray createSql() const;
    [[nodiscard]] QByteArray rowIdName() const;
    [[nodiscard]] QByteArray type(qsizetype column) const;
    [[nodiscard]] item::Failure failure() const;

    /// What a field's cells were so far.
    struct Seen
    {
        bool integer = false;
        bool real = false;
        bool text = false;
    };

    ExportTable m_table;
    QList<Seen> m_seen;
    std::unique_ptr<sqlite3, Close> m_handle;
    Statement m_insert; ///< goes before its connection
};

} // namespace trawl::exchange
