// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/curlerror.h"
#include "item/localfault.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <openssl/x509_vfy.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace trawl::transport {
namespace {

constexpr int tooLarge = 100; // CURLE_TOO_LARGE, since libcurl 8.6

bool isUnreachable(long osError)
{
    return osError == ENETUNREACH || osError == ENETDOWN || osError == ENONET;
}

// A datagram socket that is connected sends nothing, but asks the kernel for a route.
bool hasRoute()
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in anywhere = {};
    anywhere.sin_family = AF_INET;
    anywhere.sin_port = htons(9);
    anywhere.sin_addr.s_addr = htonl(0xc0000201); // 192.0.2.1: RFC 5737
    const auto *address = reinterpret_cast<const sockaddr *>(&anywhere);
    const bool found = fd >= 0 && ::connect(fd, address, sizeof anywhere) == 0;
    ::close(fd);
    return found;
}

// Where libcurl opens files or starts threads it does not tell why they could not be had. Who comes
// late finds one descriptor again, but not three.
bool lacksDescriptors()
{
    std::array<int, 3> some{-1, -1, -1};
    int error = 0;
    for (int &one : some) {
        one = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
        error = one < 0 ? errno : error;
    }
    for (const int one : some) {
        if (one >= 0)
            ::close(one);
    }
    return item::localFault(error) == item::LocalFault::System;
}

// This machine's doing, not the host's.
bool isSystemLimit(const Evidence &evidence)
{
    switch (evidence.code) {
    case CURLE_COULDNT_CONNECT:
        return item::localFault(evidence.socketError) == item::LocalFault::System;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return evidence.text.contains(u"thread failed to start") || lacksDescriptors();
    case CURLE_FAILED_INIT:
    case CURLE_READ_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CONNECT_ERROR:
        return lacksDescriptors();
    default:
        return false;
    }
}

// A host with addresses of both kinds that refuses over IPv4 is unreachable over IPv6 on most
// networks: that says nothing of the network.
QNetworkReply::NetworkError connectError(const Evidence &evidence)
{
    if (isUnreachable(evidence.osError) && (!evidence.bothFamilies || !hasRoute()))
        return QNetworkReply::TemporaryNetworkFailureError;
    return evidence.osError == ETIMEDOUT ? QNetworkReply::TimeoutError
                                         : QNetworkReply::ConnectionRefusedError;
}

// libcurl has one code for a broken connection and for a chunk size that is none.
QNetworkReply::NetworkError receiveError(const QString &text)
{
    return text.contains(u"chunk") ? QNetworkReply::ProtocolFailure
                                   : QNetworkReply::RemoteHostClosedError;
}

QString certificateFault(const Evidence &evidence)
{
    // That is found by libcurl, before it asks OpenSSL for its verdict.
    if (evidence.text.contains(u"subject name"))
        return QStringLiteral("it is for another host than ") + evidence.host;
    switch (evidence.verifyResult) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return QStringLiteral("it has expired");
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return QStringLiteral("it is not yet valid");
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return QStringLiteral("it is self-signed");
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return QStringLiteral("its issuer is not known");
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return QStringLiteral("its key or signature is too weak");
    case X509_V_ERR_CERT_REVOKED:
        return QStringLiteral("it was revoked");
    default:
        return {};
    }
}

// OpenSSL's words for a peer that speaks only what is too old for one of the two.
bool isTooOld(const QString &text)
{
    constexpr const char *words[] = {"protocol version", "unsupported protocol", "version too low",
                                     "wrong ssl version", "inappropriate fallback"};
    return std::any_of(std::begin(words), std::end(words), [&text](const char *word) {
        return text.contains(QLatin1StringView(word), Qt::CaseInsensitive);
    });
}

Ending tlsEnding(const Evidence &evidence)
{
    const auto error = QNetworkReply::SslHandshakeFailedError;
    if (evidence.code == CURLE_PEER_FAILED_VERIFICATION) {
        const auto fault = certificateFault(evidence);
        return {error, fault.isEmpty() ? evidence.text : fault, evidence.code};
    }
    if (evidence.code == CURLE_SSL_CONNECT_ERROR && isTooOld(evidence.text))
        return {error, QStringLiteral("too old: ") + evidence.text, CURLE_SSL_CIPHER};
    return {error, evidence.text, evidence.code};
}

bool isTls(CURLcode code)
{
    constexpr CURLcode codes[] = {CURLE_SSL_CONNECT_ERROR,  CURLE_SSL_CERTPROBLEM,
                                  CURLE_SSL_CIPHER,         CURLE_PEER_FAILED_VERIFICATION,
                                  CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CLIENTCERT};
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
}

