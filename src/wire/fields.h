// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/archive.h"
#include "wire/messages.h"

/// The fields of every struct that travels, in their order on the wire, for Writer and Reader
/// alike. A change here is a change of protocolVersion.
namespace trawl::wire {

/// Ahead of the protocol version, so that a stranger's bytes are told from another version's.
constexpr quint32 magic = 0x5452'574c; // "TRWL"

template <typename T, typename U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template <typename A> void serialize(A &archive, Is<item::Header> auto &v)
{
    archive(v.name, v.value);
}
template <typename A> void serialize(A &archive, Is<item::Failure> auto &v)
{
    archive(v.reason, v.httpCode, v.temporary, v.detail);
}
template <typename A> void serialize(A &archive, Is<item::ResponseHead> auto &v)
{
    archive(v.code, v.version, v.mime, v.contentDisposition, v.etag, v.lastModified);
}
template <typename A> void serialize(A &archive, Is<item::Outcome> auto &v)
{
    archive(v.id, v.failure, v.head, v.finalUrl, v.bytes, v.xxh3, v.startedMs, v.durationMs,
            v.firstByteMs, v.redirects, v.retryAfterMs);
}
template <typename A> void serialize(A &archive, Is<item::Progress> auto &v)
{
    archive(v.id, v.received, v.total);
}
template <typename A> void serialize(A &archive, Is<item::Request> auto &v)
{
    archive(v.id, v.url, v.partPath, v.headers);
}
template <typename A> void serialize(A &archive, Is<item::TransferSettings> auto &v)
{
    archive(v.userAgent, v.headers, v.caFile, v.verifyTls, v.http, v.stack, v.connections,
            v.connectTimeoutMs, v.idleTimeoutMs, v.maxRedirects);
}

inline void serialize(Writer &archive, const Hello &v)
{
    archive(magic, v.protocol, v.token, v.pid);
}
/// Of another protocol's Hello only the version is known: its other fields may be anything.
inline void serialize(Reader &archive, Hello &v)
{
    quint32 mark = 0;
    archive(mark, v.protocol);
    if (mark != magic)
        archive.fail();
    else if (v.protocol == protocolVersion)
        archive(v.token, v.pid);
    else
        archive.skipRest();
}
template <typename A> void serialize(A &archive, Is<ProgressBatch> auto &v)
{
    archive(v.items);
}
template <typename A> void serialize(A &archive, Is<Finished> auto &v)
{
    archive(v.outcomes);
}
template <typename A> void serialize(A &archive, Is<Health> auto &v)
{
    archive(v.pong, v.rssBytes, v.cpuMs, v.inFlight, v.loopLagMs);
}
template <typename A> void serialize(A &archive, Is<Log> auto &v)
{
    archive(v.level, v.text);
}
template <typename A> void serialize(A &archive, Is<Configure> auto &v)
{
    archive(v.settings);
}
template <typename A> void serialize(A &archive, Is<Assign> auto &v)
{
    archive(v.tasks);
}
template <typename A> void serialize(A &archive, Is<Cancel> auto &v)
{
    archive(v.ids);
}
template <typename A> void serialize(A &archive, Is<SetRate> auto &v)
{
    archive(v.bytesPerSecond);
}
template <typename A> void serialize(A &, Is<Drain> auto &) {}
template <typename A> void serialize(A &archive, Is<Ping> auto &v)
{
    archive(v.number);
}

} // namespace trawl::wire
