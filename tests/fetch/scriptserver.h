// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace trawl::tests {

/// An HTTP/1.1 server on a free port of 127.0.0.1 that sends, for each path, exactly the bytes it
/// was told to. Remembers each request head.
class ScriptServer : public QObject
{
public:
    struct Request
    {
        QByteArray target;
        QByteArray head; ///< the whole of it
        [[nodiscard]] bool has(const QByteArray &text) const
        {
            return head.toLower().contains(text.toLower());
        }
    };
    using Script = std::function<void(QTcpSocket &, const Request &)>;

    ScriptServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = m_server.nextPendingConnection())
                serve(*socket);
        });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QByteArray url(const QByteArray &path) const
    {
        return "http://127.0.0.1:" + QByteArray::number(port()) + path;
    }
    void on(const QByteArray &path, Script script) { m_scripts[path] = std::move(script); }
    /// The bytes; then FIN unless they are to keep the connection.
    void send(const QByteArray &path, const QByteArray &bytes, bool close = false)
    {
        on(path, [bytes, close](QTcpSocket &socket, const Request &) {
            socket.write(bytes);
            if (close)
                socket.disconnectFromHost();
        });
    }
    void body(const QByteArray &path, const QByteArray &text, const QByteArray &fields = {})
    {
        send(path, "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(text.size()) +
                       "\r\n" + fields + "\r\n" + text);
    }
    void redirect(const QByteArray &path, const QByteArray &location, int code = 302)
    {
        send(path, "HTTP/1.1 " + QByteArray::number(code) + " Moved\r\nLocation: " + location +
                       "\r\nContent-Length: 5\r\n\r\nmoved");
    }

    QList<Request> seen;
    int open = 0; ///< connections now

private:
    void serve(QTcpSocket &socket)
    {
        ++open;
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(&socket, &QTcpSocket::disconnected, this, [this, &socket] {
            --open;
            socket.deleteLater();
        });
        connect(&socket, &QTcpSocket::readyRead, this, [this, &socket] { read(socket); });
    }
    void read(QTcpSocket &socket)
    {
        auto &pending = m_pending[&socket];
        pending += socket.readAll();
        for (auto end = pending.indexOf("\r\n\r\n"); end >= 0; end = pending.indexOf("\r\n\r\n")) {
            const Request request{pending.split(' ').value(1), pending.left(end + 4)};
            pending.remove(0, end + 4);
            seen.append(request);
            const auto path = request.target.split('?').first();
            if (const auto script = m_scripts.value(path))
                script(socket, request);
            else
                socket.write("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone");
        }
    }

    QTcpServer m_server;
    QHash<QByteArray, Script> m_scripts;
    QHash<QTcpSocket *, QByteArray> m_pending;
};

} // namespace trawl::tests
