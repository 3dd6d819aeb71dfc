// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QString>

#include <memory>

namespace trawl::transport {

class CurlMulti;

/// A QNetworkAccessManager whose replies ride on one curl multi handle (http and https, GET and
/// HEAD). Differs from the stock manager where that lies or leaks: a body that ends early, a bad
/// chunk or a cut gzip stream is an error; 1xx is skipped; redirects are never followed here;
/// nothing (cookies, credentials, cache) is added to a request but what Options and the request's
/// attributes ask for. Content-Encoding is undone (gzip, deflate, br, zstd) only when the request
/// has no Accept-Encoding header of its own; what unpacks to more than 64 MiB and 250 times its
/// size is refused as CURLE_FILESIZE_EXCEEDED. A body without a length ends with the connection;
/// over TLS that must be with a close_notify. On HTTP/2 a paused reply holds up the others of its
/// connection when the server goes on sending to it. Lives on one thread.
class AccessManager : public QNetworkAccessManager
{
    Q_OBJECT

public:
    struct Options
    {
        QString caFile; ///< PEM; empty = the system's
        bool verifyTls = true;
        int maxConnections = 64;   ///< kept open for use again
        QString clientCertificate; ///< PEM; empty = none
        QString clientKey;         ///< PEM; empty = in clientCertificate
        /// "" = none, "system" = the environment's, else a URL: http, https, socks5 (the proxy
        /// resolves names), with user info where it asks for it. Nothing ever goes round it.
        QString proxy;
        QString netrcFile;    ///< passwords by host; empty = none
        bool cookies = false; ///< take and send them, see CookieJar; each CookiesOf has its own
    };
    explicit AccessManager(const Options &options, QObject *parent = nullptr);
    ~AccessManager() override; ///< aborts what runs

    /// With Options::cookies: lines of a Netscape cookies.txt for the jar; bad ones are left out.
    void setCookies(const QList<QByteArray> &lines, int whose = 0);
    /// The lines that servers changed since the last call, session cookies included; a deleted one
    /// comes with a time of expiry that is past. Costs nothing when there are none.
    [[nodiscard]] QList<QByteArray> takeNewCookies(int whose = 0);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoingData) override;

private:
    std::unique_ptr<CurlMulti> m_multi;
};

} // namespace trawl::transport
