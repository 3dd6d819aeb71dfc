// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

namespace trawl::item {

/// Whose fault it is when this machine refuses a call.
enum class LocalFault : quint8 {
    Item,     ///< of this one file: its name, its size
    Disk,     ///< of the folder or the disk, for all files there; it may pass
    FullDisk, ///< there is no room for any file there
    System,   ///< there are too few descriptors, threads or memory: fewer at once would do
};

/// Of an errno (errno(3)).
[[nodiscard]] LocalFault localFault(int error);

/// The one rule for what follows: DiskFull and SystemLimit are nobody's attempt, a FileError of the
/// disk's is worth another try, and one of the item's is not.
[[nodiscard]] Failure localFailure(int error, const QString &detail);

} // namespace trawl::item
