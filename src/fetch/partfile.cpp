// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/partfile.h"

#include <QFile>

#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

namespace trawl::fetch {

namespace {

constexpr qint64 reserveFrom = 1 << 20;
// 1 GiB at once holds the event loop up for a quarter of a second on tmpfs.
constexpr qint64 reserveStep = 8 << 20;

bool isFull(int error)
{
    return error == ENOSPC || error == EDQUOT;
}

} // namespace

void PartFile::FreeHash::operator()(XXH3_state_s *state) const
{
    XXH3_freeState(state);
}

PartFile::PartFile(QString path)
    : m_path(QFile::encodeName(path))
{
}

PartFile::~PartFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
    if (m_created)
        ::unlink(m_path.constData());
}

bool PartFile::write(const char *data, qint64 size)
{
    if (m_fd < 0 && !open())
        return false;
    if (!m_hash) {
        m_hash.reset(XXH3_createState());
        XXH3_64bits_reset(m_hash.get());
    }
    if (!reserve() || !put(data, size))
        return false;
    XXH3_64bits_update(m_hash.get(), data, std::size_t(size));
    m_bytes += size;
    return true;
}

bool PartFile::put(const char *data, qint64 size)
{
    for (qint64 done = 0; done < size;) {
        const auto count = ::write(m_fd, data + done, std::size_t(size - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) // a full disk shows as a short count first, and as an error then
            return fail("write", count < 0 ? errno : ENOSPC);
        done += count;
    }
    return true;
}

bool PartFile::keep()
{
    if (m_fd < 0 && !open())
        return false;
    if (::close(std::exchange(m_fd, -1)) != 0 && errno != EINTR)
        return fail("close", errno);
    m_created = false;
    return true;
}

quint64 PartFile::hash() const
{
    return m_hash ? XXH3_64bits_digest(m_hash.get()) : XXH3_64bits(nullptr, 0);
}

bool PartFile::open()
{
    m_fd = ::open(m_path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (m_fd < 0)
        return fail("open", errno);
    m_created = true;
    return fits();
}

bool PartFile::fits()
{
    struct statvfs disk = {};
    if (m_expected < reserveFrom || ::fstatvfs(m_fd, &disk) != 0)
        return true;
    // A file system that does not tell has no blocks at all.
    const auto room = quint64(disk.f_bavail) * disk.f_frsize;
    return disk.f_blocks == 0 || quint64(m_expected) <= room || fail("reserve", ENOSPC);
}

// fallocate, not posix_fallocate: where the file system cannot, that one writes all the zeros.
bool PartFile::reserve()
{
    if (m_expected < reserveFrom || m_bytes < m_reserved || m_reserved >= m_expected)
        return true;
    const auto step = std::min(reserveStep, m_expected - m_reserved);
    if (::fallocate(m_fd, FALLOC_FL_KEEP_SIZE, m_reserved, step) != 0 && isFull(errno))
        return fail("reserve", errno);
    m_reserved += step;
    return true;
}

bool PartFile::fail(const char *what, int error)
{
    const auto reason = isFull(error) ? item::Reason::DiskFull : item::Reason::FileError;
    const auto detail = QStringLiteral("%1: %2").arg(QString::fromLatin1(what),
                                                     QString::fromLocal8Bit(std::strerror(error)));
    m_failure = {reason, 0, false, detail};
    return false;
}

} // namespace trawl::fetch
