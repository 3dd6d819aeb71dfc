// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/disksync.h"

#include <QFile>
#include <QSet>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::engine {

bool syncFileSystems(const QStringList &directories)
{
    QSet<quint64> seen;
    bool all = true;
    for (const auto &directory : directories) {
        const int fd =
            ::open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (fd < 0) {
            all = all && (errno == ENOENT || errno == ENOTDIR);
            continue;
        }
        struct stat info{};
        const bool known = ::fstat(fd, &info) == 0 && seen.contains(info.st_dev);
        seen.insert(info.st_dev);
        all = (known || ::syncfs(fd) == 0) && all;
        ::close(fd);
    }
    return all;
}

DiskSync::~DiskSync()
{
    if (m_thread.joinable())
        m_thread.join();
}

bool DiskSync::isDue(qint64 nowMs, quint64 lastBurst) const
{
    return isBehind(lastBurst) && !m_burst && !m_busy && !m_failed &&
           nowMs - m_closedMs >= intervalMs;
}

void DiskSync::closed(qint64 epoch, quint64 burst, qint64 nowMs)
{
    m_lastBurst = burst;
    m_epoch = epoch;
    m_burst = burst;
    m_closedMs = nowMs;
}

std::optional<quint64> DiskSync::waitsFor() const
{
    return m_burst;
}

void DiskSync::start(const QStringList &directories, const std::function<void(qint64)> &done)
{
    m_burst.reset();
    if (m_thread.joinable())
        m_thread.join(); // not busy: see isDue()
    m_busy = true;
    m_thread = std::thread([this, directories, epoch = m_epoch, done] {
        if (m_sync(directories))
            done(epoch);
        else
            m_failed = true;
        m_busy = false;
    });
}

} // namespace trawl::engine
