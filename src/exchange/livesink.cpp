// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/livesink.h"
#include "exchange/filefailure.h"

#include <QFileInfo>

namespace trawl::exchange {

tl::expected<std::unique_ptr<LiveSink>, item::Failure>
LiveSink::open(const QString &path, const ExportOptions &options, qint64 mark)
{
    const auto openLive = infoOf(options.format).openLive;
    if (!openLive)
        return tl::unexpected(fileFailure(QStringLiteral("a file of this format cannot grow")));
    const QFileInfo file(path);
    if (file.exists() && !file.isFile())
        return tl::unexpected(fileFailure(QStringLiteral("not a regular file")));
    return openLive(path, options, mark);
}

} // namespace trawl::exchange
