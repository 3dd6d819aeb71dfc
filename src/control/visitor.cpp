// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/visitor.h"

#include "control/request.h"

namespace trawl::control {

namespace {

/// As much is read ahead of a visitor that has to wait; the rest stays in the system's buffers.
constexpr qint64 readAhead = 64 << 10;

QString textOf(FrameError error)
{
    switch (error) {
    case FrameError::NotOurs:
        return QStringLiteral("this is no message of Trawl");
    case FrameError::OtherVersion:
        return QStringLiteral("another version of Trawl has the session open");
    case FrameError::TooLong:
        return QStringLiteral("the message is too long");
    case FrameError::NoObject:
        break;
    }
    return QStringLiteral("the message is no JSON object");
}

} // namespace

Visitor::Visitor(quint64 number, QLocalSocket *socket, int patienceMs, QObject *parent)
    : QObject(parent)
    , m_number(number)
    , m_socket(socket)
{
    m_socket->setParent(nullptr);
    m_socket->setReadBufferSize(readAhead);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &Visitor::gone);
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &Visitor::read);
    connect(m_socket.get(), &QLocalSocket::disconnected, this, &Visitor::gone);
    m_patience.start();
    // What came before anybody listened makes no signal.
    QMetaObject::invokeMethod(this, &Visitor::read, Qt::QueuedConnection);
}

Visitor::~Visitor()
{
    m_socket->disconnect(this);
}

void Visitor::answer(const QJsonObject &message)
{
    if (!m_asked || m_ending)
        return;
    m_asked = false;
    m_socket->write(framed(message));
    m_socket->flush();
    m_patience.start();
    QMetaObject::invokeMethod(this, &Visitor::read, Qt::QueuedConnection);
}

void Visitor::read()
{
    if (m_asked || m_ending)
        return;
    m_reader.append(m_socket->readAll());
    const auto message = m_reader.next();
    if (!message) {
        refuse(message.error());
    } else if (*message) {
        m_asked = true;
        m_patience.stop();
        Q_EMIT asks(**message);
    }
}

void Visitor::refuse(FrameError error)
{
    m_ending = true;
    m_socket->write(framed(refusal(textOf(error))));
    m_socket->disconnectFromServer();
}

} // namespace trawl::control

#include "moc_visitor.cpp"
