// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QStringList>

#include <atomic>
#include <functional>
#include <thread>

namespace trawl::engine {

enum class FileFate : quint8 {
    Gone,    ///< it is deleted, or was not there
    Changed, ///< another size, or no regular file, or behind a link: it stays
    Failed,  ///< the system did not let it go; see errno
};

/// Deletes the file if it is as the session knows it. Links on the way are not followed.
[[nodiscard]] FileFate removeFile(const store::RemovedFile &file);

/// Deletes the files of removed items on a thread of its own.
class FileRemoval
{
public:
    /// `done` gets the items that are dealt with, and a sentence for each file that stays, on the
    /// thread; it is not called when the rest is given up.
    using DoneCall = std::function<void(const QList<item::ItemId> &, const QStringList &)>;
    FileRemoval(QList<store::RemovedFile> files, DoneCall done);
    ~FileRemoval(); ///< gives up
    FileRemoval(const FileRemoval &) = delete;
    FileRemoval &operator=(const FileRemoval &) = delete;

private:
    std::atomic_bool m_stop = false;
    std::thread m_thread;
};

} // namespace trawl::engine
