// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/proxy.h"

#include "item/values.h"

namespace trawl::transport {
namespace {

int defaultPort(const QString &scheme)
{
    if (scheme == u"http")
        return 80;
    if (scheme == u"https")
        return 443;
    return 1080;
}

} // namespace

Proxy Proxy::parse(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (text == u"system")
        return {Kind::System, {}, {}, {}, QStringLiteral("of the system")};
    const auto url = item::parseProxyUrl(text);
    if (!url)
        return {Kind::Bad, {}, {}, {}, {}};
    // With "socks5" curl would ask this machine's name server.
    const bool socks = url->scheme() == u"socks5";
    const auto scheme = socks ? QStringLiteral("socks5h") : url->scheme();
    const auto host = url->host(QUrl::FullyEncoded);
    const int port = url->port(defaultPort(url->scheme()));
    const bool ipv6 = host.contains(u':');
    const auto name =
        (ipv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host).arg(port);
    return {Kind::Fixed, QStringLiteral("%1://%2").arg(scheme, name).toLatin1(),
            url->userName(QUrl::FullyDecoded).toUtf8(), url->password(QUrl::FullyDecoded).toUtf8(),
            name};
}

} // namespace trawl::transport
