// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/content.h"

#include "extract/charset.h"
#include "extract/jsonbody.h"
#include "extract/lenientjson.h"
#include "extract/mediatype.h"
#include "extract/nodes.h"
#include "item/weburl.h"

namespace trawl::extract {

namespace {

/// Of the thread's processor for all selectors and steps of a page; far more than they need.
std::chrono::nanoseconds effortFor(qsizetype bytes)
{
    return std::chrono::seconds(2) + std::chrono::microseconds(bytes);
}

bool beginsLikeJson(const QByteArray &utf8)
{
    for (const char c : utf8) {
        if (c == '{' || c == '[')
            return true;
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return false;
    }
    return false;
}

} // namespace

Content::Content(QByteArray utf8, const Body &body)
    : m_utf8(std::move(utf8))
    , m_url(body.url)
    , m_head(body.head)
    , m_effort(effortFor(m_utf8.size()))
{
}

tl::expected<bool, item::Failure> Content::readJson(const QByteArray &contentType)
{
    const bool saysLines = isJsonLinesType(contentType);
    const bool saysJson = isJsonType(contentType);
    if (!saysJson && !beginsLikeJson(m_utf8))
        return false;
    auto whole = saysLines ? tl::unexpected(QString()) : parseJson(m_utf8);
    if (whole) {
        m_json = *std::move(whole);
        return true;
    }
    const auto lines = parseJsonLines(m_utf8);
    const bool isLines = lines.broken == 0 ? lines.values.size() > (saysLines ? 0 : 1) : saysLines;
    if (isLines && !lines.values.isEmpty()) {
        if (lines.broken > 0)
            note(QStringLiteral("%1 lines are no JSON").arg(lines.broken));
        m_json = lines.values;
        return true;
    }
    if (!saysJson)
        return false;
    if (saysLines)
        return tl::unexpected(badPage(QStringLiteral("no line is JSON")));
    auto first = firstLenientJson(text());
    if (!first)
        return tl::unexpected(badPage(whole.error()));
    note(QStringLiteral("%1: only its first value was read, as it is probably meant")
             .arg(whole.error()));
    m_json = *std::move(first);
    return true;
}

tl::expected<std::unique_ptr<Content>, item::Failure> Content::of(const Body &body, item::Tree tree,
                                                                  bool wantsJson)
{
    auto utf8Bytes = isPlainAscii(body.bytes)
                         ? body.bytes.toByteArray()
                         : toUtf8(body.bytes, charsetOf(body.bytes, body.contentType));
    std::unique_ptr<Content> content(new Content(std::move(utf8Bytes), body));
    const QByteArray &utf8 = content->m_utf8;
    if (wantsJson) {
        const auto isJson = content->readJson(body.contentType);
        if (!isJson)
            return tl::unexpected(isJson.error());
        if (*isJson)
            return content;
    }
    const bool isXml = looksLikeXml(utf8, body.contentType);
    if (!isXml && isPlainText(body.contentType))
        return content;
    auto document = isXml ? Document::parseXml(utf8) : Document::parse(utf8, tree);
    if (!document)
        return tl::unexpected(document.error());
    content->m_document = std::move(*document);
    return content;
}

QByteArray Content::field(QByteArrayView name) const
{
    for (const QByteArray &line : m_head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

const QString &Content::text()
{
    if (!m_text)
        m_text = QString::fromUtf8(m_utf8);
    return *m_text;
}

const QByteArray &Content::base()
{
    if (m_base)
        return *m_base;
    m_base = m_url;
    static const auto selector = css::parse(u"base[href]").value();
    if (!m_document || !m_document->isHtml())
        return *m_base;
    const auto hits = matcher().select(*selector, nullptr, 1);
    const QString href = hits.isEmpty()
                             ? QString()
                             : attributeOf(hits.constFirst().node, "href").value_or(QString());
    if (!href.isEmpty())
        m_base = item::resolveUrl(m_url, href.toUtf8()).value_or(m_url);
    return *m_base;
}

const XPathContext &Content::xpath()
{
    if (!m_xpath)
        m_xpath.emplace(*m_document);
    return *m_xpath;
}

css::Matcher &Content::matcher()
{
    if (!m_matcher)
        m_matcher.emplace(m_document->get(), m_effort);
    return *m_matcher;
}

PageData &Content::data()
{
    if (!m_data)
        m_data.emplace(m_document->get(), base());
    return *m_data;
}

void Content::note(const QString &what)
{
    if (!what.isEmpty() && !m_notes.contains(what))
        m_notes.append(what);
}

} // namespace trawl::extract
