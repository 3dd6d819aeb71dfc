// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/client.h"

#include "control/address.h"
#include "control/frame.h"

#include <QDeadlineTimer>

namespace trawl::control {

namespace {

QString frameText(FrameError error)
{
    return error == FrameError::OtherVersion
               ? QStringLiteral("another version of Trawl has the session open")
               : QStringLiteral("what has the session open does not talk as Trawl does");
}

} // namespace

tl::expected<Client, Trouble> Client::open(const QString &sessionPath, int timeoutMs)
{
    Client client;
    const auto path = socketPath(sessionPath);
    if (!path)
        return client.trouble(Trouble::Kind::NobodyThere, path.error());
    client.m_socket = std::make_unique<QLocalSocket>();
    client.m_socket->connectToServer(*path);
    if (!client.m_socket->waitForConnected(timeoutMs)) {
        const bool full = client.m_socket->error() == QLocalSocket::SocketTimeoutError;
        return client.trouble(full ? Trouble::Kind::NoAnswer : Trouble::Kind::NobodyThere,
                              client.m_socket->errorString());
    }
    const auto peer = peerOf(client.m_socket->socketDescriptor());
    if (!peer || !peer->ours)
        return client.trouble(Trouble::Kind::Unusable,
                              QStringLiteral("the socket belongs to another user"));
    client.m_pid = peer->pid;
    const auto hello = client.ask({}, timeoutMs);
    if (!hello)
        return tl::unexpected(hello.error());
    client.m_hasWindow = hello->value(QLatin1StringView("window")).toBool();
    return client;
}

tl::expected<QJsonObject, Trouble> Client::ask(const Request &request, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    m_socket->write(framed(toJson(request)));
    FrameReader reader;
    for (;;) {
        const auto message = reader.next();
        if (!message)
            return trouble(Trouble::Kind::Unusable, frameText(message.error()));
        if (*message) {
            const auto error = (*message)->value(QLatin1StringView("error"));
            if (error.isString())
                return trouble(Trouble::Kind::Refused, error.toString());
            return **message;
        }
        if (!m_socket->waitForReadyRead(int(deadline.remainingTime()))) {
            const bool left = m_socket->state() != QLocalSocket::ConnectedState;
            return trouble(left ? Trouble::Kind::NobodyThere : Trouble::Kind::NoAnswer,
                           m_socket->errorString());
        }
        reader.append(m_socket->readAll());
    }
}

tl::unexpected<Trouble> Client::trouble(Trouble::Kind kind, const QString &text) const
{
    return tl::unexpected(Trouble{kind, text, m_pid});
}

} // namespace trawl::control
