// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/address.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::control {

namespace {

/// Of sockaddr_un::sun_path, without its final zero.
constexpr qsizetype longestPath = 107;
/// QLocalServer binds in a directory of its own first: "XXXXXX/s" in the place of the name.
constexpr qsizetype nameSize = 24;

/// Empty when the directory is there, is no link, and nobody else can enter it.
QString whyNotOurs(const QString &directory)
{
    const auto path = QFile::encodeName(directory);
    if (mkdir(path.constData(), 0700) != 0 && errno != EEXIST)
        return directory + QStringLiteral(": ") + qt_error_string(errno);
    struct stat found = {};
    if (lstat(path.constData(), &found) != 0)
        return directory + QStringLiteral(": ") + qt_error_string(errno);
    if (!S_ISDIR(found.st_mode) || found.st_uid != geteuid() || (found.st_mode & 077) != 0)
        return QStringLiteral("%1 is not a directory that only this user can enter").arg(directory);
    return {};
}

QString canonical(const QString &sessionPath)
{
    const QFileInfo info(sessionPath);
    if (info.exists())
        return info.canonicalFilePath();
    const QDir parent(QFileInfo(info.absolutePath()).canonicalFilePath());
    return parent.filePath(info.fileName());
}

} // namespace

QString ownSessionPath()
{
    const auto data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return QDir(data).filePath(QStringLiteral("trawl/trawl/session.trawl"));
}

tl::expected<QString, QString> socketPath(const QString &sessionPath)
{
    const auto name =
        QString::fromLatin1(QCryptographicHash::hash(QFile::encodeName(canonical(sessionPath)),
                                                     QCryptographicHash::Sha256)
                                .toHex()
                                .first(nameSize));
    const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    QStringList directories;
    if (QDir::isAbsolutePath(runtime))
        directories << runtime + QStringLiteral("/trawl");
    directories << QStringLiteral("/tmp/trawl-%1").arg(geteuid());
    QString why;
    for (const auto &directory : directories) {
        const QString path = directory + u'/' + name;
        if (QFile::encodeName(path).size() > longestPath)
            why = QStringLiteral("%1 is too long for a socket").arg(path);
        else
            why = whyNotOurs(directory);
        if (why.isEmpty())
            return path;
    }
    return tl::unexpected(why);
}

std::optional<Peer> peerOf(qintptr socket)
{
    struct ucred found = {};
    socklen_t size = sizeof found;
    if (getsockopt(int(socket), SOL_SOCKET, SO_PEERCRED, &found, &size) != 0)
        return std::nullopt;
    return Peer{found.pid, found.uid == geteuid()};
}

} // namespace trawl::control
