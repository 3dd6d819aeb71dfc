// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/directories.h"

#include <QFile>
#include <QTemporaryFile>

#include <filesystem>

namespace trawl::engine {

tl::expected<bool, QString> makeDirectory(const QString &path)
{
    std::error_code error; // QDir::mkpath() tells no reason
    const bool made =
        std::filesystem::create_directories(QFile::encodeName(path).toStdString(), error);
    if (!error)
        return made;
    return tl::unexpected(
        QStringLiteral("%1 cannot be made: %2").arg(path, qt_error_string(error.value())));
}

QString whyNotWritable(const QString &directory)
{
    if (const auto made = makeDirectory(directory); !made)
        return made.error();
    QTemporaryFile probe(directory + QStringLiteral("/.trawl-XXXXXX"));
    return probe.open()
               ? QString()
               : QStringLiteral("%1 cannot be written: %2").arg(directory, probe.errorString());
}

} // namespace trawl::engine
