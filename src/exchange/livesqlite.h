// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/livesink.h"
#include "exchange/sqlitetable.h"

namespace trawl::exchange {

/// A SQLite file that grows. It is whole by itself at any time (a rollback journal, no WAL), so it
/// may be read and copied. A field's column has no declared type, its values have their own.
class LiveSqlite : public LiveSink
{
public:
    [[nodiscard]] static tl::expected<std::unique_ptr<LiveSink>, item::Failure>
    open(const QString &path, const ExportOptions &options, qint64 mark);

    [[nodiscard]] tl::expected<qint64, item::Failure>
    append(const QList<item::Result> &rows) override;
    [[nodiscard]] qint64 mark() const override { return m_mark; }

private:
    LiveSqlite(SqliteTable table, Where where);
    [[nodiscard]] tl::expected<void, item::Failure> begin();
    [[nodiscard]] tl::expected<void, item::Failure> goOn(qint64 mark);

    SqliteTable m_table;
    Where m_where;
    qint64 m_mark = 0;
};

} // namespace trawl::exchange
