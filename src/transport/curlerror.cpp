// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/curlerror.h"

#include <cerrno>

namespace trawl::transport {
namespace {

constexpr int tooLarge = 100; // CURLE_TOO_LARGE, since libcurl 8.6

QNetworkReply::NetworkError connectError(long osError)
{
    switch (osError) {
    case ETIMEDOUT:
        return QNetworkReply::TimeoutError;
    case ENETUNREACH:
    case ENETDOWN:
    case EHOSTUNREACH:
        return QNetworkReply::TemporaryNetworkFailureError;
    default:
        return QNetworkReply::ConnectionRefusedError;
    }
}

// libcurl has one code for a broken connection and for a chunk size that is none.
QNetworkReply::NetworkError receiveError(const QString &text)
{
    return text.contains(u"chunk") ? QNetworkReply::ProtocolFailure
                                   : QNetworkReply::RemoteHostClosedError;
}

QNetworkReply::NetworkError proxyError(CURLcode code)
{
    return code == CURLE_COULDNT_RESOLVE_PROXY ? QNetworkReply::ProxyNotFoundError
                                               : QNetworkReply::ProxyConnectionRefusedError;
}

QNetworkReply::NetworkError networkError(CURLcode code, const QString &text, long osError)
{
    switch (code) {
    case CURLE_URL_MALFORMAT:
        return QNetworkReply::ProtocolInvalidOperationError;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return proxyError(code);
    case CURLE_COULDNT_RESOLVE_HOST:
        return QNetworkReply::HostNotFoundError;
    case CURLE_COULDNT_CONNECT:
        return connectError(osError);
    case CURLE_OPERATION_TIMEDOUT:
        return QNetworkReply::TimeoutError;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CLIENTCERT:
        return QNetworkReply::SslHandshakeFailedError;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
        return QNetworkReply::RemoteHostClosedError;
    case CURLE_RECV_ERROR:
        return receiveError(text);
    case CURLE_UNSUPPORTED_PROTOCOL: // an answer that is no HTTP: the URL's scheme was checked
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return QNetworkReply::ProtocolFailure;
    case CURLE_BAD_CONTENT_ENCODING:
        return QNetworkReply::UnknownContentError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

} // namespace

Ending endingOf(CURLcode code, const QString &text, long osError, bool headComplete)
{
    const bool longHead = !headComplete && (code == CURLE_OUT_OF_MEMORY || int(code) == tooLarge);
    if (longHead)
        return {QNetworkReply::ProtocolFailure, QStringLiteral("Response head too large"), code};
    return {networkError(code, text, osError), text, code};
}

Ending endingOfStatus(int status, QByteArrayView reason)
{
    if (status < 400)
        return {};
    const auto error = [status] {
        switch (status) {
        case 400:
        case 418:
            return QNetworkReply::ProtocolInvalidOperationError;
        case 401:
            return QNetworkReply::AuthenticationRequiredError;
        case 403:
            return QNetworkReply::ContentAccessDenied;
        case 404:
            return QNetworkReply::ContentNotFoundError;
        case 405:
            return QNetworkReply::ContentOperationNotPermittedError;
        case 407:
            return QNetworkReply::ProxyAuthenticationRequiredError;
        case 409:
            return QNetworkReply::ContentConflictError;
        case 410:
            return QNetworkReply::ContentGoneError;
        case 500:
            return QNetworkReply::InternalServerError;
        case 501:
            return QNetworkReply::OperationNotImplementedError;
        case 503:
            return QNetworkReply::ServiceUnavailableError;
        default:
            return status >= 500 ? QNetworkReply::UnknownServerError
                                 : QNetworkReply::UnknownContentError;
        }
    }();
    return {error, QStringLiteral("HTTP %1 %2").arg(status).arg(QLatin1StringView(reason)),
            CURLE_OK};
}

} // namespace trawl::transport
