// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/server.h"

#include "scratch/sweep.h"

#include <QDir>
#include <QLocalSocket>
#include <QRandomGenerator>
#include <QTimer>

namespace trawl::pool {
namespace {

/// Strangers beyond so many push the oldest out: a flood of connections is bounded.
constexpr int mostStrangers = 64;
/// Of sockaddr_un::sun_path, without its final zero.
constexpr qsizetype longestPath = 107;
/// What the server's own file, and QLocalServer's passing one beside it, add to a directory.
constexpr qsizetype nameSize = 24;

QString randomName()
{
    return QString::number(QRandomGenerator::system()->generate64(), 16);
}

/// The session's runtime directory; without one (a cron job, a container), or if its path is too
/// long for a socket, the temporary directory. Either way it becomes a directory of mode 0700.
QString parentDirectory()
{
    const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QFileInfo info(runtime);
    const auto size = QFile::encodeName(runtime).size() + nameSize + scratch::Directory::nameSize;
    if (!runtime.isEmpty() && info.isAbsolute() && info.isDir() && info.isWritable() &&
        size <= longestPath)
        return runtime;
    return QDir::tempPath();
}

} // namespace

Server::Server(int helloTimeoutMs, QObject *parent)
    : QObject(parent)
    , m_helloTimeoutMs(helloTimeoutMs)
{
    m_clock.start();
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &Server::accept);
}

bool Server::listen()
{
    const auto parent = parentDirectory();
    scratch::sweepDirectories(parent);
    auto directory = scratch::Directory::make(parent);
    if (!directory) {
        m_error = directory.error();
        return false;
    }
    m_directory = *std::move(directory);
    const QString path = m_directory->filePath(randomName());
    if (QFile::encodeName(path).size() > longestPath)
        m_error = QStringLiteral("the path of the socket is too long: %1").arg(path);
    else if (!m_server.listen(path))
        m_error = m_server.errorString();
    return m_error.isEmpty();
}

void Server::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        auto *connection = new Connection(socket, this);
        m_strangers.append(connection);
        connect(connection, &Connection::readable, this,
                [this, connection] { readHello(connection); });
        connect(connection, &Connection::closed, this, [this, connection] {
            refuse(connection, QStringLiteral("it left without a word"));
        });
        QTimer::singleShot(m_helloTimeoutMs, connection, [this, connection] {
            if (m_strangers.contains(connection))
                refuse(connection, QStringLiteral("it said nothing"));
        });
        if (m_strangers.size() > mostStrangers)
            refuse(m_strangers.first(), QStringLiteral("too many connections"));
        readHello(connection);
    }
}

void Server::readHello(Connection *connection)
{
    if (!m_strangers.contains(connection))
        return;
    wire::Message message;
    const auto result = connection->read(message);
    if (result == wire::ReadResult::Incomplete)
        return;
    const auto *said = std::get_if<wire::Hello>(&message);
    if (result == wire::ReadResult::Invalid || !said) {
        refuse(connection, result == wire::ReadResult::Invalid ? connection->error()
                                                               : QStringLiteral("no hello"));
        return;
    }
    disconnect(connection, nullptr, this, nullptr);
    m_strangers.removeOne(connection);
    Q_EMIT hello(*said, connection);
    if (connection->parent() == this)
        refuse(connection,
               QStringLiteral("its token or its protocol %1 is not ours").arg(said->protocol));
}

void Server::refuse(Connection *connection, const QString &why)
{
    m_strangers.removeOne(connection);
    disconnect(connection, nullptr, this, nullptr);
    connection->deleteLater();
    if (m_logLimit.allows(m_clock.elapsed()))
        Q_EMIT logged(wire::LogLevel::Warning,
                      QStringLiteral("a connection was refused: %1").arg(why));
}

} // namespace trawl::pool

#include "moc_server.cpp"
