// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/database.h"

#include <sqlite3.h>

namespace trawl::store {

void Statement::Finalize::operator()(sqlite3_stmt *handle) const
{
    sqlite3_finalize(handle);
}

void Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_handle.get(), index, value);
}

void Statement::bindUtf8(int index, QByteArrayView text)
{
    // A null pointer would bind NULL.
    const char *data = text.isEmpty() ? "" : text.data();
    sqlite3_bind_text64(m_handle.get(), index, data, sqlite3_uint64(text.size()), SQLITE_STATIC,
                        SQLITE_UTF8);
}

void Statement::bindText(int index, const QString &text)
{
    if (text.isEmpty())
        return bindUtf8(index, QByteArrayView());
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(m_handle.get(), index, utf8.data(), sqlite3_uint64(utf8.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bindBlob(int index, QByteArrayView bytes)
{
    const char *data = bytes.isEmpty() ? "" : bytes.data();
    sqlite3_bind_blob64(m_handle.get(), index, data, sqlite3_uint64(bytes.size()), SQLITE_STATIC);
}

tl::expected<bool, item::Failure> Statement::next()
{
    const int code = sqlite3_step(m_handle.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    auto failure = failureOf(sqlite3_db_handle(m_handle.get()));
    reset();
    return tl::unexpected(std::move(failure));
}

tl::expected<void, item::Failure> Statement::run()
{
    if (auto row = next(); !row)
        return tl::unexpected(std::move(row.error()));
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_handle.get());
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_handle.get(), column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL;
}

QByteArrayView Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_handle.get(), column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_handle.get(), column)};
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

} // namespace trawl::store
