// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/filefailure.h"
#include "item/localfault.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace trawl::exchange {

item::Failure systemFailure(int error)
{
    return item::localFailure(error, qt_error_string(error));
}

item::Failure fileFailure(const QString &words)
{
    return {item::Reason::FileError, 0, false, words};
}

item::Failure changedFile(const QString &words)
{
    return {item::Reason::Changed, 0, false, words};
}

bool syncDirectory(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    // A file system that cannot sync directories says EINVAL; there is nothing more to do there.
    const bool ok = ::fsync(fd) == 0 || errno == EINVAL;
    const int error = errno;
    ::close(fd);
    errno = error;
    return ok;
}

} // namespace trawl::exchange
