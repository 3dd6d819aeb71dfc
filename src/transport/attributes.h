// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkReply>
#include <QNetworkRequest>

/// What a QNetworkRequest may ask of the libcurl-backed AccessManager beyond Qt's own attributes,
/// and what its replies tell. The stock manager ignores and leaves them unset.
namespace trawl::transport {

enum Attribute {
    // Requests
    ConnectTimeoutMs = QNetworkRequest::User + 1, ///< int
    HttpVersionAttribute,                         ///< int of item::HttpVersion's order: any, 1.1, 2
    /// Login, basic or digest as the server asks: for this request's host only. An Authorization
    /// header of the request goes before.
    UserName,    ///< QString
    Password,    ///< QString
    BearerToken, ///< QByteArray (RFC 6750)

    // Replies
    CurlCode = QNetworkRequest::User + 100, ///< int: the CURLcode the transfer ended with
    HttpVersionUsed,                        ///< int: 10, 11, 20
    DnsUs,                                  ///< qint64 µs from the start, as curl counts
    ConnectUs,
    TlsUs,
    FirstByteUs,
    BodyCoded, ///< bool: Content-Length and ranges count other bytes than those that are read
    HeadBlock, ///< QByteArray: the final head as received, secrets as ••••, 8 kB at most
};

} // namespace trawl::transport
