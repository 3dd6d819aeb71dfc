// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exporter.h"

#include <QList>

#include <memory>

namespace trawl::exchange {

/// A file of results that grows while the job runs, of a format that canGrow(). After a kill or a
/// power cut it has whole records only, and goes on without a double from the mark that the caller
/// keeps with what it knows to be written. For one thread.
class LiveSink
{
public:
    virtual ~LiveSink() = default;

    /// `mark` is what append() returned last as far as the caller has recorded it: all behind it is
    /// cut off. 0 = begin anew, whatever lies there. Reason::Changed = what lies there is not what
    /// the mark was taken of (shorter, gone, other columns); nothing was changed, and the caller
    /// may begin anew.
    [[nodiscard]] static tl::expected<std::unique_ptr<LiveSink>, item::Failure>
    open(const QString &path, const ExportOptions &options, qint64 mark);

    /// Adds the rows that options.where takes, all or none. They are on the disk when it returns
    /// the new mark; after a failure (disk full …) the file is as it was, and this may be tried
    /// again.
    [[nodiscard]] virtual tl::expected<qint64, item::Failure>
    append(const QList<item::Result> &rows) = 0;

    /// Where the file's last whole record ends: bytes, or SQLite's highest rowid.
    [[nodiscard]] virtual qint64 mark() const = 0;
};

} // namespace trawl::exchange
