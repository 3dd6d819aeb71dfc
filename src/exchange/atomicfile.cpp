// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/atomicfile.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::exchange {

namespace {

item::Failure systemFailure(int error)
{
    const bool full = error == ENOSPC || error == EDQUOT;
    return {full ? item::Reason::DiskFull : item::Reason::FileError, 0, full,
            qt_error_string(error)};
}

bool syncDirectory(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    // A file system that cannot sync directories says EINVAL; there is nothing more to do there.
    const bool ok = ::fsync(fd) == 0 || errno == EINVAL;
    const int error = errno;
    ::close(fd);
    errno = error;
    return ok;
}

} // namespace

AtomicFile::AtomicFile(const QString &path)
    : m_target(path)
{
}

AtomicFile::~AtomicFile()
{
    m_file.close();
    if (!m_temporary.isEmpty())
        ::unlink(m_temporary.constData());
}

tl::expected<void, item::Failure> AtomicFile::open()
{
    if (const QFileInfo existing(m_target); existing.exists()) {
        if (!existing.isFile())
            return tl::unexpected(item::Failure{item::Reason::FileError, 0, false,
                                                QStringLiteral("not a regular file")});
        m_target = existing.canonicalFilePath();
    }
    const QFileInfo target(m_target);
    const QString prefix =
        target.absolutePath() + QStringLiteral("/.") + target.fileName().left(60) + u'.';
    int fd = -1;
    do {
        const auto unique = QString::number(QRandomGenerator::system()->generate(), 36);
        m_temporary = QFile::encodeName(prefix + unique);
        fd = ::open(m_temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (fd < 0 && errno == EEXIST);
    if (fd < 0) {
        m_temporary.clear();
        return tl::unexpected(systemFailure(errno));
    }
    struct stat old
    {
    };
    if (::stat(QFile::encodeName(m_target).constData(), &old) == 0)
        (void)::fchmod(fd, old.st_mode & 07777); // not ours: the umask's permissions do
    // Unbuffered, so that each write's count is the file's.
    if (!m_file.open(fd, QIODevice::WriteOnly | QIODevice::Unbuffered, QFile::AutoCloseHandle))
        return tl::unexpected(systemFailure(EBADF));
    return {};
}

tl::expected<void, item::Failure> AtomicFile::commit()
{
    if (::fsync(m_file.handle()) != 0)
        return tl::unexpected(systemFailure(errno));
    m_file.close();
    if (std::rename(m_temporary.constData(), QFile::encodeName(m_target).constData()) != 0)
        return tl::unexpected(systemFailure(errno));
    m_temporary.clear();
    if (!syncDirectory(QFileInfo(m_target).absolutePath()))
        return tl::unexpected(systemFailure(errno));
    return {};
}

} // namespace trawl::exchange
