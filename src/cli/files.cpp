// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/files.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace trawl::cli {

namespace {

/// An errno, by the rights that files are opened with.
int tryAccess(const QString &path, int mode)
{
    const auto name = QFile::encodeName(path);
    return ::faccessat(AT_FDCWD, name.constData(), mode, AT_EACCESS) == 0 ? 0 : errno;
}

QString systemReason(const QString &path, int error)
{
    const QFileInfo info(path);
    const auto words = qt_error_string(error);
    return error == ENOENT && info.isSymLink()
               ? QStringLiteral("%1 (it is a link to %2)").arg(words, info.symLinkTarget())
               : words;
}

QString cannotBe(const char *done, const QString &path, int error)
{
    return error == 0 ? QString()
                      : QStringLiteral("cannot be %1: %2")
                            .arg(QString::fromLatin1(done), systemReason(path, error));
}

} // namespace

int lookFor(const QString &path)
{
    return tryAccess(path, F_OK);
}

QString whyUnreadable(const QString &path)
{
    if (const int error = tryAccess(path, R_OK); error != 0)
        return cannotBe("read", path, error);
    const QFileInfo info(path);
    if (info.isDir())
        return QStringLiteral("is a folder; name the file in it");
    return info.isFile() ? QString() : QStringLiteral("is no regular file");
}

QString whyUnwritable(const QString &folder)
{
    const QString inside = folder + QStringLiteral("/."); // of a file there is none
    return cannotBe("written", folder, tryAccess(inside, W_OK | X_OK));
}

QString whyNoProgram(const QString &path)
{
    return cannotBe("started", path, tryAccess(path, X_OK));
}

QString whyNoSession(const QString &path)
{
    const int error = lookFor(path);
    if (error == 0)
        return {};
    return error == ENOENT
               ? QStringLiteral("there is no session %1").arg(path)
               : QStringLiteral("the session %1 %2").arg(path, cannotBe("read", path, error));
}

} // namespace trawl::cli
