// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/archive.h"
#include "wire/messages.h"

/// The fields of every struct that travels, in their order on the wire, for Writer and Reader
/// alike. A change here, or of item::transferOptionTable, is a change of protocolVersion.
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
    archive(v.code, v.version, v.mime, v.contentDisposition, v.etag, v.lastModified, v.fields);
}
template <typename A> void serialize(A &archive, Is<item::Timings> auto &v)
{
    archive(v.dns, v.connect, v.tls, v.firstByte);
}
template <typename A> void serialize(A &archive, Is<item::Outcome> auto &v)
{
    archive(v.id, v.failure, v.head, v.finalUrl, v.bytes, v.kept, v.xxh3, v.resumable, v.verdict,
            v.sha256, v.startedMs, v.durationMs, v.firstByteMs, v.redirects, v.redirect, v.hops,
            v.timings, v.note, v.retryAfterMs, v.privatePeer);
}
template <typename A> void serialize(A &archive, Is<item::Progress> auto &v)
{
    archive(v.id, v.received, v.total, v.kept);
}
template <typename A> void serialize(A &archive, Is<item::Checksum> auto &v)
{
    archive(v.algorithm, v.digest);
}
template <typename A> void serialize(A &archive, Is<item::Credentials> auto &v)
{
    archive(v.user, v.password);
}
template <typename A> void serialize(A &archive, Is<item::ExtraConnections> auto &v)
{
    archive(v.id, v.count);
}
template <typename A> void serialize(A &archive, Is<item::RateShare> auto &v)
{
    archive(v.scope, v.key, v.bytesPerSecond);
}
template <typename A> void serialize(A &archive, Is<item::Request> auto &v)
{
    archive(v.id, v.url, v.partPath, v.headers, v.job, v.host, v.rate, v.size, v.maxBytes, v.chain,
            v.asksAtRedirect, v.mirrors, v.typesKept, v.checksum, v.lastOfHost, v.publicOnly,
            v.credentials, v.look, v.page, v.carried);
}
template <typename A> void serialize(A &archive, Is<item::FoundLink> auto &v)
{
    archive(v.url, v.page, v.samePlace, v.carried, v.referrer, v.refresh);
}
template <typename A> void serialize(A &archive, Is<item::Findings> auto &v)
{
    archive(v.id, v.records, v.links, v.text, v.goesOn);
}
template <typename A> void serialize(A &archive, Is<item::TransferSettings> auto &v)
{
    item::forEachOption(item::transferOptionTable, [&](const auto &row) { archive(v.*row.field); });
}

template <typename A> void serialize(A &archive, Is<item::RecipePlace> auto &v)
{
    archive(v.part, v.index);
}
template <typename A> void serialize(A &archive, Is<item::Probe> auto &v)
{
    archive(v.number, v.recipe, v.url, v.contentType, v.bodyPath, v.located, v.wantsSource,
            v.comparesTrees);
}
template <typename A> void serialize(A &archive, Is<item::SourceRange> auto &v)
{
    archive(v.from, v.to);
}
template <typename A> void serialize(A &archive, Is<item::SelectorProblem> auto &v)
{
    archive(v.place, v.what);
}
template <typename A> void serialize(A &archive, Is<item::LostValue> auto &v)
{
    archive(v.record, v.field, v.found);
}
template <typename A> void serialize(A &archive, Is<item::ProbeAnswer> auto &v)
{
    archive(v.number, v.failure, v.error, v.note, v.problems, v.records, v.recordCount, v.missing,
            v.lost, v.links, v.linkCount, v.matches, v.matchCount, v.source, v.sourceCut,
            v.sameInOther, v.ms, v.goesOn);
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
template <typename A> void serialize(A &archive, Is<Found> auto &v)
{
    archive(v.items);
}
template <typename A> void serialize(A &archive, Is<Probe> auto &v)
{
    archive(v.probe);
}
template <typename A> void serialize(A &archive, Is<Probed> auto &v)
{
    archive(v.answer);
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
template <typename A> void serialize(A &archive, Is<SetRates> auto &v)
{
    archive(v.shares);
}
template <typename A> void serialize(A &archive, Is<JobSettings> auto &v)
{
    archive(v.job, v.settings, v.recipe);
}
template <typename A> void serialize(A &archive, Is<GrantConnections> auto &v)
{
    archive(v.items);
}
template <typename A> void serialize(A &archive, Is<WantConnections> auto &v)
{
    archive(v.items);
}
template <typename A> void serialize(A &archive, Is<ReturnConnections> auto &v)
{
    archive(v.items);
}
template <typename A> void serialize(A &archive, Is<item::Segment> auto &v)
{
    archive(v.first, v.end, v.written, v.state);
}
template <typename A> void serialize(A &archive, Is<item::Inspection> auto &v)
{
    archive(v.id, v.segments, v.received, v.total, v.kept, v.bytesPerSecond, v.finalUrl, v.hops,
            v.head);
}
template <typename A> void serialize(A &archive, Is<Inspect> auto &v)
{
    archive(v.id);
}
template <typename A> void serialize(A &archive, Is<Segments> auto &v)
{
    archive(v.inspection);
}
template <typename A> void serialize(A &archive, Is<SetConnections> auto &v)
{
    archive(v.connections);
}
template <typename A> void serialize(A &archive, Is<Cookies> auto &v)
{
    archive(v.job, v.lines);
}
template <typename A> void serialize(A &, Is<Drain> auto &) {}
template <typename A> void serialize(A &archive, Is<Ping> auto &v)
{
    archive(v.number);
}

} // namespace trawl::wire