// What broke before the request went out broke at the proxy, but for the TLS behind it. A proxy
// says of a server that is gone that it is (502), so an answer that fails to come is its own doing.
bool isProxyFault(const Evidence &evidence)
{
    const bool broken = evidence.code == CURLE_RECV_ERROR || evidence.code == CURLE_SEND_ERROR ||
                        evidence.code == CURLE_GOT_NOTHING;
    const bool late = evidence.code == CURLE_OPERATION_TIMEDOUT;
    switch (evidence.proxy.kind) {
    case Proxy::Kind::None:
    case Proxy::Kind::Bad:
        return false;
    case Proxy::Kind::Fixed:
        if (evidence.code == CURLE_COULDNT_CONNECT || ((broken || late) && !evidence.requested))
            return true;
        if (broken && !evidence.tls && !evidence.headComplete &&
            evidence.proxy.url.startsWith("http"))
            return true;
        break;
    case Proxy::Kind::System: // libcurl does not tell whether it used one
        if (evidence.code == CURLE_COULDNT_CONNECT && !evidence.text.contains(evidence.host))
            return true;
        if (broken && evidence.text.contains(u"CONNECT"))
            return true;
        break;
    }
    return evidence.code == CURLE_COULDNT_RESOLVE_PROXY || evidence.code == CURLE_PROXY;
}

QNetworkReply::NetworkError proxyError(const Evidence &evidence)
{
    const int answer = evidence.connectCode;
    const bool refused = answer >= 400 && answer < 500 && answer != 408 && answer != 429;
    const bool login = evidence.code == CURLE_PROXY && (evidence.text.contains(u"authentication") ||
                                                        evidence.text.contains(u"rejected"));
    if (refused || login)
        return QNetworkReply::ProxyAuthenticationRequiredError;
    switch (evidence.code) {
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
        return QNetworkReply::ProxyConnectionRefusedError;
    case CURLE_OPERATION_TIMEDOUT:
        return QNetworkReply::ProxyTimeoutError;
    default:
        return QNetworkReply::ProxyConnectionClosedError;
    }
}

QNetworkReply::NetworkError networkError(const Evidence &evidence)
{
    switch (evidence.code) {
    case CURLE_URL_MALFORMAT:
        return QNetworkReply::ProtocolInvalidOperationError;
    case CURLE_COULDNT_RESOLVE_HOST:
        return QNetworkReply::HostNotFoundError;
    case CURLE_COULDNT_CONNECT:
        return connectError(evidence);
    case CURLE_OPERATION_TIMEDOUT:
        return QNetworkReply::TimeoutError;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
        return QNetworkReply::RemoteHostClosedError;
    case CURLE_RECV_ERROR:
        return receiveError(evidence.text);
    case CURLE_UNSUPPORTED_PROTOCOL: // an answer that is no HTTP: the URL's scheme was checked
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return QNetworkReply::ProtocolFailure;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

} // namespace

Ending endingOf(const Evidence &evidence)
{
    const auto code = evidence.code;
    if (!evidence.headComplete && (code == CURLE_OUT_OF_MEMORY || int(code) == tooLarge))
        return {QNetworkReply::ProtocolFailure, QStringLiteral("Response head too large"),
                CURLcode(tooLarge)};
    if (evidence.refusedPrivate &&
        (code == CURLE_COULDNT_CONNECT || code == CURLE_ABORTED_BY_CALLBACK))
        return {QNetworkReply::ContentAccessDenied, evidence.host, CURLE_ABORTED_BY_CALLBACK};
    if (isSystemLimit(evidence))
        return {QNetworkReply::UnknownNetworkError, evidence.text, systemLimitCode};
    if (isProxyFault(evidence))
        return {proxyError(evidence), evidence.proxy.name + QStringLiteral(": ") + evidence.text,
                CURLE_PROXY};
    if (isTls(code))
        return tlsEnding(evidence);
    auto text = evidence.text;
    if (code == CURLE_BAD_CONTENT_ENCODING) // of a Transfer-Encoding: no other is libcurl's to undo
        return {QNetworkReply::ProtocolFailure, text, CURLE_WEIRD_SERVER_REPLY};
    // libcurl does not hand on what the name server said.
    if (code == CURLE_COULDNT_RESOLVE_HOST)
        text += QStringLiteral(" (after %1 s)").arg(double(evidence.lookupUs) / 1e6, 0, 'f', 1);
    return {networkError(evidence), text, code};
}

Ending proxyAsksForLogin(const Proxy &proxy)
{
    return {QNetworkReply::ProxyAuthenticationRequiredError,
            proxy.name + QStringLiteral(": it asks for a name and password (407)"), CURLE_PROXY};
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
