// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/innerserver.h"

#include <openssl/ssl.h>

#include <array>
#include <cstddef>
#include <memory>
#include <utility>

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace trawl::transport {

namespace {

constexpr qsizetype mostRequestBytes = 1 << 20;
constexpr timeval patience{10, 0};

struct Release
{
    void operator()(SSL *tls) const { SSL_free(tls); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
using Tls = std::unique_ptr<SSL, Release>;

SSL_CTX *makeContext()
{
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    Q_CHECK_PTR(context);
    SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context, InnerServer::ciphers);
    SSL_CTX_set_options(context, SSL_OP_NO_TICKET | SSL_OP_IGNORE_UNEXPECTED_EOF);
    return context;
}

/// nullptr = the client would not.
Tls acceptTls(int fd)
{
    static const std::unique_ptr<SSL_CTX, Release> context(makeContext());
    Tls tls(SSL_new(context.get()));
    const bool accepted = tls && SSL_set_fd(tls.get(), fd) == 1 && SSL_accept(tls.get()) == 1;
    return accepted ? std::move(tls) : Tls();
}

} // namespace

InnerServer::InnerServer(bool tls, QByteArray response)
    : m_response(std::move(response))
{
    if (!listen())
        return;
    m_thread = std::thread([this, tls] {
        const int fd = accept();
        if (fd < 0)
            return;
        serve(fd, tls);
        ::close(fd);
    });
}

InnerServer::~InnerServer()
{
    finish();
    if (m_listener >= 0)
        ::close(m_listener);
}

/// The system chooses a free name when it is given none.
bool InnerServer::listen()
{
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socklen_t size = sizeof address.sun_family;
    auto *const generic = reinterpret_cast<sockaddr *>(&address);
    if (m_listener < 0 || ::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 1) != 0)
        return false;
    size = sizeof address;
    if (::getsockname(m_listener, generic, &size) != 0)
        return false;
    const auto nameAt = offsetof(sockaddr_un, sun_path) + 1; // behind a NUL
    m_name = QByteArray(address.sun_path + 1, qsizetype(size - nameAt));
    return true;
}

/// A connection of this process; -1 = none any more.
int InnerServer::accept() const
{
    for (;;) {
        const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        ucred peer{};
        socklen_t size = sizeof peer;
        if (fd < 0)
            return -1;
        if (::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.pid == ::getpid())
            return fd;
        ::close(fd);
    }
}

QByteArray InnerServer::request()
{
    finish();
    return m_request;
}

void InnerServer::finish()
{
    if (m_listener >= 0)
        ::shutdown(m_listener, SHUT_RDWR); // an accept under way ends
    if (m_thread.joinable())
        m_thread.join();
}

void InnerServer::serve(int fd, bool tls)
{
    for (const int option : {SO_RCVTIMEO, SO_SNDTIMEO})
        ::setsockopt(fd, SOL_SOCKET, option, &patience, sizeof patience);
    const Tls session = tls ? acceptTls(fd) : Tls();
    if (tls && !session)
        return;
    const auto read = [&](char *data, qsizetype most) {
        return session ? SSL_read(session.get(), data, int(most))
                       : int(::recv(fd, data, std::size_t(most), 0));
    };
    std::array<char, 16 * 1024> piece{};
    while (!m_request.contains("\r\n\r\n") && m_request.size() < mostRequestBytes) {
        const int count = read(piece.data(), qsizetype(piece.size()));
        if (count <= 0)
            return;
        m_request.append(piece.data(), count);
    }
    if (session)
        SSL_write(session.get(), m_response.constData(), int(m_response.size()));
    else
        (void)!::send(fd, m_response.constData(), std::size_t(m_response.size()), MSG_NOSIGNAL);
}

} // namespace trawl::transport
