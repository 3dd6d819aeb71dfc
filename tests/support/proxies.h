// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/rawserver.h"

#include <QStringList>

namespace trawl::support {

/// A proxy's side of RawServer: what is asked for by any name is on 127.0.0.1.
struct ProxyLog
{
    void note(const QByteArray &target);
    [[nodiscard]] QList<QByteArray>
    targets() const; ///< "host:port", in the order they were asked for

private:
    mutable std::mutex m_mutex;
    QList<QByteArray> m_targets;
};

/// CONNECT only, with a Basic login "user:password" unless that is empty.
[[nodiscard]] RawServer::Handler connectProxy(ProxyLog &log, const QByteArray &login = {});

/// RFC 1928 and 1929: CONNECT to a name or an IPv4 address, with a login as above.
[[nodiscard]] RawServer::Handler socksProxy(ProxyLog &log, const QByteArray &login = {});

} // namespace trawl::support
