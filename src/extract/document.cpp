// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/document.h"

#include "extract/browsertree.h"
#include "extract/libxmltree.h"
#include "extract/soundness.h"

namespace trawl::extract {

namespace {

QByteArray trimmedHead(QByteArrayView utf8)
{
    return utf8.first(std::min<qsizetype>(utf8.size(), 1024)).toByteArray().trimmed().toLower();
}

} // namespace

item::Failure badPage(const QString &detail)
{
    return {.reason = item::Reason::BadPage, .detail = detail};
}

tl::expected<Document, item::Failure> Document::parse(const QByteArray &utf8, item::Tree tree)
{
    const auto soundness = checkSoundness(utf8);
    if (soundness.whyNot)
        return tl::unexpected(badPage(*soundness.whyNot));
    auto doc = tree == item::Tree::Browser ? makeBrowserTree(utf8, soundness.youngTags)
                                           : makeFastTree(utf8);
    if (!doc)
        return tl::unexpected(badPage(doc.error()));
    return Document(std::move(*doc));
}

tl::expected<Document, item::Failure> Document::parseXml(const QByteArray &utf8)
{
    auto doc = makeXmlTree(utf8);
    if (!doc)
        return tl::unexpected(badPage(doc.error()));
    return Document(std::move(*doc));
}

bool looksLikeXml(QByteArrayView utf8, const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    if (type == "application/xhtml+xml")
        return false; // as forgiving as with text/html
    const QByteArray head = trimmedHead(utf8);
    const bool feed = head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf");
    const bool page = head.contains("<!doctype html") || head.contains("<html");
    if (type.endsWith("/xml") || type.endsWith("+xml"))
        return !page || feed;
    return head.startsWith("<?xml") && (feed || (!page && type != "text/html"));
}

} // namespace trawl::extract
