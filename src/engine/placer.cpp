// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/placer.h"

#include "naming/filename.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::engine {

namespace {

/// rename(2) that never replaces, also where the file system has no RENAME_NOREPLACE.
int renameNoReplace(const char *from, const char *to)
{
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (::link(from, to) != 0)
        return errno;
    ::unlink(from);
    return 0;
}

} // namespace

bool Placer::isFree(const QString &name) const
{
    if (m_reserved.contains(name))
        return false;
    struct stat info
    {
    };
    return ::lstat(QFile::encodeName(m_directory + u'/' + name).constData(), &info) != 0;
}

QString Placer::reserve(const QString &wanted)
{
    auto name = wanted;
    if (!isFree(name)) {
        auto &number = m_nextNumber[wanted];
        do {
            name = naming::numbered(wanted, ++number);
        } while (!isFree(name));
    }
    m_reserved.insert(name);
    return name;
}

Placed Placer::place(const QString &part, const QString &name)
{
    const auto from = QFile::encodeName(part);
    const auto to = QFile::encodeName(m_directory + u'/' + name);
    const int error = renameNoReplace(from.constData(), to.constData());
    if (error == 0)
        return Placed::Yes;
    if (error == EEXIST)
        return Placed::Taken;
    if (error == ENOENT)
        return Placed::Gone;
    m_error = QString::fromLocal8Bit(std::strerror(error));
    return Placed::Failed;
}

} // namespace trawl::engine
