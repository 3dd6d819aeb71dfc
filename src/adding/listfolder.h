// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <atomic>

namespace trawl::adding {

/// The lists of a folder and of those in it.
struct FolderLists
{
    QStringList files; ///< paths, in order; at most 10 000
    QString error;     ///< the first folder that could not be read, and why; English
};

/// By suffix; hidden ones do not count, and links to folders are not followed. May take a while on
/// a network; `cancelled` ends it.
[[nodiscard]] FolderLists listsIn(const QString &folder, const std::atomic_bool *cancelled);

} // namespace trawl::adding
