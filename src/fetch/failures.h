// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QNetworkReply>

namespace trawl::fetch {

/// How a reply ended, as far as its failure's reason depends on it.
struct ReplyError
{
    QNetworkReply::NetworkError code = QNetworkReply::NoError;
    int curlCode = 0;      ///< 0 = the stock stack, or unknown
    QString text;          ///< of the reply, technical
    bool headSeen = false; ///< the final head had come: what is missing is body
};

/// The failure of a transfer that ended without a complete answer. Never Reason::None.
[[nodiscard]] item::Failure describe(const ReplyError &error);

/// The failure of a complete answer that is no success; temporary when its code is one of those
/// that are worth another try.
[[nodiscard]] item::Failure httpFailure(int code, const QList<int> &retryCodes);

} // namespace trawl::fetch
