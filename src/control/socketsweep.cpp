// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/socketsweep.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <optional>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace trawl::control {

namespace {

/// Which socket of this user lies there.
std::optional<ino_t> socketAt(const QByteArray &path)
{
    struct stat found = {};
    const bool ours = lstat(path.constData(), &found) == 0 && S_ISSOCK(found.st_mode) &&
                      found.st_uid == geteuid();
    return ours ? std::optional(found.st_ino) : std::nullopt;
}

/// The system says that it has no listener; one that is merely busy has.
bool isRefused(const QByteArray &path)
{
    sockaddr_un address = {};
    if (std::size_t(path.size()) >= sizeof address.sun_path)
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
    const int asking = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (asking < 0)
        return false;
    const int done = connect(asking, reinterpret_cast<sockaddr *>(&address), sizeof address);
    const bool refused = done != 0 && errno == ECONNREFUSED;
    close(asking);
    return refused;
}

} // namespace

void sweepSockets(const QString &directory)
{
    const auto names = QDir(directory).entryList(QDir::System | QDir::Hidden);
    for (const auto &name : names) {
        const auto path = QFile::encodeName(directory + u'/' + name);
        const auto there = socketAt(path);
        // Looked at once more: who opens that session now puts a new one in its place.
        if (there && isRefused(path) && socketAt(path) == there)
            unlink(path.constData());
    }
}

} // namespace trawl::control
