// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/failures.h"

#include <array>

namespace trawl::fetch {

namespace {

using item::Reason;

/// Whose words tell the person more than ours: the reply's text is appended.
enum class Words : quint8 { Ours, Theirs };

struct Row
{
    int code;
    Reason reason;
    bool temporary;
    const char *detail;
    Words words = Words::Ours;
};

// CURLcode, libcurl-errors(3). What is missing here is told by its NetworkError.
constexpr std::array curlRows{
    Row{1, Reason::BadHead, false, "the answer is no HTTP that is understood"},
    Row{3, Reason::InvalidUrl, false, "the URL is malformed"},
    Row{6, Reason::Dns, true, "name lookup failed", Words::Theirs},
    Row{7, Reason::Connect, true, "no connection to the host"},
    Row{8, Reason::BadHead, false, "bad response head", Words::Theirs},
    Row{16, Reason::BadFraming, true, "HTTP/2 framing error"},
    Row{18, Reason::Truncated, true, "the body ended early"},
    Row{28, Reason::Timeout, true, "no answer in time"},
    Row{35, Reason::Tls, true, "TLS handshake failed", Words::Theirs},
    Row{42, Reason::PrivateAddress, false, "a private address", Words::Theirs},
    Row{43, Reason::Internal, false, "the request cannot be sent", Words::Theirs},
    Row{52, Reason::Network, true, "the server closed without an answer"},
    Row{55, Reason::Network, true, "the connection broke while sending"},
    Row{56, Reason::Network, true, "the connection broke"},
    Row{58, Reason::Tls, false, "bad client certificate", Words::Theirs},
    Row{59, Reason::Tls, false, "no common TLS version or cipher", Words::Theirs},
    Row{60, Reason::Tls, false, "certificate refused", Words::Theirs},
    Row{61, Reason::BadEncoding, true, "bad Content-Encoding", Words::Theirs},
    Row{63, Reason::TooLarge, false, "too large when unpacked"},
    Row{77, Reason::Tls, false, "the CA file cannot be read", Words::Theirs},
    Row{80, Reason::Tls, true, "TLS shutdown failed"},
    Row{81, Reason::SystemLimit, true, "too few descriptors, threads or memory", Words::Theirs},
    Row{83, Reason::Tls, false, "certificate issuer refused", Words::Theirs},
    Row{90, Reason::Tls, false, "public key refused"},
    Row{91, Reason::Tls, false, "certificate status refused"},
    Row{92, Reason::BadFraming, true, "HTTP/2 stream error"},
    Row{95, Reason::BadFraming, true, "HTTP/3 error"},
    Row{97, Reason::Proxy, true, "proxy", Words::Theirs},
    Row{100, Reason::BadHead, false,
        "response head too large: a line may have 100 kB, all together 256 kB"},
};

constexpr std::array qtRows{
    Row{QNetworkReply::ConnectionRefusedError, Reason::Connect, true, "no connection to the host"},
    Row{QNetworkReply::RemoteHostClosedError, Reason::Network, true, "the connection broke"},
    Row{QNetworkReply::HostNotFoundError, Reason::Dns, true,
        "the host's name could not be resolved"},
    Row{QNetworkReply::TimeoutError, Reason::Timeout, true, "no answer in time"},
    Row{QNetworkReply::OperationCanceledError, Reason::Network, true, "the request was dropped"},
    Row{QNetworkReply::SslHandshakeFailedError, Reason::Tls, false, "TLS handshake failed",
        Words::Theirs},
    Row{QNetworkReply::TemporaryNetworkFailureError, Reason::Unreachable, true,
        "the network is gone"},
    Row{QNetworkReply::NetworkSessionFailedError, Reason::Unreachable, true, "the network is gone"},
    Row{QNetworkReply::ProxyConnectionRefusedError, Reason::Proxy, true, "the proxy refused"},
    Row{QNetworkReply::ProxyConnectionClosedError, Reason::Proxy, true, "the proxy broke off"},
    Row{QNetworkReply::ProxyNotFoundError, Reason::Proxy, true,
        "the proxy's name could not be resolved"},
    Row{QNetworkReply::ProxyTimeoutError, Reason::Proxy, true, "the proxy did not answer in time"},
    Row{QNetworkReply::ProxyAuthenticationRequiredError, Reason::Proxy, false,
        "the proxy asks for a password"},
    Row{QNetworkReply::ProtocolUnknownError, Reason::UnsupportedScheme, false,
        "the scheme is not supported"},
    Row{QNetworkReply::ProtocolInvalidOperationError, Reason::BadHead, false, "bad response head"},
    Row{QNetworkReply::ProtocolFailure, Reason::BadHead, false, "bad response head"},
    Row{QNetworkReply::UnknownContentError, Reason::BadEncoding, true,
        "the Content-Encoding cannot be undone"},
};

constexpr int curlNoConnection = 7;
constexpr int curlRecvError = 56;
constexpr int curlBadEncoding = 61;
constexpr int curlHttp2Stream = 92;
constexpr int curlProxy = 97;
constexpr int curlTooLarge = 100;

template <std::size_t Size> const Row *find(const std::array<Row, Size> &rows, int code)
{
    for (const auto &row : rows) {
        if (row.code == code)
            return &row;
    }
    return nullptr;
}

// Of a proxy: to try again does not help before the settings are others.
bool isFinal(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ProxyAuthenticationRequiredError ||
           error == QNetworkReply::ProxyNotFoundError;
}

// Libcurl 7.88 says RECV_ERROR for these, too; only its text tells them from a broken connection.
const Row *special(const ReplyError &error)
{
    static constexpr Row chunk{0, Reason::BadFraming, true, "bad chunked coding"};
    static constexpr Row cut{0, Reason::Truncated, true, "the connection broke in the body"};
    static constexpr Row coding{0, Reason::BadEncoding, false, "Content-Encoding", Words::Theirs};
    static constexpr Row proxy{0, Reason::Proxy, false, "proxy", Words::Theirs};
    static constexpr Row unreachable{0, Reason::Unreachable, true, "the network is unreachable"};
    if (error.curlCode == curlProxy && isFinal(error.code))
        return &proxy;
    if (error.curlCode == curlNoConnection &&
        error.code == QNetworkReply::TemporaryNetworkFailureError)
        return &unreachable;
    if (error.curlCode == curlBadEncoding && error.text.contains(QLatin1StringView("understood")))
        return &coding; // the next answer has it, too
    if (error.curlCode == curlRecvError && error.text.contains(QLatin1StringView("chunk")))
        return &chunk;
    if (error.curlCode == curlRecvError && error.text.contains(QLatin1StringView("header")))
        return find(curlRows, curlTooLarge);
    const auto brokeOff =
        error.curlCode == curlRecvError || error.curlCode == curlHttp2Stream ||
        (error.curlCode == 0 && error.code == QNetworkReply::RemoteHostClosedError);
    return brokeOff && error.headSeen ? &cut : nullptr;
}

} // namespace

item::Failure describe(const ReplyError &error)
{
    const auto *row = special(error);
    if (!row && error.curlCode != 0)
        row = find(curlRows, error.curlCode);
    if (!row)
        row = find(qtRows, error.code);
    if (!row) {
        const auto detail =
            QStringLiteral("network error %1, libcurl %2").arg(int(error.code)).arg(error.curlCode);
        return {Reason::Network, 0, true, detail};
    }
    QString detail = QString::fromLatin1(row->detail);
    if (row->words == Words::Theirs && !error.text.isEmpty())
        detail = detail + QStringLiteral(": ") + error.text.left(200);
    return {row->reason, 0, row->temporary, detail};
}

item::Failure httpFailure(int code, const QList<int> &retryCodes)
{
    return {Reason::Http, code, retryCodes.contains(code), {}};
}

} // namespace trawl::fetch
