// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/proxy.h"

#include <QNetworkReply>
#include <QString>

#include <curl/curl.h>

namespace trawl::transport {

/// How a transfer ended, in the words of QNetworkReply. `text` is English and holds no secret.
struct Ending
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString text;
    int curlCode = CURLE_OK;
};

/// The curlCode where this machine has too few descriptors, threads or memory. Libcurl ends no
/// transfer with it, and has no code of its own for that.
inline constexpr int systemLimitCode = CURLE_AGAIN;

/// What is known of a transfer that curl reports as failed.
struct Evidence
{
    CURLcode code = CURLE_OK;
    QString text;
    QString host;                ///< of the URL
    bool tls = false;            ///< the URL is https
    long osError = 0;            ///< CURLINFO_OS_ERRNO
    bool refusedPrivate = false; ///< a private address, which the request does not allow
    int socketError = 0;         ///< the errno of a socket that could not be made
    bool bothFamilies = false;   ///< IPv4 and IPv6 were tried: osError is of either
    bool requested = false;      ///< the way to the server stood, the request went out
    bool headComplete = false;   ///< tells a head too long for curl from a lack of memory
    long verifyResult = 0;       ///< OpenSSL's X509_V_…
    qint64 lookupUs = 0;         ///< until the failure, when it is the name's
    Proxy proxy;
    int connectCode = 0; ///< the proxy's answer to CONNECT
};

[[nodiscard]] Ending endingOf(const Evidence &evidence);

/// The final head is a 407.
[[nodiscard]] Ending proxyAsksForLogin(const Proxy &proxy);

/// A whole response whose status may be an error: the codes of the stock manager.
[[nodiscard]] Ending endingOfStatus(int status, QByteArrayView reason);

} // namespace trawl::transport
