// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/localfault.h"

#include <cerrno>

namespace trawl::item {

LocalFault localFault(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return LocalFault::FullDisk;
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case ENOBUFS:
    case EAGAIN:
        return LocalFault::System;
    case EACCES:
    case EHOSTDOWN:
    case ENODEV:
    case ENOENT:
    case ENOTCONN:
    case ENXIO:
    case EPERM:
    case EROFS:
    case ESTALE:
    case ETIMEDOUT:
        return LocalFault::Disk;
    default:
        return LocalFault::Item;
    }
}

Failure localFailure(int error, const QString &detail)
{
    switch (localFault(error)) {
    case LocalFault::FullDisk:
        return {Reason::DiskFull, 0, true, detail};
    case LocalFault::System:
        return {Reason::SystemLimit, 0, true, detail};
    case LocalFault::Disk:
        return {Reason::FileError, 0, true, detail};
    case LocalFault::Item:
        break;
    }
    return {Reason::FileError, 0, false, detail};
}

} // namespace trawl::item
