// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/livesink.h"
#include "exchange/filefailure.h"
#include "exchange/livesqlite.h"
#include "exchange/livetext.h"

#include <QFileInfo>

namespace trawl::exchange {

bool LiveSink::canGrow(ExportFormat format)
{
    return format == ExportFormat::Csv || format == ExportFormat::Tsv ||
           format == ExportFormat::JsonLines || format == ExportFormat::Sqlite;
}

tl::expected<std::unique_ptr<LiveSink>, item::Failure>
LiveSink::open(const QString &path, const ExportOptions &options, qint64 mark)
{
    if (!canGrow(options.format))
        return tl::unexpected(fileFailure(QStringLiteral("a file of this format cannot grow")));
    const QFileInfo file(path);
    if (file.exists() && !file.isFile())
        return tl::unexpected(fileFailure(QStringLiteral("not a regular file")));
    if (options.format == ExportFormat::Sqlite)
        return LiveSqlite::open(path, options, mark);
    return LiveText::open(path, options, mark);
}

} // namespace trawl::exchange
