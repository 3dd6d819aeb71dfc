// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/partfile.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::fetch {

namespace {

using item::BodyHash;

/// At most `size` bytes; fewer at the file's end or on an error.
QByteArray readAt(int fd, qint64 offset, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qint64 done = 0;
    while (done < size) {
        const auto count =
            ::pread(fd, bytes.data() + done, std::size_t(size - done), offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += count;
    }
    bytes.truncate(done);
    return bytes;
}

/// Reads an extent and keeps what hashes as it should. A bad block cuts it in two.
class Checker
{
public:
    Checker(int fd, bool trusted, const std::shared_ptr<std::atomic_bool> &stop)
        : m_fd(fd)
        , m_trusted(trusted)
        , m_stop(stop)
    {
    }

    void check(const PartState::Extent &extent)
    {
        m_last = nullptr;
        auto offset = extent.first;
        for (const auto hash : extent.blocks) {
            if (*m_stop)
                return;
            if (m_trusted || BodyHash::ofBlock(readAt(m_fd, offset, BodyHash::blockBytes)) == hash)
                at(offset).hash.addBlock(hash);
            else
                m_last = nullptr;
            offset += BodyHash::blockBytes;
        }
        if (*m_stop || offset == extent.end())
            return;
        const auto tail = readAt(m_fd, offset, extent.end() - offset);
        if (tail.size() == extent.end() - offset && BodyHash::ofBlock(tail) == extent.tail)
            at(offset).hash.add(tail);
    }
    [[nodiscard]] std::list<PartFile::Extent> take() { return std::move(m_extents); }

private:
    PartFile::Extent &at(qint64 offset)
    {
        if (!m_last)
            m_last = &m_extents.emplace_back(PartFile::Extent{offset, {}});
        return *m_last;
    }

    int m_fd;
    bool m_trusted;
    const std::shared_ptr<std::atomic_bool> &m_stop;
    std::list<PartFile::Extent> m_extents;
    PartFile::Extent *m_last = nullptr;
};

} // namespace

std::list<PartFile::Extent> checkedExtents(const QString &path, const PartState &state,
                                           const std::shared_ptr<std::atomic_bool> &stop)
{
    const int fd =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return {};
    const FileHandle file(fd);
    struct stat info = {};
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))
        return {};
    const auto end = state.extents.isEmpty() ? 0 : state.extents.last().end();
    const bool trusted =
        state.changedNs != 0 && changedNs(fd) == state.changedNs && info.st_size >= end;
    Checker checker(fd, trusted, stop);
    for (const auto &extent : state.extents)
        checker.check(extent);
    return checker.take();
}

} // namespace trawl::fetch
