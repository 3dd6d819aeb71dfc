// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/transfer.h"

#include "transport/accessmanager.h"

#include <algorithm>

namespace trawl::fetch {

std::unique_ptr<QNetworkAccessManager> makeManager(const item::TransferSettings &settings)
{
    if (settings.stack == item::HttpStack::Qt)
        return std::make_unique<QNetworkAccessManager>();
    const transport::AccessManager::Options options{
        .caFile = settings.caFile,
        .verifyTls = settings.verifyTls,
        .maxConnections = std::max(64, settings.connections),
        .clientCertificate = settings.clientCertificate,
        .clientKey = settings.clientKey,
        .proxy = settings.proxy,
        .netrcFile = settings.netrcFile,
        .cookies = settings.cookies || settings.cookiesInMemory,
    };
    return std::make_unique<transport::AccessManager>(options);
}

} // namespace trawl::fetch
