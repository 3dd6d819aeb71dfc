// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <thread>

namespace trawl::transport {

/// Gives one prepared response to one HTTP/1.1 request of this process, over a Unix socket that
/// has no file (unix(7), abstract); others are turned away. It has a thread of its own.
class InnerServer
{
public:
    /// TLS 1.2 without a certificate: the client must allow `ciphers` and not verify.
    static constexpr auto ciphers = "aNULL:!eNULL:@SECLEVEL=0";

    InnerServer(bool tls, QByteArray response);
    ~InnerServer();
    Q_DISABLE_COPY_MOVE(InnerServer)

    /// For CURLOPT_ABSTRACT_UNIX_SOCKET; empty = there is no socket to be had.
    [[nodiscard]] const QByteArray &name() const { return m_name; }
    /// Ends it; the request's head, empty = none came. Call it once the client is through.
    [[nodiscard]] QByteArray request();

private:
    bool listen();
    [[nodiscard]] int accept() const;
    void serve(int fd, bool tls);
    void finish();

    int m_listener = -1;
    QByteArray m_name;
    QByteArray m_response;
    QByteArray m_request; ///< the thread's until it has ended
    std::thread m_thread;
};

} // namespace trawl::transport
