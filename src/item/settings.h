// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/headers.h"
#include "item/linkoptions.h"

#include <QList>
#include <QString>

namespace trawl::item {

enum class HttpVersion : quint8 { Any, Http1, Http2, Last = Http2 };

/// Which stack carries the access manager: ours over libcurl, or Qt's own as a control.
enum class HttpStack : quint8 { Curl, Qt, Last = Qt };

/// HTTP status codes to retry. A function, because g++ 12 takes two lists in one constructor for
/// uninitialized memory.
[[nodiscard]] inline QList<int> usualRetryCodes()
{
    static const QList<int> codes{408, 425, 429, 500, 502, 503, 504};
    return codes;
}

/// How the requests of a job are made. A worker gets those of the session with wire::Configure,
/// and those of a job that has its own with wire::JobSettings. `stack` and `connections` are the
/// session's.
struct TransferSettings
{
    QByteArray userAgent = QByteArrayLiteral("Trawl/" TRAWL_VERSION);
    Headers headers; ///< added to every request; not sent to another origin
    QString caFile;  ///< PEM; empty = the system's
    bool verifyTls = true;
    QString clientCertificate; ///< PEM; empty = none
    QString clientKey;         ///< PEM; empty = in clientCertificate
    HttpVersion http = HttpVersion::Any;
    HttpStack stack = HttpStack::Curl;
    int connections = 32; ///< transfers at once in one worker
    int connectTimeoutMs = 30'000;
    int firstByteTimeoutMs = 60'000;
    int idleTimeoutMs = 30'000;   ///< no byte for so long: Reason::Timeout
    int totalTimeoutMs = 0;       ///< of one attempt; 0 = no limit
    qint64 minBytesPerSecond = 0; ///< slower over a window: Reason::TooSlow; 0 = no limit
    int minSpeedWindowMs = 30'000;
    int maxRedirects = 20;
    bool allowDowngrade = false; ///< follow a redirect from https to http
    QList<int> retryCodes = usualRetryCodes();

    /// "" = none, "system" = the environment's, else a URL: http, https, socks5 (names are resolved
    /// by the proxy), with user info where it asks for it.
    QString proxy;
    Credentials credentials; ///< basic or digest, as the server asks; first origin only
    QByteArray bearer;       ///< a token (RFC 6750); first origin only
    QString netrcFile;       ///< empty = none
    bool cookies = false;    ///< take and send cookies; the jar is the job's

    int segments = 4;              ///< connections for one large file; 1 = never
    qint64 segmentFrom = 16 << 20; ///< bytes from which on a file is large
    qint64 maxBytes = 0;           ///< of one body, unpacked: Reason::TooLarge; 0 = no limit
    bool sha256 = false;           ///< compute it for each file
    bool sums = false;             ///< look for SHA256SUMS or MD5SUMS beside the file
    bool xattr = false;            ///< user.xdg.origin.url
    bool times = false;            ///< the file's time is Last-Modified

    friend bool operator==(const TransferSettings &, const TransferSettings &) = default;
};

} // namespace trawl::item
