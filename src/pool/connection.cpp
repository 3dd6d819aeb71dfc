// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/connection.h"

#include <QLocalSocket>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace trawl::pool {
namespace {

/// What a flooding peer can make us hold beside the reader's own frame, in bytes.
constexpr qint64 readBuffer = 1 << 20;
/// More than a kernel holds; reached only when somebody inherited a dead worker's socket.
constexpr qsizetype mostRest = 8 << 20;
constexpr qsizetype chunk = 64 * 1024;

} // namespace

Connection::Connection(QLocalSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_descriptor(fcntl(int(socket->socketDescriptor()), F_DUPFD_CLOEXEC, 0))
{
    socket->setParent(this);
    socket->setReadBufferSize(readBuffer);
    connect(socket, &QLocalSocket::readyRead, this, &Connection::readable);
    connect(socket, &QLocalSocket::disconnected, this, &Connection::closed);
}

Connection::~Connection()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

wire::ReadResult Connection::read(wire::Message &message)
{
    if (m_rest.isOpen()) {
        const auto result = m_reader.read(m_rest, message);
        if (result != wire::ReadResult::Incomplete)
            return result;
        m_rest.close();
    }
    if (m_socket->state() == QLocalSocket::UnconnectedState)
        return wire::ReadResult::Incomplete;
    return m_reader.read(*m_socket, message);
}

void Connection::write(const QByteArray &frame)
{
    if (m_socket->state() == QLocalSocket::ConnectedState)
        m_socket->write(frame);
}

void Connection::fetchRest()
{
    Q_EMIT readable(); // what the socket has is older
    QByteArray rest;
    qsizetype got = 1;
    while (m_descriptor >= 0 && got > 0 && rest.size() < mostRest) {
        const auto had = rest.size();
        rest.resize(had + chunk);
        got = recv(m_descriptor, rest.data() + had, chunk, MSG_DONTWAIT);
        rest.resize(had + qMax<qsizetype>(got, 0));
    }
    m_rest.setData(rest);
    m_rest.open(QIODevice::ReadOnly);
    Q_EMIT readable();
}

qint64 Connection::peerPid() const
{
    ucred peer{};
    socklen_t size = sizeof peer;
    const auto descriptor = int(m_socket->socketDescriptor());
    if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return 0;
    return peer.pid;
}

} // namespace trawl::pool

#include "moc_connection.cpp"
