// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QByteArrayView>

#include <tl/expected.hpp>

#include <memory>

struct sqlite3_stmt;

namespace trawl::store {

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

} // namespace trawl::store
