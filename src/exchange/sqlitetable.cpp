// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sqlitetable.h"
#include "exchange/filefailure.h"
#include "item/localfault.h"

#include <cerrno>

#include <sqlite3.h>

namespace trawl::exchange {

namespace {

QByteArray quotedName(QByteArray name)
{
    return '"' + name.replace('"', "\"\"") + '"';
}

bool isInteger(const QByteArray &number)
{
    bool ok = false;
    (void)number.toLongLong(&ok);
    return ok;
}

} // namespace

void SqliteTable::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

void SqliteTable::Finalize::operator()(sqlite3_stmt *handle) const
{
    sqlite3_finalize(handle);
}

tl::expected<SqliteTable, item::Failure> SqliteTable::open(const QByteArray &path,
                                                           const ExportTable &table, Users users)
{
    SqliteTable result(table);
    sqlite3 *handle = nullptr;
    const int code =
        sqlite3_open_v2(path.constData(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                        users == Users::OnlyThis ? "unix-none" : nullptr);
    result.m_handle.reset(handle);
    if (code != SQLITE_OK)
        return tl::unexpected(result.failure());
    sqlite3_busy_timeout(handle, 5000); // somebody reads what grows
    return result;
}

item::Failure SqliteTable::failure() const
{
    auto *handle = m_handle.get();
    if (!handle)
        return systemFailure(ENOMEM);
    const auto words = QString::fromUtf8(sqlite3_errmsg(handle));
    const int error = sqlite3_system_errno(handle);
    const int code = sqlite3_errcode(handle);
    if (code == SQLITE_FULL ||
        (code == SQLITE_IOERR && item::localFault(error) == item::LocalFault::FullDisk))
        return {item::Reason::DiskFull, 0, true, words};
    return fileFailure(words);
}

tl::expected<SqliteTable::Statement, item::Failure> SqliteTable::prepare(const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_handle.get(), sql.constData(), int(sql.size()), &statement, nullptr) !=
        SQLITE_OK)
        return tl::unexpected(failure());
    return Statement(statement);
}

tl::expected<void, item::Failure> SqliteTable::exec(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle.get(), sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(failure());
    return {};
}

QByteArray SqliteTable::type(qsizetype column) const
{
    const auto kind = m_table.kind(column);
    if (kind != CellKind::Null)
        return kind == CellKind::Number ? " INTEGER" : " TEXT";
    const auto &seen = m_seen[column];
    if (seen.integer || seen.real)
        return seen.text ? "" : seen.real ? " REAL" : " INTEGER";
    return seen.text ? " TEXT" : "";
}

QByteArray SqliteTable::createSql() const
{
    QByteArray sql = "CREATE TABLE results (";
    for (qsizetype i = 0; i < m_table.size(); ++i)
        sql += (i == 0 ? "\n  " : ",\n  ") + quotedName(m_table.name(i)) + type(i);
    return sql + "\n)";
}

tl::expected<void, item::Failure> SqliteTable::create()
{
    return exec(createSql());
}

tl::expected<bool, item::Failure> SqliteTable::fits()
{
    const auto info = prepare("SELECT name FROM pragma_table_info('results') ORDER BY cid");
    if (sqlite3_errcode(m_handle.get()) == SQLITE_NOTADB)
        return false;
    if (!info)
        return tl::unexpected(info.error());
    qsizetype column = 0;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(info->get())) == SQLITE_ROW) {
        const QByteArray name(reinterpret_cast<const char *>(sqlite3_column_text(info->get(), 0)));
        if (column == m_table.size() || name != m_table.name(column))
            return false;
        ++column;
    }
    if (code != SQLITE_DONE)
        return tl::unexpected(failure());
    return column == m_table.size();
}

/// A column may have one of the rowid's three names.
QByteArray SqliteTable::rowIdName() const
{
    const auto isColumn = [this](const QByteArray &name) {
        for (qsizetype i = 0; i < m_table.size(); ++i) {
            if (m_table.name(i).compare(name, Qt::CaseInsensitive) == 0)
                return true;
        }
        return false;
    };
    for (const char *name : {"rowid", "oid"}) {
        if (!isColumn(name))
            return name;
    }
    return "_rowid_";
}

tl::expected<qint64, item::Failure> SqliteTable::highestRow()
{
    const auto statement = prepare("SELECT max(" + rowIdName() + ") FROM results");
    if (!statement)
        return tl::unexpected(statement.error());
    if (sqlite3_step(statement->get()) != SQLITE_ROW)
        return tl::unexpected(failure());
    return sqlite3_column_int64(statement->get(), 0);
}

tl::expected<void, item::Failure> SqliteTable::removeBehind(qint64 row)
{
    return exec("DELETE FROM results WHERE " + rowIdName() + " > " + QByteArray::number(row));
}

tl::expected<void, item::Failure> SqliteTable::insert(const item::Result &result)
{
    if (!m_insert) {
        QByteArray places("?");
        places += QByteArray(",?").repeated(m_table.size() - 1);
        auto statement = prepare("INSERT INTO results VALUES (" + places + ')');
        if (!statement)
            return tl::unexpected(statement.error());
        m_insert = std::move(*statement);
    }
    for (qsizetype i = 0; i < m_table.size(); ++i) {
        const auto cell = m_table.cell(result, i);
        bind(int(i) + 1, cell);
        auto &seen = m_seen[i];
        if (cell.kind == CellKind::Flag)
            seen.integer = true;
        else if (cell.kind == CellKind::Number)
            (isInteger(cell.text) ? seen.integer : seen.real) = true;
        else if (cell.kind != CellKind::Null)
            seen.text = true;
    }
    const int code = sqlite3_step(m_insert.get());
    const auto why = code == SQLITE_DONE ? item::Failure() : failure();
    sqlite3_reset(m_insert.get());
    if (code != SQLITE_DONE)
        return tl::unexpected(why);
    return {};
}

void SqliteTable::bind(int index, const Cell &cell)
{
    auto *statement = m_insert.get();
    switch (cell.kind) {
    case CellKind::Null:
        sqlite3_bind_null(statement, index);
        return;
    case CellKind::Flag:
        sqlite3_bind_int(statement, index, cell.text == "true");
        return;
    case CellKind::Number:
        if (isInteger(cell.text))
            sqlite3_bind_int64(statement, index, cell.text.toLongLong());
        else
            sqlite3_bind_double(statement, index, cell.text.toDouble());
        return;
    case CellKind::Text:
    case CellKind::Json:
        sqlite3_bind_text64(statement, index, cell.text.constData(),
                            sqlite3_uint64(cell.text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
        return;
    }
}

qint64 SqliteTable::lastRow() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

// A column's type cannot be altered; a copy of the table would write everything twice.
tl::expected<void, item::Failure> SqliteTable::declareTypes()
{
    if (auto on = exec("PRAGMA writable_schema = ON"); !on)
        return on;
    const auto sql = createSql();
    auto update = prepare("UPDATE sqlite_schema SET sql = ?1 WHERE name = 'results'");
    if (!update)
        return tl::unexpected(update.error());
    sqlite3_bind_text(update->get(), 1, sql.constData(), int(sql.size()), SQLITE_TRANSIENT);
    if (sqlite3_step(update->get()) != SQLITE_DONE)
        return tl::unexpected(failure());
    update->reset();
    return exec("PRAGMA writable_schema = RESET");
}

} // namespace trawl::exchange
