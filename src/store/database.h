// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QByteArrayView>
#include <QString>

#include <tl/expected.hpp>

#include <atomic>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace trawl::store {

/// What went wrong in the last call on a connection, in SQLite's words and the system's. A full
/// disk is Reason::DiskFull, all else Reason::Session.
[[nodiscard]] item::Failure failureOf(sqlite3 *handle, const QString &path = {});

/// Reason::Session about a session file.
[[nodiscard]] item::Failure sessionFailure(const QString &path, const QString &words);

/// One prepared statement of a Database, which must outlive it. Bindings count from 1, columns
/// from 0, as in SQLite.
class Statement
{
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt *handle)
        : m_handle(handle)
    {
    }

    void bind(int index, qint64 value);
    /// The bytes must live until the statement has run.
    void bindUtf8(int index, QByteArrayView text);
    void bindText(int index, const QString &text);
    void bindBlob(int index, QByteArrayView bytes);

    /// The next row: false = no more. After an error or the end it starts anew.
    [[nodiscard]] tl::expected<bool, item::Failure> next();
    /// Runs a statement that has no rows, to be bound and run again.
    [[nodiscard]] tl::expected<void, item::Failure> run();
    /// Makes it ready to start anew with the same bindings; lets a read transaction end.
    void reset();

    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    /// Valid until the next call of next() or reset().
    [[nodiscard]] QByteArrayView bytes(int column) const;
    [[nodiscard]] QString text(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *handle) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_handle;
};

/// One connection to a session file; for one thread at a time.
class Database
{
public:
    enum class Mode {
        ReadWrite,
        ReadOnly,
        Immutable, ///< for a file that nobody writes, in a directory that cannot be written
    };

    /// The file must exist, and no link lead to it (realPath()). Reads nothing and changes nothing
    /// yet.
    [[nodiscard]] static tl::expected<Database, item::Failure> open(const QString &path, Mode mode);

    /// The first bytes as they lie on the disk, without a lock, a journal or the WAL; empty for an
    /// empty file. Read by way of SQLite, because closing a descriptor of our own would drop
    /// SQLite's locks (https://www.sqlite.org/howtocorrupt.html, 2.2).
    [[nodiscard]] QByteArray head() const;
    [[nodiscard]] bool isReadOnly() const;
    /// When off, closing leaves the file and its WAL as they are.
    void setCheckpointOnClose(bool on);
    /// What it does fails once that is true, which must live as long.
    void interruptBy(const std::atomic_bool &cancel);

    /// Runs statements whose rows do not matter.
    [[nodiscard]] tl::expected<void, item::Failure> exec(const QByteArray &sql);
    [[nodiscard]] tl::expected<Statement, item::Failure> prepare(const char *sql) const;
    /// The first column of the first row.
    [[nodiscard]] tl::expected<QByteArray, item::Failure> value(const char *sql) const;

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

} // namespace trawl::store
