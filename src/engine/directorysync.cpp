// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/directorysync.h"

#include <QFile>

#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace trawl::engine {

namespace {

void fsyncDirectory(const QString &directory)
{
    const int fd =
        ::open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return; // may be written, not read: the system writes it in its own time
    ::fsync(fd);
    ::close(fd);
}

} // namespace

DirectorySync::DirectorySync()
    : DirectorySync(&fsyncDirectory)
{
}

DirectorySync::DirectorySync(Sync sync)
    : m_sync(std::move(sync))
{
}

DirectorySync::~DirectorySync()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void DirectorySync::add(const QSet<QString> &directories)
{
    if (directories.isEmpty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.unite(directories);
    }
    if (!m_thread.joinable())
        m_thread = std::thread(&DirectorySync::run, this);
    m_wake.notify_one();
}

void DirectorySync::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending || !m_waiting.isEmpty()) {
        m_wake.wait(lock, [this] { return m_ending || !m_waiting.isEmpty(); });
        const auto directories = std::exchange(m_waiting, {});
        lock.unlock();
        for (const auto &directory : directories)
            m_sync(directory);
        lock.lock();
    }
}

} // namespace trawl::engine
