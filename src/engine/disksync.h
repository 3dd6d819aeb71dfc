// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <atomic>
#include <functional>
#include <optional>
#include <thread>

namespace trawl::engine {

/// Writes the file systems of the directories to the disk (syncfs(2)), each once; false when one
/// could not be. A directory that is gone has nothing to be written. May take seconds.
[[nodiscard]] bool syncFileSystems(const QStringList &directories);

/// When the epochs of a session end (see store): an epoch is closed, the files of its items get
/// their names, their file systems are written on a thread of its own, and only then the epoch
/// counts as synced. Time is an argument.
class DiskSync
{
public:
    static constexpr qint64 intervalMs = 10'000;

    using Sync = std::function<bool(const QStringList &)>;
    explicit DiskSync(Sync sync = syncFileSystems)
        : m_sync(std::move(sync))
    {
    }
    ~DiskSync();
    DiskSync(const DiskSync &) = delete;
    DiskSync &operator=(const DiskSync &) = delete;

    /// Something was stored since the last epoch was closed.
    [[nodiscard]] bool isBehind(quint64 lastBurst) const { return lastBurst != m_lastBurst; }
    /// It is time to close the epoch. Never after a sync that failed: nothing counts as synced
    /// then.
    [[nodiscard]] bool isDue(qint64 nowMs, quint64 lastBurst) const;
    /// The epoch was closed; `burst` is the last one of the ledger that belongs to it.
    void closed(qint64 epoch, quint64 burst, qint64 nowMs);
    /// The last burst that must be carried out before start(); nullopt = nothing waits.
    [[nodiscard]] std::optional<quint64> waitsFor() const;
    /// Begins to write; `done` gets the epoch on the thread, unless it could not be written.
    void start(const QStringList &directories, const std::function<void(qint64)> &done);

private:
    Sync m_sync;
    std::thread m_thread;
    std::atomic_bool m_busy = false;
    std::atomic_bool m_failed = false;
    quint64 m_lastBurst = 0;
    qint64 m_closedMs = 0;
    qint64 m_epoch = 0;
    std::optional<quint64> m_burst;
};

} // namespace trawl::engine
