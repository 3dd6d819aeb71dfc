// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QNetworkReply>
#include <QNetworkRequest>

/// What a QNetworkRequest may ask of the libcurl-backed AccessManager beyond Qt's own attributes,
/// and what its replies tell. The stock manager ignores and leaves them unset.
namespace trawl::transport {

enum Attribute {
    // Requests
    /// QByteArray: the URL as it is asked for, byte for byte, in item::normalUrl()'s form. Goes
    /// before the request's own, for QUrl writes escapes anew and knows fewer hosts.
    ExactUrl = QNetworkRequest::User,
    ConnectTimeoutMs,     ///< int
    HttpVersionAttribute, ///< int of item::HttpVersion's order: any, 1.1, 2
    /// Login, basic or digest as the server asks: for this request's host only. An Authorization
    /// header of the request goes before.
    UserName,    ///< QString
    Password,    ///< QString
    BearerToken, ///< QByteArray (RFC 6750)
    CookiesOf,   ///< int: whose cookies it takes and sends (AccessManager::setCookies())
    /// bool: no private address is connected to (transport/privateaddress.h). What a proxy connects
    /// to is not seen.
    PublicOnly,
    /// bool: nothing more will be asked of this host. The connection is closed behind the response,
    /// unless that redirects within the host.
    LastOfHost,

    // Replies
    CurlCode = QNetworkRequest::User + 100, ///< int: the CURLcode the transfer ended with
    HttpVersionUsed,                        ///< int: 10, 11, 20
    DnsUs,                                  ///< qint64 µs from the start, as curl counts
    ConnectUs,
    TlsUs,
    FirstByteUs,
    BodyCoded,     ///< bool: Content-Length and ranges count other bytes than those that are read
    PeerIsPrivate, ///< bool: the server's address is (transport/privateaddress.h); unset with a
                   ///< proxy
    HeadBlock,     ///< QByteArray: the final head as received, secrets as ••••, 8 kB at most
};

/// What the request asks for: its ExactUrl, else its URL without user info and fragment.
[[nodiscard]] inline QByteArray urlOf(const QNetworkRequest &request)
{
    const auto exact = request.attribute(QNetworkRequest::Attribute(ExactUrl)).toByteArray();
    constexpr auto sent = QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemoveFragment;
    return exact.isEmpty() ? request.url().toEncoded(sent) : exact;
}

} // namespace trawl::transport
