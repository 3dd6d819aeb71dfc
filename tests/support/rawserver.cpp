// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawserver.h"

#include <QFile>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace trawl::support {
namespace {

int listenAt(const RawPlace &place, quint16 &port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on); // a server that comes back
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(place.port);
    ::inet_pton(AF_INET, place.address.constData(), &address.sin_addr);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    socklen_t length = sizeof address;
    if (::bind(fd, generic, length) != 0 || ::listen(fd, 1024) != 0 ||
        ::getsockname(fd, generic, &length) != 0)
        qFatal("cannot listen on %s:%d", place.address.constData(), place.port);
    port = ntohs(address.sin_port);
    return fd;
}

int connectToLoopback(quint16 port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return fd;
    ::close(fd);
    return -1;
}

bool carry(int from, int to)
{
    char bytes[16 * 1024];
    const auto got = ::recv(from, bytes, sizeof bytes, 0);
    return got > 0 && ::send(to, bytes, size_t(got), MSG_NOSIGNAL) == got;
}

int chooseHttp2(SSL *, const uchar **out, uchar *length, const uchar *in, uint size, void *)
{
    static constexpr uchar http2[] = "\2h2";
    auto *chosen = const_cast<uchar **>(out);
    return SSL_select_next_proto(chosen, length, http2, 3, in, size) == OPENSSL_NPN_NEGOTIATED
               ? SSL_TLSEXT_ERR_OK
               : SSL_TLSEXT_ERR_NOACK;
}

