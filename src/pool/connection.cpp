// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/connection.h"

#include <QLocalSocket>

#include <sys/socket.h>

namespace trawl::pool {
namespace {

/// What a flooding peer can make us hold beside the reader's own frame, in bytes.
constexpr qint64 readBuffer = 1 << 20;
/// Rounds of fetching a dead peer's bytes: one is a buffer full, so this is far more than a
/// kernel holds; it ends with a heir of the socket that never stops writing.
constexpr int mostRounds = 64;

} // namespace

Connection::Connection(QLocalSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    socket->setParent(this);
    socket->setReadBufferSize(readBuffer);
    connect(socket, &QLocalSocket::readyRead, this, &Connection::readable);
    connect(socket, &QLocalSocket::disconnected, this, &Connection::closed);
}

wire::ReadResult Connection::read(wire::Message &message)
{
    return m_reader.read(*m_socket, message);
}

void Connection::write(const QByteArray &frame)
{
    if (m_socket->state() == QLocalSocket::ConnectedState)
        m_socket->write(frame);
}

void Connection::fetchRest()
{
    for (int round = 0; round < mostRounds && m_socket->state() == QLocalSocket::ConnectedState;
         ++round) {
        if (!m_socket->waitForReadyRead(0))
            return;
    }
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
