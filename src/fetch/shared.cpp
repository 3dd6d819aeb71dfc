// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/shared.h"

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
    , ownRequest(bareRequest(settings))
    , foreignRequest(ownRequest)
    , buffer(bufferSize)
{
    for (const auto &header : settings.headers)
        ownRequest.setRawHeader(header.name, header.value);
    setCredentials(ownRequest, settings.credentials);
    if (!settings.bearer.isEmpty())
        ownRequest.setAttribute(attribute(transport::BearerToken), settings.bearer);
}

bool isHttp2InTheClear(const item::TransferSettings &settings, const QUrl &url)
{
    return settings.http == item::HttpVersion::Http2 && url.scheme() == QLatin1StringView("http");
}

void setCredentials(QNetworkRequest &request, const item::Credentials &credentials)
{
    if (credentials.isEmpty())
        return;
    request.setAttribute(attribute(transport::UserName), credentials.user);
    request.setAttribute(attribute(transport::Password), credentials.password);
}

} // namespace trawl::fetch