SSL_CTX *makeContext(const Certificate &certificate, const RawPlace &place)
{
    const int newestTls = place.newestTls;
    auto *context = SSL_CTX_new(TLS_server_method());
    if (newestTls != 0) {
        SSL_CTX_set_security_level(context, 0); // the old versions' signatures are not allowed else
        SSL_CTX_set_min_proto_version(context, newestTls);
        SSL_CTX_set_max_proto_version(context, newestTls);
    }
    const auto file = QFile::encodeName(certificate.certificateFile());
    const auto key = QFile::encodeName(certificate.keyFile());
    if (SSL_CTX_use_certificate_file(context, file.constData(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_use_PrivateKey_file(context, key.constData(), SSL_FILETYPE_PEM) != 1)
        qFatal("unusable test certificate");
    if (place.http2)
        SSL_CTX_set_alpn_select_cb(context, chooseHttp2, nullptr);
    return context;
}

} // namespace

QByteArray RawRequest::header(const QByteArray &name) const
{
    const auto lines = head.split('\n');
    for (const auto &line : lines) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

RawConnection::RawConnection(int fd, int index, ssl_st *tls, RawServer &server)
    : m_fd(fd)
    , m_index(index)
    , m_tls(tls)
    , m_server(server)
{
}

RawConnection::~RawConnection()
{
    closeNow();
    SSL_free(m_tls);
}

QByteArray RawConnection::receive()
{
    QByteArray bytes(16 * 1024, Qt::Uninitialized);
    const auto got = m_tls ? qsizetype(SSL_read(m_tls, bytes.data(), int(bytes.size())))
                           : qsizetype(::recv(m_fd, bytes.data(), size_t(bytes.size()), 0));
    bytes.resize(qMax(got, 0));
    return bytes;
}

std::optional<RawRequest> RawConnection::readRequest()
{
    qsizetype end = -1;
    while ((end = m_ahead.indexOf("\r\n\r\n")) < 0) {
        const auto more = receive();
        if (more.isEmpty())
            return {};
        m_ahead += more;
    }
    RawRequest request;
    request.head = m_ahead.first(end + 4);
    m_ahead.remove(0, end + 4);
    const auto words = request.head.first(request.head.indexOf('\r')).split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    request.connection = m_index;
    m_server.note(request);
    return request;
}

bool RawConnection::send(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto sent =
            m_tls ? qsizetype(SSL_write(m_tls, bytes.data(), int(bytes.size())))
                  : qsizetype(::send(m_fd, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL));
        if (sent <= 0)
            return false;
        bytes = bytes.sliced(sent);
    }
    return true;
}

// What the peer still sends is read first: closing over it would turn the FIN into a RST.
void RawConnection::finish()
{
    if (m_tls)
        SSL_shutdown(m_tls);
    ::shutdown(m_fd, SHUT_WR);
    stall();
}

void RawConnection::cut()
{
    ::shutdown(m_fd, SHUT_WR);
    stall();
}

void RawConnection::reset()
{
    const linger now = {1, 0};
    ::setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    closeNow();
}

bool RawConnection::relay(quint16 port)
{
    const int server = connectToLoopback(port);
    if (server < 0)
        return false;
    pollfd ends[] = {{m_fd, POLLIN, 0}, {server, POLLIN, 0}};
    bool open = true;
    while (open && ::poll(ends, 2, -1) > 0) {
        open = (ends[0].revents == 0 || carry(m_fd, server)) &&
               (ends[1].revents == 0 || carry(server, m_fd));
    }
    ::close(server);
    return true;
}

void RawConnection::stall()
{
    char bytes[1024];
    while (::recv(m_fd, bytes, sizeof bytes, 0) > 0) {
    }
}

void RawConnection::closeNow()
{
    const std::lock_guard lock(m_closing);
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

RawServer::RawServer(Handler handler, const Certificate *certificate, const RawPlace &place)
    : m_handler(std::move(handler))
    , m_context(certificate ? makeContext(*certificate, place) : nullptr)
    , m_address(place.address)
    , m_listener(listenAt(place, m_port))
{
    std::signal(SIGPIPE, SIG_IGN); // SSL_write() cannot ask for none
    m_acceptor = std::thread([this] { acceptAll(); });
}

RawServer::~RawServer()
{
    m_stopping = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    ::close(m_listener);
    for (const auto &connection : m_connections) {
        const std::lock_guard lock(connection->m_closing);
        if (connection->m_fd >= 0)
            ::shutdown(connection->m_fd, SHUT_RDWR);
    }
    for (auto &thread : m_threads)
        thread.join();
    m_connections.clear();
    SSL_CTX_free(m_context);
}

QUrl RawServer::url(const QString &path) const
{
    const auto scheme = m_context ? QStringLiteral("https") : QStringLiteral("http");
    return QUrl(QStringLiteral("%1://%2:%3%4")
                    .arg(scheme, QString::fromLatin1(m_address))
                    .arg(m_port)
                    .arg(path));
}

QList<RawRequest> RawServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void RawServer::note(const RawRequest &request)
{
    const std::lock_guard lock(m_mutex);
    m_requests.append(request);
}

void RawServer::acceptAll()
{
    while (!m_stopping) {
        const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (fd < 0)
            continue;
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        auto *tls = m_context ? SSL_new(m_context) : nullptr;
        if (tls)
            SSL_set_fd(tls, fd);
        auto &connection = *m_connections.emplace_back(
            std::make_unique<RawConnection>(fd, m_accepted++, tls, *this));
        ++m_open;
        m_threads.emplace_back([this, &connection] { serve(connection); });
    }
}

void RawServer::serve(RawConnection &connection)
{
    if (!connection.m_tls || SSL_accept(connection.m_tls) == 1)
        m_handler(connection);
    if (connection.m_fd >= 0)
        connection.finish();
    connection.closeNow();
    --m_open;
}

RawServer::Handler RawServer::always(const QByteArray &response)
{
    return [response](RawConnection &connection) {
        while (connection.readRequest() && connection.send(response)) {
        }
    };
}

RawServer::Handler RawServer::once(const QByteArray &response)
{
    return [response](RawConnection &connection) {
        if (connection.readRequest())
            connection.send(response);
    };
}

QByteArray ok(const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

QByteArray okSized(const QByteArray &body, const QByteArray &headers)
{
    return ok("Content-Length: " + QByteArray::number(body.size()) + "\r\n" + headers, body);
}

} // namespace trawl::support
