// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "item/localfault.h"

#include <QFile>
#include <QStringBuilder>
#include <QUrl>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace trawl::store {

namespace {

constexpr int HeadSize = 100; // https://www.sqlite.org/fileformat2.html, 1.3
constexpr int BusyTimeoutMs = 1000;

/// The system's number behind an error of the files; 0 = none. A COMMIT that failed does not tell
/// it by sqlite3_system_errno(), but the file that it wrote to knows.
int systemError(sqlite3 *handle, int code)
{
    if ((code & 0xff) != SQLITE_IOERR && (code & 0xff) != SQLITE_CANTOPEN)
        return 0;
    int error = sqlite3_system_errno(handle);
    for (const int which : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
        sqlite3_file *file = nullptr;
        sqlite3_file_control(handle, "main", which, &file);
        if (error == 0 && file != nullptr && file->pMethods != nullptr)
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
    }
    return error;
}

bool isFull(int code, int system)
{
    return (code & 0xff) == SQLITE_FULL || system == EFBIG ||
           item::localFault(system) == item::LocalFault::FullDisk;
}

QByteArray fileName(const QString &path, Database::Mode mode)
{
    if (mode == Database::Mode::Immutable)
        return QUrl::fromLocalFile(path).toEncoded() + "?immutable=1";
    return QFile::encodeName(path);
}

} // namespace

item::Failure failureOf(sqlite3 *handle, const QString &path)
{
    const int code = sqlite3_extended_errcode(handle);
    item::Failure failure;
    const char *name = sqlite3_db_filename(handle, "main"); // none when it could not be opened
    failure.detail = (path.isEmpty() ? QFile::decodeName(name) : path) % u": " %
                     QString::fromUtf8(sqlite3_errmsg(handle)) % u" (SQLite " %
                     QString::number(code) % u')';
    const int system = systemError(handle, code);
    if (system != 0)
        failure.detail += u": " % qt_error_string(system);
    failure.temporary = isFull(code, system);
    failure.reason = failure.temporary ? item::Reason::DiskFull : item::Reason::Session;
    return failure;
}

item::Failure sessionFailure(const QString &path, const QString &words)
{
    return {.reason = item::Reason::Session, .detail = path % u": " % words};
}

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

void Database::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

tl::expected<Database, item::Failure> Database::open(const QString &path, Mode mode)
{
    int flags = mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    flags |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
    if (mode == Mode::Immutable)
        flags |= SQLITE_OPEN_URI;
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(fileName(path, mode).constData(), &handle, flags, nullptr);
    Database database;
    database.m_handle.reset(handle);
    if (code != SQLITE_OK)
        return tl::unexpected(failureOf(handle, path));
    sqlite3_busy_timeout(handle, BusyTimeoutMs);
    return database;
}

QByteArray Database::head() const
{
    sqlite3_file *file = nullptr;
    sqlite3_file_control(m_handle.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    sqlite3_int64 size = 0;
    if (file == nullptr || file->pMethods == nullptr ||
        file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return {};
    QByteArray head(int(qMin<sqlite3_int64>(size, HeadSize)), '\0');
    if (!head.isEmpty() &&
        file->pMethods->xRead(file, head.data(), int(head.size()), 0) != SQLITE_OK)
        return {};
    return head;
}

bool Database::isReadOnly() const
{
    return sqlite3_db_readonly(m_handle.get(), "main") != 0;
}

void Database::setCheckpointOnClose(bool on)
{
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr);
}

void Database::interruptBy(const std::atomic_bool &cancel)
{
    constexpr int steps = 1000; // of SQLite's machine between two looks, some 10 µs
    const auto wanted = [](void *flag) -> int {
        return *static_cast<const std::atomic_bool *>(flag) ? 1 : 0;
    };
    sqlite3_progress_handler(m_handle.get(), steps, wanted,
                             const_cast<std::atomic_bool *>(&cancel)); // read only
}

tl::expected<void, item::Failure> Database::exec(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle.get(), sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(failureOf(m_handle.get()));
    return {};
}

tl::expected<Statement, item::Failure> Database::prepare(const char *sql) const
{
    sqlite3_stmt *handle = nullptr;
    if (sqlite3_prepare_v3(m_handle.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr) !=
        SQLITE_OK)
        return tl::unexpected(failureOf(m_handle.get()));
    return Statement(handle);
}

tl::expected<QByteArray, item::Failure> Database::value(const char *sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::unexpected(std::move(statement.error()));
    const auto row = statement->next();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement->bytes(0).toByteArray() : QByteArray();
}

} // namespace trawl::store
