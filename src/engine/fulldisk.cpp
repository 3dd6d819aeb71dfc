// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fulldisk.h"

#include <QFile>

#include <algorithm>

#include <sys/stat.h>

namespace trawl::engine {

std::optional<quint64> diskOf(QString directory)
{
    struct stat status = {};
    while (::stat(QFile::encodeName(directory).constData(), &status) != 0) {
        const auto slash = directory.lastIndexOf(u'/');
        if (slash < 0 || directory == u"/")
            return std::nullopt;
        directory.truncate(std::max<qsizetype>(slash, 1));
    }
    return status.st_dev;
}

} // namespace trawl::engine
