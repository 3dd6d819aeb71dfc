// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/statement.h"

#include <QString>

#include <atomic>

struct sqlite3;

namespace trawl::store {

/// What went wrong in the last call on a connection, in SQLite's words and the system's. A full
/// disk is Reason::DiskFull, all else Reason::Session.
[[nodiscard]] item::Failure failureOf(sqlite3 *handle, const QString &path = {});

/// Reason::Session about a session file.
[[nodiscard]] item::Failure sessionFailure(const QString &path, const QString &words);

/// One connection to a session file; for one thread at a time.
class Database
{
public:
    enum class Mode {
        ReadWrite,
        ReadOnly,
        Immutable, ///< for a file that nobody writes, in a directory that cannot be written
    };

    /// The file must exist. Reads nothing and changes nothing yet.
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
