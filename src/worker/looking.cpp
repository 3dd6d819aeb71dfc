// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/looking.h"

#include "crawl/sitemap.h"
#include "item/mediatype.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace trawl::worker {

namespace {

using item::Look;

constexpr qsizetype mostText = 500 * 1024; // RFC 9309, 2.5
constexpr qsizetype mostRecord = 32 << 20;

QByteArray jsonOf(const item::Record &record)
{
    QJsonArray array;
    for (const auto &value : record)
        array.append(value);
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

Looked lookIntoPage(const Looking &looking)
{
    Looked looked;
    auto harvest =
        looking.extractor->run({looking.body, looking.head.mime, looking.url, looking.head.fields},
                               looking.request.page, looking.request.carried);
    looked.failure = harvest.failure;
    looked.note = harvest.note;
    looked.findings.links = std::move(harvest.links);
    for (const auto &record : std::as_const(harvest.records)) {
        looked.findings.records.append(jsonOf(record));
        if (const auto bytes = looked.findings.records.last().size(); bytes > mostRecord)
            looked.failure = {item::Reason::BadPage, 0, false,
                              QStringLiteral("a record of %1 bytes").arg(bytes)};
    }
    if (looked.failure.reason != item::Reason::None)
        looked.findings.records.clear();
    return looked;
}

void addLinks(item::Findings &findings, const QList<QByteArray> &urls, quint8 page)
{
    for (const auto &url : urls)
        findings.links.append({.url = url, .page = page, .samePlace = true});
}

Looked lookIntoSitemap(const Looking &looking)
{
    Looked looked;
    const auto sitemap = crawl::parseSitemap(looking.body, looking.url);
    if (!sitemap.error.isEmpty())
        looked.failure = {item::Reason::BadPage, 0, false, sitemap.error};
    looked.note = sitemap.note;
    addLinks(looked.findings, sitemap.sitemaps, item::sitemapPage);
    addLinks(looked.findings, sitemap.pages, 0);
    return looked;
}

} // namespace

bool isLookedInto(const QByteArray &contentType, Look look)
{
    return look == Look::Page ? item::mayBePage(contentType) : look != Look::Nothing;
}

Looked lookInto(const Looking &looking)
{
    Looked looked;
    switch (looking.request.look) {
    case Look::Nothing:
        break;
    case Look::Page:
        looked = lookIntoPage(looking);
        break;
    case Look::Sitemap:
        looked = lookIntoSitemap(looking);
        break;
    case Look::Text:
        looked.findings.text = looking.body.first(std::min(looking.body.size(), mostText));
        break;
    }
    looked.findings.id = looking.request.id;
    return looked;
}

QList<item::Findings> inPieces(const item::Findings &findings)
{
    QList<item::Findings> pieces;
    qsizetype bytes = 0;
    const auto room = [&](qsizetype more) -> item::Findings & {
        if (pieces.isEmpty() || bytes + more > pieceBytes) {
            pieces.append({findings.id, {}, {}, {}, false});
            bytes = 0;
        }
        bytes += more;
        return pieces.last();
    };
    for (const auto &record : findings.records) {
        for (qsizetype at = 0; at < record.size(); at += pieceBytes) {
            const auto part = record.mid(at, pieceBytes);
            auto &piece = room(part.size());
            piece.records.append(part);
            piece.goesOn = at + part.size() < record.size();
        }
    }
    for (const auto &link : findings.links)
        room(link.url.size() + link.carried.size()).links.append(link);
    for (qsizetype at = 0; at < findings.text.size(); at += pieceBytes)
        room(pieceBytes).text = findings.text.mid(at, pieceBytes);
    return pieces;
}

} // namespace trawl::worker
