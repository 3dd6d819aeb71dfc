// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sessionlock.h"

#include "store/database.h"
#include "store/sessionfile.h"

#include <QFile>
#include <QStringBuilder>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace trawl::store {

namespace {

enum class Attempt { Taken, Held, Removed, Error };

/// The former owner may have removed the file between our open() and our flock(): then the lock is
/// on a file that nobody else will find.
bool isStillThere(int descriptor, const QByteArray &path)
{
    struct stat ours = {};
    struct stat there = {};
    return fstat(descriptor, &ours) == 0 && lstat(path.constData(), &there) == 0 &&
           ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

Attempt tryLock(int descriptor, const QByteArray &path)
{
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? Attempt::Held : Attempt::Error;
    return isStillThere(descriptor, path) ? Attempt::Taken : Attempt::Removed;
}

/// What it is instead of a lock: the owner's number would be written into what that stands for.
QString strangerAt(int descriptor)
{
    struct stat found = {};
    if (fstat(descriptor, &found) != 0 || !S_ISREG(found.st_mode))
        return fileKind(found.st_mode);
    return found.st_nlink > 1 ? QStringLiteral("a file with another name elsewhere") : QString();
}

tl::unexpected<item::Failure> notALock(const QString &name, const QString &stranger)
{
    return tl::unexpected(
        sessionFailure(name, stranger % u", in the place of a lock of Trawl's: remove it"));
}

tl::expected<int, item::Failure> openLock(const QString &name)
{
    const int descriptor = open(QFile::encodeName(name).constData(),
                                O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
    if (descriptor < 0 && errno == ELOOP)
        return notALock(name, QStringLiteral("a link"));
    if (descriptor < 0)
        return tl::unexpected(sessionFailure(name, qt_error_string(errno)));
    const QString stranger = strangerAt(descriptor);
    if (stranger.isEmpty())
        return descriptor;
    close(descriptor);
    return notALock(name, stranger);
}

QString owner(int descriptor)
{
    char text[32] = {};
    const auto length = pread(descriptor, text, sizeof text - 1, 0);
    const QByteArray pid = QByteArray(text, qMax<qsizetype>(length, 0)).trimmed();
    return pid.isEmpty() ? QStringLiteral("another process") : u"process " % QLatin1String(pid);
}

void writeOwner(int descriptor)
{
    const QByteArray pid = QByteArray::number(getpid()) + '\n';
    // Only for a message: a full disk is no reason to refuse here.
    if (ftruncate(descriptor, 0) == 0)
        std::ignore = pwrite(descriptor, pid.constData(), std::size_t(pid.size()), 0);
}

} // namespace

SessionLock::SessionLock(SessionLock &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

SessionLock &SessionLock::operator=(SessionLock &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

SessionLock::~SessionLock()
{
    if (m_descriptor < 0)
        return;
    unlink(m_path.constData());
    close(m_descriptor);
}

tl::expected<SessionLock, item::Failure> SessionLock::take(const QString &sessionPath)
{
    const QString name = sessionPath % u".lock";
    const QByteArray path = QFile::encodeName(name);
    for (;;) {
        const auto opened = openLock(name);
        if (!opened)
            return tl::unexpected(opened.error());
        const int descriptor = *opened;
        const Attempt attempt = tryLock(descriptor, path);
        const int error = errno;
        if (attempt == Attempt::Taken) {
            SessionLock lock;
            lock.m_path = path;
            lock.m_descriptor = descriptor;
            writeOwner(descriptor);
            return lock;
        }
        const QString holder = attempt == Attempt::Held ? owner(descriptor) : QString();
        close(descriptor);
        if (attempt == Attempt::Held) {
            auto failure = sessionFailure(sessionPath, u"in use by " % holder);
            failure.temporary = true;
            return tl::unexpected(failure);
        }
        if (attempt == Attempt::Error)
            return tl::unexpected(sessionFailure(name, qt_error_string(error)));
    }
}

} // namespace trawl::store
