// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/shared.h"

#include "item/urlchars.h"
#include "item/weburl.h"
#include "transport/attributes.h"

#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>

namespace trawl::fetch {

namespace {

constexpr std::size_t bufferSize = 128 * 1024;

QNetworkRequest::Attribute attribute(transport::Attribute code)
{
    return QNetworkRequest::Attribute(code);
}

int tickMs(const item::TransferSettings &settings)
{
    const auto shortest =
        std::min({settings.connectTimeoutMs, settings.firstByteTimeoutMs, settings.idleTimeoutMs});
    return std::clamp(shortest / 10, 20, 500);
}

// The stock manager would follow, store and add things of its own.
void tameStock(QNetworkRequest &request, const item::TransferSettings &settings)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    auto tls = QSslConfiguration::defaultConfiguration();
    if (!settings.verifyTls)
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!settings.caFile.isEmpty())
        tls.setCaCertificates(QSslCertificate::fromPath(settings.caFile, QSsl::Pem));
    request.setSslConfiguration(tls);
}

// Of one '%' that is no escape QUrl would take them all for such.
QUrl stockUrl(const QByteArray &url)
{
    QByteArray text;
    text.reserve(url.size());
    for (qsizetype i = 0; i < url.size(); ++i) {
        text += url[i];
        if (url[i] == '%' && item::encodedOctet(url, i) < 0)
            text += "25";
    }
    return QUrl::fromEncoded(text, QUrl::TolerantMode);
}

QNetworkRequest bareRequest(const item::TransferSettings &settings)
{
    QNetworkRequest request;
    request.setRawHeader("User-Agent", settings.userAgent);
    if (settings.stack == item::HttpStack::Qt) {
        tameStock(request, settings);
        return request;
    }
    request.setAttribute(attribute(transport::ConnectTimeoutMs), settings.connectTimeoutMs);
    request.setAttribute(attribute(transport::HttpVersionAttribute), int(settings.http));
    return request;
}

} // namespace

Shared::Shared(const item::TransferSettings &settings)
    : watchdog(tickMs(settings))
    , buffer(bufferSize)
    , m_stock(settings.stack == item::HttpStack::Qt)
    , m_own(bareRequest(settings))
    , m_foreign(m_own)
{
    for (const auto &header : settings.headers)
        m_own.setRawHeader(header.name, header.value);
    setCredentials(m_own, settings.credentials);
    if (!settings.bearer.isEmpty())
        m_own.setAttribute(attribute(transport::BearerToken), settings.bearer);
}

QNetworkRequest Shared::request(const QByteArray &url, bool own, item::JobId job) const
{
    auto request = own ? m_own : m_foreign;
    if (m_stock) {
        request.setUrl(stockUrl(url));
        return request;
    }
    request.setAttribute(attribute(transport::ExactUrl), url);
    request.setAttribute(attribute(transport::CookiesOf), int(job));
    return request;
}

bool isHttp2InTheClear(const item::TransferSettings &settings, QByteArrayView url)
{
    return settings.http == item::HttpVersion::Http2 &&
           url.first(item::schemeLength(url)).compare("http", Qt::CaseInsensitive) == 0;
}

void setCredentials(QNetworkRequest &request, const item::Credentials &credentials)
{
    if (credentials.isEmpty())
        return;
    request.setAttribute(attribute(transport::UserName), credentials.user);
    request.setAttribute(attribute(transport::Password), credentials.password);
}

} // namespace trawl::fetch
