// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace trawl::engine {

/// Writes directories' entries to the disk on a thread of its own, so that a name outlives a power
/// cut and nobody waits for it. Directories that are asked for while one is being written wait
/// together, each once.
class DirectorySync
{
public:
    using Sync = std::function<void(const QString &)>;

    DirectorySync();                   ///< by fsync(2)
    explicit DirectorySync(Sync sync); ///< called on the thread
    ~DirectorySync();                  ///< when all is written
    DirectorySync(const DirectorySync &) = delete;
    DirectorySync &operator=(const DirectorySync &) = delete;

    void add(const QSet<QString> &directories);

private:
    void run();

    Sync m_sync;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    QSet<QString> m_waiting;
    bool m_ending = false;
    std::thread m_thread; // from the first directory on
};

} // namespace trawl::engine
