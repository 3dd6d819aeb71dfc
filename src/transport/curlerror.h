// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkReply>
#include <QString>

#include <curl/curl.h>

namespace trawl::transport {

/// How a transfer ended, in the words of QNetworkReply. `text` is English and holds no secret.
struct Ending
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString text;
    int curlCode = CURLE_OK;
};

/// A transfer that curl reports as `code`. `osError` is CURLINFO_OS_ERRNO; `headComplete` tells a
/// head too long for curl from a lack of memory.
[[nodiscard]] Ending endingOf(CURLcode code, const QString &text, long osError, bool headComplete);

/// A whole response whose status may be an error: the codes of the stock manager.
[[nodiscard]] Ending endingOfStatus(int status, QByteArrayView reason);

} // namespace trawl::transport
