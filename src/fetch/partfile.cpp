// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/partfile.h"

#include "fetch/partfolder.h"
#include "item/localfault.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

namespace trawl::fetch {

namespace {

constexpr qint64 largeBytes = 1 << 20;

/// False, with errno as it was, for what is neither a regular file nor a link.
bool unlinkFile(const PartFolder &folder)
{
    const int before = errno;
    struct stat info = {};
    if (::fstatat(folder.fd(), folder.name().constData(), &info, AT_SYMLINK_NOFOLLOW) == 0 &&
        (S_ISREG(info.st_mode) || S_ISLNK(info.st_mode)))
        return ::unlinkat(folder.fd(), folder.name().constData(), 0) == 0;
    errno = before;
    return false;
}

} // namespace

item::Failure fileFailure(const char *what, int error)
{
    return item::localFailure(
        error, QStringLiteral("%1: %2").arg(QString::fromLatin1(what), qt_error_string(error)));
}

FileHandle::~FileHandle()
{
    ::close(m_fd);
}

std::optional<QByteArray> FileHandle::read(qint64 offset, qint64 bytes) const
{
    QByteArray all(bytes, Qt::Uninitialized);
    for (qint64 done = 0; done < bytes;) {
        const auto count =
            ::pread(m_fd, all.data() + done, std::size_t(bytes - done), offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return std::nullopt;
        done += count;
    }
    return all;
}

PartFile::PartFile(QString path)
    : m_path(std::move(path))
{
}

bool PartFile::resume(std::list<Extent> extents)
{
    if (!open(0))
        return false;
    m_extents = std::move(extents);
    for (const auto &extent : m_extents)
        m_bytes += extent.hash.size();
    return true;
}

void PartFile::digest(item::HashAlgorithm algorithm)
{
    const auto same = [algorithm](const Digest &d) { return d.algorithm() == algorithm; };
    if (std::none_of(m_digests.begin(), m_digests.end(), same))
        m_digests.emplace_back(algorithm);
}

PartFile::Extent &PartFile::extentAt(qint64 offset)
{
    auto next = m_extents.begin();
    for (; next != m_extents.end() && next->first <= offset; ++next) {
        if (next->end() == offset)
            return *next;
    }
    Q_ASSERT(offset % item::BodyHash::blockBytes == 0);
    return *m_extents.insert(next, Extent{offset, {}});
}

bool PartFile::write(Extent &extent, const char *data, qint64 size)
{
    if (!m_file && !(open(O_CREAT | O_EXCL) && fits()))
        return false;
    const auto offset = extent.end();
    if (!put(offset, data, size))
        return false;
    const QByteArrayView bytes(data, size);
    extent.hash.add(bytes);
    if (offset == m_digested && !m_digests.empty()) {
        for (auto &digest : m_digests)
            digest.add(bytes);
        m_digested += size;
    }
    m_bytes += size;
    return true;
}

bool PartFile::put(qint64 offset, const char *data, qint64 size)
{
    for (qint64 done = 0; done < size;) {
        const auto count =
            ::pwrite(m_file->fd(), data + done, std::size_t(size - done), offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) // a full disk shows as a short count first, and as an error then
            return fail("write", count < 0 ? errno : ENOSPC);
        done += count;
    }
    return true;
}

bool PartFile::equals(qint64 offset, const char *data, qint64 size) const
{
    return m_file && m_file->read(offset, size) == QByteArray::fromRawData(data, size);
}

bool PartFile::finish()
{
    if (!m_file && !open(O_CREAT | O_EXCL))
        return false;
    if (!isOurs()) {
        m_failure = meddledFailure();
        return false;
    }
    // What an earlier attempt had beyond the end goes.
    struct stat info = {};
    if (::fstat(m_file->fd(), &info) != 0)
        return fail("stat", errno);
    return info.st_size == m_bytes || ::ftruncate(m_file->fd(), m_bytes) == 0 ||
           fail("truncate", errno);
}

bool PartFile::isOurs() const
{
    if (m_path.isEmpty())
        return m_file != nullptr;
    struct stat ours = {};
    struct stat there = {};
    const auto end = m_extents.empty() ? 0 : m_extents.back().end();
    return m_file && ::fstat(m_file->fd(), &ours) == 0 &&
           ::lstat(QFile::encodeName(m_path).constData(), &there) == 0 &&
           ours.st_dev == there.st_dev && ours.st_ino == there.st_ino && ours.st_size >= end;
}

bool PartFile::hasHoles() const
{
    if (!m_file || m_bytes == 0 || m_path.isEmpty())
        return false;
    const auto hole = ::lseek(m_file->fd(), 0, SEEK_HOLE);
    return hole >= 0 && hole < solidBytes();
}

qint64 PartFile::solidBytes() const
{
    qint64 end = 0;
    for (const auto &extent : m_extents) {
        if (extent.hash.size() == 0)
            continue; // its stream never brought a byte
        if (extent.first != end)
            break;
        end = extent.end();
    }
    return end;
}

quint64 PartFile::hash() const
{
    if (m_extents.size() == 1)
        return m_extents.front().hash.value();
    QList<quint64> blocks;
    for (const auto &extent : m_extents) {
        blocks += extent.hash.blocks();
        if (extent.end() % item::BodyHash::blockBytes != 0)
            blocks += extent.hash.tail();
    }
    return item::BodyHash::ofBlocks(blocks);
}

QList<PartState::Extent> PartFile::snapshot() const
{
    QList<PartState::Extent> list;
    for (const auto &extent : m_extents) {
        if (extent.hash.size() > 0)
            list.append(
                {extent.first, extent.hash.size(), extent.hash.blocks(), extent.hash.tail()});
    }
    return list;
}

bool PartFile::renameTo(const QString &path)
{
    if (m_path.isEmpty())
        return true;
    const PartFolder from(m_path);
    const PartFolder to(path);
    if (const int error = from.error() != 0 ? from.error() : to.error(); error != 0)
        return fail("rename", error);
    if (::renameat(from.fd(), from.name().constData(), to.fd(), to.name().constData()) != 0)
        return fail("rename", errno);
    m_path = path;
    return true;
}

void PartFile::remove()
{
    if (m_file && !m_path.isEmpty())
        PartFolder(m_path).remove();
    m_file.reset();
}

bool PartFile::openInMemory()
{
    const int fd = ::memfd_create("trawl body", MFD_CLOEXEC);
    if (fd < 0)
        return fail("memfd_create", errno);
    m_file = std::make_shared<FileHandle>(fd);
    return true;
}

bool PartFile::open(int flags)
{
    if (m_path.isEmpty())
        return openInMemory();
    const bool creates = (flags & O_CREAT) != 0;
    std::optional<PartFolder> folder(m_path);
    if (folder->error() == ENOENT && creates) // somebody has removed it
        folder.emplace(m_path, PartFolder::Missing::Make);
    if (folder->error() != 0)
        return fail("the folder .trawl cannot be entered", folder->error());
    const auto openNow = [&folder, all = O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags] {
        return ::openat(folder->fd(), folder->name().constData(), all, 0666);
    };
    int fd = openNow();
    // What lies there is not written into: it may be a link to something of the person's.
    if (fd < 0 && errno == EEXIST && unlinkFile(*folder))
        fd = openNow();
    if (fd < 0)
        return fail("open", errno);
    m_file = std::make_shared<FileHandle>(fd);
    return true;
}

bool PartFile::fits()
{
    struct statvfs disk = {};
    if (m_expected < largeBytes || ::fstatvfs(m_file->fd(), &disk) != 0)
        return true;
    // A file system that does not tell has no blocks at all.
    const auto room = quint64(disk.f_bavail) * disk.f_frsize;
    return disk.f_blocks == 0 || quint64(m_expected) <= room || fail("reserve", ENOSPC);
}

bool PartFile::fail(const char *what, int error)
{
    m_failure = fileFailure(what, error);
    return false;
}

item::Failure meddledFailure()
{
    return {item::Reason::Changed, 0, true,
            QStringLiteral("the part was changed by somebody: started again")};
}

qint64 changedNs(int fd)
{
    struct stat info = {};
    if (::fstat(fd, &info) != 0)
        return 0;
    return qint64(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
}

} // namespace trawl::fetch
