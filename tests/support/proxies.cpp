// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/proxies.h"

namespace trawl::support {
namespace {

/// Takes exact counts from a connection, which hands out what there is.
class Reader
{
public:
    explicit Reader(RawConnection &connection)
        : m_connection(connection)
    {
    }
    /// Shorter when the peer is gone.
    QByteArray take(int count)
    {
        while (m_ahead.size() < count) {
            const auto more = m_connection.receive();
            if (more.isEmpty())
                break;
            m_ahead += more;
        }
        const auto taken = m_ahead.first(qMin<qsizetype>(count, m_ahead.size()));
        m_ahead.remove(0, taken.size());
        return taken;
    }
    int number() { return uchar(take(1).append('\0').at(0)); }
    QByteArray text() { return take(number()); } ///< behind its length

private:
    RawConnection &m_connection;
    QByteArray m_ahead;
};

constexpr char noLogin = 0;
constexpr char byPassword = 2;

bool greet(Reader &reader, RawConnection &connection, const QByteArray &login)
{
    if (reader.number() != 5)
        return false;
    const auto methods = reader.text();
    const char method = login.isEmpty() ? noLogin : byPassword;
    if (!methods.contains(method)) {
        connection.send(QByteArrayView("\x05\xff", 2));
        return false;
    }
    connection.send(QByteArray("\x05").append(method));
    if (login.isEmpty())
        return true;
    (void)reader.number();
    const auto user = reader.text();
    const bool right = user + ':' + reader.text() == login;
    connection.send(QByteArray("\x01").append(right ? '\0' : '\1'));
    return right;
}

QByteArray address(Reader &reader)
{
    constexpr int name = 3;
    if (reader.take(3).size() == 3 && reader.number() == name)
        return reader.text();
    QByteArrayList parts;
    for (int i = 0; i < 4; ++i)
        parts += QByteArray::number(reader.number());
    return parts.join('.');
}

} // namespace

void ProxyLog::note(const QByteArray &target)
{
    const std::lock_guard lock(m_mutex);
    m_targets.append(target);
}

QList<QByteArray> ProxyLog::targets() const
{
    const std::lock_guard lock(m_mutex);
    return m_targets;
}

RawServer::Handler connectProxy(ProxyLog &log, const QByteArray &login)
{
    return [&log, login](RawConnection &connection) {
        while (const auto request = connection.readRequest()) {
            const auto given = request->header("Proxy-Authorization");
            if (!login.isEmpty() && given != "Basic " + login.toBase64()) {
                connection.send("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                                "Content-Length: 0\r\n\r\n");
                continue;
            }
            log.note(request->target);
            const auto port = request->target.mid(request->target.lastIndexOf(':') + 1).toUShort();
            connection.send("HTTP/1.1 200 Connected\r\n\r\n");
            connection.relay(port);
            return;
        }
    };
}

RawServer::Handler socksProxy(ProxyLog &log, const QByteArray &login)
{
    return [&log, login](RawConnection &connection) {
        Reader reader(connection);
        if (!greet(reader, connection, login))
            return;
        const auto host = address(reader);
        const int high = reader.number();
        const auto port = quint16(high * 256 + reader.number());
        log.note(host + ':' + QByteArray::number(port));
        connection.send(QByteArrayView("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50", 10));
        connection.relay(port);
    };
}

} // namespace trawl::support
