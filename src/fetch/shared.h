// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/sumslookup.h"
#include "fetch/watchdog.h"
#include "item/ids.h"
#include "item/settings.h"

#include <QNetworkRequest>

#include <vector>

namespace trawl::fetch {

/// What the transfers of one process have in common.
class Shared
{
public:
    explicit Shared(const item::TransferSettings &settings);

    /// For `url`, byte for byte; with the job's headers and login if it is `own`, of the first
    /// origin. Cookies are the job's wherever it goes.
    [[nodiscard]] QNetworkRequest request(const QByteArray &url, bool own, item::JobId job) const;

    Watchdog watchdog;
    SumsCache sums;
    std::vector<char> buffer; ///< bodies pass through it; used within one call only

private:
    bool m_stock; ///< over Qt's own stack
    QNetworkRequest m_own;
    QNetworkRequest m_foreign;
};

/// HTTP/2 is wished for where there is no TLS: HTTP/1.1 is spoken then, for with prior knowledge
/// libcurl 7.88 garbles all requests of a connection but its first.
[[nodiscard]] bool isHttp2InTheClear(const item::TransferSettings &settings, QByteArrayView url);

/// For basic or digest, as the server asks; empty ones leave the request as it is. Only our own
/// stack knows them. For the first origin only: the caller sees to that.
void setCredentials(QNetworkRequest &request, const item::Credentials &credentials);

} // namespace trawl::fetch
