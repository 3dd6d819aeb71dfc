// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sessionfile.h"

#include "store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringBuilder>

#include <cerrno>

namespace trawl::store {

namespace {

using Done = tl::expected<void, item::Failure>;

/// Zero and errno, where nothing can be seen.
struct stat lookAt(const QString &path)
{
    struct stat found = {};
    if (lstat(QFile::encodeName(path).constData(), &found) != 0)
        found = {};
    return found;
}

/// A link that could be resolved is not met here, one to a device or a pipe is named as that.
QString kindAt(const QString &path, const struct stat &found)
{
    struct stat target = {};
    if (S_ISLNK(found.st_mode) && stat(QFile::encodeName(path).constData(), &target) == 0 &&
        !S_ISREG(target.st_mode))
        return fileKind(target.st_mode);
    return fileKind(found.st_mode);
}

Done checkItself(const QString &real)
{
    const auto found = lookAt(real);
    if (found.st_mode == 0)
        return {}; // what keeps it from being seen is told when it is opened
    if (!S_ISREG(found.st_mode))
        return tl::unexpected(sessionFailure(
            real, kindAt(real, found) % u", and a session is a regular file: "
                                        u"name another file, or one that is not there yet"));
    // The second name would have a lock and a WAL of its own.
    if (found.st_nlink > 1)
        return tl::unexpected(sessionFailure(
            real, u"one file with " % QString::number(found.st_nlink) %
                      u" names (hard links), which two programs could write at once: make a copy "
                      u"of it and name that"));
    return {};
}

Done checkJournal(const QString &path)
{
    const auto found = lookAt(path);
    const bool usable = found.st_mode == 0 || (S_ISREG(found.st_mode) && found.st_nlink == 1);
    if (usable)
        return {};
    const auto kind = S_ISREG(found.st_mode) ? QStringLiteral("a file with another name elsewhere")
                                             : fileKind(found.st_mode);
    return tl::unexpected(
        sessionFailure(path, kind % u", in the place of a journal of Trawl's: remove it"));
}

} // namespace

QString realPath(const QString &path)
{
    const QFileInfo info(path);
    if (const QString real = info.canonicalFilePath(); !real.isEmpty())
        return real;
    const QString directory = QFileInfo(info.absolutePath()).canonicalFilePath();
    return directory.isEmpty() ? info.absoluteFilePath()
                               : QDir(directory).filePath(info.fileName());
}

Done checkSessionFile(const QString &real)
{
    auto done = checkItself(real);
    for (const auto suffix : {u"-wal", u"-shm", u"-journal"}) {
        if (done)
            done = checkJournal(real % QStringView(suffix));
    }
    return done;
}

QString fileKind(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFDIR:
        return QStringLiteral("a folder");
    case S_IFCHR:
    case S_IFBLK:
        return QStringLiteral("a device");
    case S_IFIFO:
        return QStringLiteral("a pipe");
    case S_IFSOCK:
        return QStringLiteral("a socket");
    case S_IFLNK:
        return QStringLiteral("a link that leads to no file");
    default:
        return QStringLiteral("no regular file");
    }
}

} // namespace trawl::store
