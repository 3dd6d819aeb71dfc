// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/cookietrial.h"

#include "transport/innerserver.h"

namespace trawl::transport {

namespace {

constexpr long longestMs = 10'000;
// Curl takes 50 cookies and 300 kB of one response; a list of cookies is not one response.
constexpr int mostFields = 40;
constexpr qsizetype mostBytes = 100 * 1024;

QByteArray cookieOf(const QByteArray &head)
{
    for (const auto &line : head.split('\n')) {
        constexpr QByteArrayView name("cookie:");
        if (QByteArrayView(line)
                .first(qMin(line.size(), name.size()))
                .compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(name.size()).trimmed();
    }
    return {};
}

} // namespace

CookieTrial::CookieTrial()
    : m_handle(curl_easy_init())
{
    Q_CHECK_PTR(m_handle.get());
    const auto set = [this](CURLoption option, auto value) {
        curl_easy_setopt(m_handle.get(), option, value);
    };
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_COOKIEFILE, "");
    set(CURLOPT_TIMEOUT_MS, longestMs);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_FORBID_REUSE, 1L);
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_SSL_VERIFYPEER, 0L);
    set(CURLOPT_SSL_VERIFYHOST, 0L);
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2) | long(CURL_SSLVERSION_MAX_TLSv1_2));
    set(CURLOPT_SSL_CIPHER_LIST, InnerServer::ciphers);
}

CookieTrial::~CookieTrial() = default;

tl::expected<QByteArray, QString> CookieTrial::exchange(const QByteArray &url,
                                                        const QByteArray &fields)
{
    InnerServer server(url.startsWith("https:"),
                       "HTTP/1.1 204 No Content\r\nConnection: close\r\n" + fields + "\r\n");
    if (server.name().isEmpty())
        return tl::unexpected(QStringLiteral("no socket"));
    curl_easy_setopt(m_handle.get(), CURLOPT_ABSTRACT_UNIX_SOCKET, server.name().constData());
    curl_easy_setopt(m_handle.get(), CURLOPT_URL, url.constData());
    const auto code = curl_easy_perform(m_handle.get());
    if (code != CURLE_OK)
        return tl::unexpected(QString::fromUtf8(curl_easy_strerror(code)));
    return server.request();
}

tl::expected<QByteArray, QString> CookieTrial::sent(const QList<Received> &received,
                                                    const QByteArray &url)
{
    curl_easy_setopt(m_handle.get(), CURLOPT_COOKIELIST, "ALL"); // forgets them
    for (qsizetype i = 0; i < received.size();) {
        const auto &from = received[i].url;
        QByteArray fields;
        for (int count = 0;
             i < received.size() && received[i].url == from && count < mostFields &&
             (count == 0 || fields.size() + received[i].setCookie.size() < mostBytes);
             ++count, ++i)
            fields += "Set-Cookie: " + received[i].setCookie + "\r\n";
        if (const auto done = exchange(from, fields); !done)
            return done;
    }
    return exchange(url, {}).map(cookieOf);
}

} // namespace trawl::transport
