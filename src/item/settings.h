// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/headers.h"

#include <QString>

namespace trawl::item {

enum class HttpVersion : quint8 { Any, Http1, Http2 };

/// Which stack carries the access manager: ours over libcurl, or Qt's own as a control.
enum class HttpStack : quint8 { Curl, Qt };

/// How every request of a session is made; sent to each worker once (wire::Configure).
struct TransferSettings
{
    QByteArray userAgent = QByteArrayLiteral("Trawl/" TRAWL_VERSION);
    Headers headers; ///< added to every request; not sent to another origin
    QString caFile;  ///< PEM; empty = the system's
    bool verifyTls = true;
    HttpVersion http = HttpVersion::Any;
    HttpStack stack = HttpStack::Curl;
    int connections = 32; ///< transfers at once in one worker
    int connectTimeoutMs = 30'000;
    int idleTimeoutMs = 30'000; ///< no byte for so long: Reason::Timeout
    int maxRedirects = 20;

    friend bool operator==(const TransferSettings &, const TransferSettings &) = default;
};

} // namespace trawl::item
