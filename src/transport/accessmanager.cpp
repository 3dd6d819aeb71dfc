// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/accessmanager.h"

#include "transport/curlreply.h"

#include <QDateTime>

namespace trawl::transport {

AccessManager::AccessManager(const Options &options, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_multi(std::make_unique<CurlMulti>(options))
{
}

AccessManager::~AccessManager() = default;

void AccessManager::setCookies(const QList<QByteArray> &lines, int whose)
{
    m_multi->cookies(whose).set(lines, QDateTime::currentMSecsSinceEpoch());
}

QList<QByteArray> AccessManager::takeNewCookies(int whose)
{
    return m_multi->cookies(whose).takeNew();
}

QNetworkReply *AccessManager::createRequest(Operation operation, const QNetworkRequest &request,
                                            QIODevice *)
{
    return new CurlReply(*m_multi, operation, request, this);
}

} // namespace trawl::transport

#include "moc_accessmanager.cpp"
