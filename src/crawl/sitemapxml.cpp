// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/sitemapxml.h"

#include "item/weburl.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trawl::crawl {

namespace {

bool isOneOf(QByteArrayView name, std::initializer_list<const char *> known)
{
    return std::any_of(known.begin(), known.end(), [name](const char *one) { return name == one; });
}

} // namespace

bool SitemapXml::stop(const QString &why)
{
    m_trouble = why;
    return false;
}

bool SitemapXml::feed(QByteArrayView text, QList<SitemapEntry> &entries)
{
    m_entries = &entries;
    const bool goesOn = m_scanner.feed(text);
    m_entries = nullptr;
    return goesOn || stop(m_trouble.isEmpty() ? m_scanner.error() : m_trouble);
}

bool SitemapXml::finish(QList<SitemapEntry> &entries)
{
    m_entries = &entries;
    m_scanner.finish();
    m_entries = nullptr;
    if (!m_trouble.isEmpty())
        return false;
    if (!m_scanner.error().isEmpty())
        return stop(m_scanner.error());
    return m_ended || stop(QStringLiteral("ends in the middle of line %1").arg(m_scanner.line()));
}

bool SitemapXml::documentType(QByteArrayView name)
{
    return stop(name.compare("html", Qt::CaseInsensitive) == 0
                    ? QStringLiteral("is an HTML page, no sitemap")
                    : QStringLiteral("has a document type, which no sitemap has"));
}

bool SitemapXml::startRoot(const QByteArray &name)
{
    const auto local = localName(name);
    m_isSitemap = isOneOf(local, {"urlset", "sitemapindex"});
    m_rooted = true;
    return m_isSitemap || isOneOf(local, {"rss", "feed", "RDF"}) ||
           stop(QStringLiteral("is no sitemap, its root is '%1'")
                    .arg(QString::fromUtf8(local).left(40)));
}

QByteArrayView SitemapXml::parent() const
{
    const auto &path = m_scanner.path();
    return path.size() < 2 ? QByteArrayView() : localName(path[path.size() - 2]);
}

/// What stands behind the root is nobody's matter, unless it goes on there as it was: two files in
/// one, or an end tag too early.
bool SitemapXml::startElement(const QByteArray &name, const XmlAttributes &attributes)
{
    m_keepText = false;
    const auto local = localName(name);
    const auto &path = m_scanner.path();
    if (path.size() == 1 && !m_rooted)
        return startRoot(name);
    if (path.size() == 1 &&
        isOneOf(local, {"urlset", "sitemapindex", "url", "sitemap", "item", "entry"}) &&
        std::exchange(m_ended, false))
        m_scanner.noteBroken(QStringLiteral("it goes on behind its end"));
    if (m_ended)
        return true;
    m_text.clear();
    m_keepText = (local == "loc" && isOneOf(parent(), {"url", "sitemap"})) ||
                 (local == "link" && parent() == "item");
    if (local != "link" || parent() != "entry")
        return true;
    const auto rel = valueOf(attributes, "rel");
    const auto href = valueOf(attributes, "href").trimmed();
    if (!href.isEmpty() && (rel.isEmpty() || rel == "alternate"))
        append(href, false);
    return true;
}

void SitemapXml::text(QByteArrayView part, bool literal)
{
    if (!m_keepText || m_text.size() > item::maxUrlBytes)
        return;
    if (literal)
        m_text.append(part);
    else
        m_text += m_scanner.resolved(part);
}

bool SitemapXml::endElement(const QByteArray & /*name*/)
{
    const auto url = m_keepText ? QByteArrayView(m_text).trimmed() : QByteArrayView();
    if (!url.isEmpty())
        append(url, parent() == "sitemap");
    m_keepText = false;
    m_ended = m_ended || m_scanner.path().size() == 1;
    return true;
}

void SitemapXml::append(QByteArrayView url, bool isSitemap)
{
    if (m_entries)
        m_entries->append({url.toByteArray(), m_scanner.line(), isSitemap});
}

} // namespace trawl::crawl
