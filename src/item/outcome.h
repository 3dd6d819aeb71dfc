// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/headers.h"
#include "item/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

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
    QByteArray fields; ///< status line and fields as received, without secrets; 8 kB at most

    friend bool operator==(const ResponseHead &, const ResponseHead &) = default;
};

/// What is known of a whole body.
enum class Verdict : quint8 {
    None,         ///< it is not whole
    Verified,     ///< it has the checksum that was promised
    SizeOnly,     ///< the transfer itself told its end: a length, chunks, frames
    Unverifiable, ///< only the connection's end told it
    Last = Unverifiable,
};

/// When the phases of the last request had ended, in ms from its start; -1 = there was none.
struct Timings
{
    qint32 dns = -1;
    qint32 connect = -1;
    qint32 tls = -1;
    qint32 firstByte = -1;

    friend bool operator==(const Timings &, const Timings &) = default;
};

/// How one attempt ended. Bytes and hash are of what was written to the part. The part is there
/// when the outcome is ok, after Reason::Checksum, and when `resumable` is not 0.
struct Outcome
{
    ItemId id{};
    Failure failure; ///< Reason::None = the whole body is in the part
    ResponseHead head;
    QByteArray finalUrl; ///< after redirects
    qint64 bytes = 0;
    qint64 kept = 0;      ///< of these: what an earlier attempt had left
    quint64 xxh3 = 0;     ///< of the body: item/bodyhash.h
    qint64 resumable = 0; ///< after a failure: bytes that the next attempt need not fetch again
    Verdict verdict = Verdict::None;
    QByteArray sha256;    ///< raw; empty = nobody asked
    qint64 startedMs = 0; ///< since the epoch, UTC
    qint32 durationMs = 0;
    qint32 firstByteMs = 0; ///< from start to the final head
    qint32 redirects = 0;
    /// Where one more would lead, with Request::asksAtRedirect; the failure is Cancelled.
    QByteArray redirect;
    QList<QByteArray> hops; ///< the URLs between the item's and finalUrl; 20 at most
    Timings timings;
    QString note; ///< what happened on the way ("changed on the server, started again"), English
    qint64 retryAfterMs = -1; ///< from Retry-After (RFC 9110, 10.2.3); -1 = none
    bool privatePeer = false; ///< the answer came from a private address

    [[nodiscard]] bool ok() const { return failure.reason == Reason::None; }
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

} // namespace trawl::item
