// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/atomicfile.h"
#include "exchange/exporttarget.h"
#include "exchange/filefailure.h"

#include "scratch/hold.h"
#include "scratch/sweep.h"

#include <QFileInfo>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::exchange {

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
    const auto real = exportTarget(m_target);
    if (!real)
        return tl::unexpected(real.error());
    m_target = *real;
    scratch::sweepHalfFiles(QFileInfo(m_target).absolutePath());
    const int fd = makeTemporary();
    if (fd < 0)
        return tl::unexpected(systemFailure(errno));
    struct stat old{};
    if (::stat(QFile::encodeName(m_target).constData(), &old) == 0)
        (void)::fchmod(fd, old.st_mode & 07777); // not ours: the umask's permissions do
    // Unbuffered, so that each write's count is the file's.
    if (!m_file.open(fd, QIODevice::WriteOnly | QIODevice::Unbuffered, QFile::AutoCloseHandle))
        return tl::unexpected(systemFailure(EBADF));
    return {};
}

/// A descriptor, or -1 and errno.
int AtomicFile::makeTemporary()
{
    const QFileInfo target(m_target);
    for (;;) {
        m_temporary = QFile::encodeName(target.absolutePath() + u'/' +
                                        scratch::halfFileName(target.fileName()));
        const int fd =
            ::open(m_temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno == EEXIST)
            continue;
        if (fd < 0)
            m_temporary.clear();
        if (fd < 0 || scratch::hold(fd))
            return fd;
        ::close(fd);
    }
}

tl::expected<void, item::Failure> AtomicFile::commit()
{
    if (::fsync(m_file.handle()) != 0)
        return tl::unexpected(systemFailure(errno));
    if (std::rename(m_temporary.constData(), QFile::encodeName(m_target).constData()) != 0)
        return tl::unexpected(systemFailure(errno));
    m_temporary.clear();
    m_file.close(); // until now it was held
    if (!syncDirectory(QFileInfo(m_target).absolutePath()))
        return tl::unexpected(systemFailure(errno));
    return {};
}

tl::expected<void, item::Failure> writeWhole(const QString &path, const QByteArray &bytes)
{
    AtomicFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    for (QByteArrayView rest(bytes); !rest.isEmpty();) {
        const auto written = file.device().write(rest.data(), rest.size());
        if (written <= 0)
            return tl::unexpected(fileFailure(file.device().errorString()));
        rest = rest.sliced(written);
    }
    return file.commit();
}

} // namespace trawl::exchange
