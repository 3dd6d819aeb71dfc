// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scratch/hold.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::scratch {

Handle::Handle(int directory, const char *name, int flags)
    : m_descriptor(::openat(directory, name, flags | O_RDONLY | O_NONBLOCK | O_CLOEXEC))
{
}

Handle::~Handle()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool hold(int descriptor)
{
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return errno != EWOULDBLOCK;
    struct stat found = {};
    return ::fstat(descriptor, &found) == 0 && found.st_nlink > 0;
}

bool isAbandoned(int descriptor, mode_t kind)
{
    struct stat found = {};
    if (descriptor < 0 || ::fstat(descriptor, &found) != 0)
        return false;
    return found.st_uid == ::geteuid() && (found.st_mode & S_IFMT) == kind &&
           (kind == S_IFDIR || found.st_nlink == 1) && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
}

} // namespace trawl::scratch
