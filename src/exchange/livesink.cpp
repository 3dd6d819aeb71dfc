// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/livesink.h"
#include "exchange/exporttarget.h"
#include "exchange/filefailure.h"

namespace trawl::exchange {

tl::expected<std::unique_ptr<LiveSink>, item::Failure>
LiveSink::open(const QString &path, const ExportOptions &options, qint64 mark)
{
    const auto openLive = infoOf(options.format).openLive;
    if (!openLive)
        return tl::unexpected(fileFailure(QStringLiteral("a file of this format cannot grow")));
    const auto target = exportTarget(path);
    if (!target)
        return tl::unexpected(target.error());
    return openLive(*target, options, mark);
}

} // namespace trawl::exchange
