// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "example/site.h"

#include "example/shop.h"

#include <QTcpSocket>

namespace trawl::example {

namespace {

constexpr qsizetype longestHead = 16 * 1024;

QByteArray response(const QByteArray &status, const Answer &answer, bool withBody)
{
    QByteArray text = "HTTP/1.1 " + status + "\r\nContent-Type: " + answer.type +
                      "\r\nContent-Length: " + QByteArray::number(answer.body.size()) +
                      "\r\nCache-Control: no-store\r\n\r\n";
    return withBody ? text + answer.body : text;
}

} // namespace

Site::Site(QObject *parent, int delayMs, int idleMs)
    : QObject(parent)
    , m_delayMs(delayMs)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleMs);
    connect(&m_idle, &QTimer::timeout, &m_server, &QTcpServer::close);
    connect(&m_server, &QTcpServer::newConnection, this, &Site::accept);
}

bool Site::start()
{
    m_idle.start();
    return isRunning() || m_server.listen(QHostAddress::LocalHost);
}

QUrl Site::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server.serverPort());
    url.setPath(QStringLiteral("/"));
    return url;
}

void Site::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read(socket);
    }
}

void Site::read(QTcpSocket *socket)
{
    constexpr QByteArrayView end = "\r\n\r\n";
    const auto waiting = socket->peek(longestHead);
    const auto at = waiting.indexOf(end);
    if (at < 0) {
        if (waiting.size() == longestHead)
            socket->abort();
        return;
    }
    const auto head = socket->read(at + end.size());
    m_idle.start();
    // One request after the other: the next is read when this one is answered.
    socket->disconnect(this);
    QTimer::singleShot(m_delayMs, socket, [this, socket, head] { answer(socket, head); });
}

void Site::answer(QTcpSocket *socket, const QByteArray &head)
{
    const auto words = head.left(head.indexOf('\r')).split(' ');
    const auto path = words.value(1).split('?').first();
    const bool isHead = words.first() == "HEAD";
    const auto found = answerTo(path);
    if (words.size() != 3 || (words.first() != "GET" && !isHead))
        socket->write(response("405 Method Not Allowed", {"text/plain", "Only GET\n"}, !isHead));
    else if (found)
        socket->write(response("200 OK", *found, !isHead));
    else
        socket->write(response("404 Not Found", {"text/plain", "No such page\n"}, !isHead));
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    read(socket);
}

} // namespace trawl::example

#include "moc_site.cpp"
