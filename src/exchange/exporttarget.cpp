// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exporttarget.h"
#include "exchange/filefailure.h"

#include <QFileInfo>

namespace trawl::exchange {

tl::expected<QString, item::Failure> exportTarget(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return tl::unexpected(fileFailure(QStringLiteral("not a regular file")));
    if (info.exists())
        return info.canonicalFilePath();
    if (info.isSymLink())
        return tl::unexpected(fileFailure(
            QStringLiteral("a link to %1, where no file is").arg(info.symLinkTarget())));
    return info.absoluteFilePath();
}

} // namespace trawl::exchange
