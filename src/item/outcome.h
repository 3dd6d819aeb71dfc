// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/headers.h"
#include "item/ids.h"

namespace trawl::item {

/// What the engine and the person need of the final response (RFC 9110).
struct ResponseHead
{
    int code = 0;       ///< 0 = no response came
    quint8 version = 0; ///< 10, 11 or 20; 0 = unknown
    QByteArray mime;    ///< Content-Type as received
    QByteArray contentDisposition;
    QByteArray etag;
    QByteArray lastModified;

    friend bool operator==(const ResponseHead &, const ResponseHead &) = default;
};

/// How one attempt ended. Bytes and hash are of what was written to the part; a failed attempt
/// leaves no part.
struct Outcome
{
    ItemId id{};
    Failure failure; ///< Reason::None = the whole body is in the part
    ResponseHead head;
    QByteArray finalUrl; ///< after redirects
    qint64 bytes = 0;
    quint64 xxh3 = 0;     ///< XXH3-64 of the body
    qint64 startedMs = 0; ///< since the epoch, UTC
    qint32 durationMs = 0;
    qint32 firstByteMs = 0; ///< from start to the final head
    qint32 redirects = 0;
    qint64 retryAfterMs = -1; ///< from Retry-After (RFC 9110, 10.2.3); -1 = none

    [[nodiscard]] bool ok() const { return failure.reason == Reason::None; }
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

} // namespace trawl::item
