// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/certificate.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <atomic>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

struct ssl_ctx_st;
struct ssl_st;

namespace trawl::support {

/// A request head as it came (the tests' requests have no body).
struct RawRequest
{
    QByteArray method;
    QByteArray target;
    QByteArray head; ///< with its request line
    int connection = 0;

    [[nodiscard]] QByteArray header(const QByteArray &name) const; ///< empty when there is none
};

/// One accepted connection in a thread of its own. Calls block; all of them come back when the
/// peer or the server goes. What a handler leaves open is closed with a FIN.
class RawConnection
{
public:
    RawConnection(int fd, int index, ssl_st *tls, class RawServer &server);
    ~RawConnection();
    Q_DISABLE_COPY_MOVE(RawConnection)

    [[nodiscard]] std::optional<RawRequest> readRequest();
    [[nodiscard]] QByteArray receive(); ///< what there is, empty at the end
    bool send(QByteArrayView bytes);    ///< false: the peer is gone
    void finish();                      ///< FIN; with TLS a close_notify first
    void cut();                         ///< FIN; with TLS no close_notify
    void reset();                       ///< RST
    /// Carries bytes between the peer and a server on 127.0.0.1 until one of them goes; not over
    /// TLS. False: there is no such server.
    bool relay(quint16 port);
    void stall(); ///< nothing more until the peer goes

    [[nodiscard]] int index() const { return m_index; } ///< 0 for the server's first

private:
    friend class RawServer;
    void closeNow();

    int m_fd;
    int m_index;
    ssl_st *m_tls;
    RawServer &m_server;
    QByteArray m_ahead;
    std::mutex m_closing;
};

/// Where and how a RawServer listens. Each address in 127.0.0.0/8 is another host.
struct RawPlace
{
    QByteArray address = "127.0.0.1";
    quint16 port = 0;   ///< 0 = one that is free
    int newestTls = 0;  ///< OpenSSL's number of a version; 0 = as new as there is
    bool http2 = false; ///< TLS agrees on "h2" with who offers it
};

/// A server that does what its handler says, byte by byte: the one to misbehave. Listens on
/// loopback; http, or https with a certificate. Handlers run in threads of their own; what they
/// share must be guarded.
class RawServer
{
public:
    using Handler = std::function<void(RawConnection &)>;

    explicit RawServer(Handler handler, const Certificate *certificate = nullptr,
                       const RawPlace &place = {});
    ~RawServer(); ///< breaks what is open
    Q_DISABLE_COPY_MOVE(RawServer)

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] QList<RawRequest> requests() const; ///< in the order they came
    [[nodiscard]] int connections() const { return m_accepted; }
    [[nodiscard]] int openConnections() const { return m_open; }

    /// Each request of each connection gets this answer.
    [[nodiscard]] static Handler always(const QByteArray &response);
    /// The first request of a connection gets this, then a FIN.
    [[nodiscard]] static Handler once(const QByteArray &response);

private:
    friend class RawConnection;
    void acceptAll();
    void serve(RawConnection &connection);
    void note(const RawRequest &request);

    Handler m_handler;
    ssl_ctx_st *m_context = nullptr;
    QByteArray m_address;
    quint16 m_port = 0;
    int m_listener;
    std::atomic<bool> m_stopping = false;
    std::atomic<int> m_accepted = 0;
    std::atomic<int> m_open = 0;
    mutable std::mutex m_mutex;
    QList<RawRequest> m_requests;
    std::list<std::unique_ptr<RawConnection>> m_connections;
    std::list<std::thread> m_threads;
    std::thread m_acceptor;
};

/// A response head of "HTTP/1.1 200 OK" with the header lines given (each with its line end).
[[nodiscard]] QByteArray ok(const QByteArray &headers, const QByteArray &body = {});
/// The same with the body's Content-Length.
[[nodiscard]] QByteArray okSized(const QByteArray &body, const QByteArray &headers = {});

} // namespace trawl::support
