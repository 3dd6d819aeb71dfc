// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/sitemapxml.h"

#include "item/weburl.h"

#include <algorithm>
#include <array>

namespace trawl::crawl {

namespace {

constexpr std::size_t maxDepth = 32;
constexpr qsizetype maxTokenBytes = 1024 * 1024;

QString localName(QStringView qualified)
{
    return qualified.sliced(qualified.lastIndexOf(u':') + 1).toString();
}

} // namespace

/// Feeds are full of &nbsp; and the like, which XML does not know; nothing that is read needs them.
class SitemapXml::Entities : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString & /*name*/) override
    {
        return QStringLiteral(" ");
    }
};

SitemapXml::SitemapXml()
    : m_entities(std::make_unique<Entities>())
{
    m_xml.setNamespaceProcessing(false);
    m_xml.setEntityResolver(m_entities.get());
}

SitemapXml::~SitemapXml() = default;

bool SitemapXml::stop(const QString &why)
{
    m_trouble = why;
    return false;
}

bool SitemapXml::feed(QByteArrayView text, QList<SitemapEntry> &entries)
{
    if (m_ended)
        return true;
    m_fed += text.size();
    m_xml.addData(text.toByteArray());
    while (!m_ended) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (!startElement(entries))
                return false;
            break;
        case QXmlStreamReader::Characters:
            if (m_keepText && m_text.size() <= item::maxUrlBytes)
                m_text += m_xml.text();
            break;
        case QXmlStreamReader::EndElement:
            endElement(entries);
            break;
        case QXmlStreamReader::DTD:
            return stop(m_xml.dtdName().compare(u"html", Qt::CaseInsensitive) == 0
                            ? QStringLiteral("is an HTML page, no sitemap")
                            : QStringLiteral("has a document type, which no sitemap has"));
        case QXmlStreamReader::Invalid:
            if (m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
                return stop(QStringLiteral("is no good XML in line %1: %2")
                                .arg(m_xml.lineNumber())
                                .arg(m_xml.errorString()));
            return m_fed <= maxTokenBytes ||
                   stop(QStringLiteral("has a text of more than 1 MiB in line %1")
                            .arg(m_xml.lineNumber()));
        default:
            break;
        }
        m_fed = 0;
    }
    return true;
}

bool SitemapXml::finish()
{
    return m_ended || stop(QStringLiteral("ends in the middle of line %1").arg(m_xml.lineNumber()));
}

bool SitemapXml::checkRoot()
{
    static constexpr std::array roots{u"urlset", u"sitemapindex", u"rss", u"feed", u"RDF"};
    const auto &name = m_path.front();
    m_isSitemap = name == roots[0] || name == roots[1];
    return std::any_of(roots.begin(), roots.end(), [&](const char16_t *r) { return name == r; }) ||
           stop(QStringLiteral("is no sitemap, its root is '%1'").arg(name.left(40)));
}

bool SitemapXml::startElement(QList<SitemapEntry> &entries)
{
    m_path.push_back(localName(m_xml.qualifiedName()));
    m_keepText = false;
    const auto depth = m_path.size();
    if (depth == 1)
        return checkRoot();
    if (depth > maxDepth)
        return stop(QStringLiteral("is nested too deeply in line %1").arg(m_xml.lineNumber()));
    const auto &name = m_path.back();
    const auto &parent = m_path[depth - 2];
    m_text.clear();
    m_keepText = (name == u"loc" && (parent == u"url" || parent == u"sitemap")) ||
                 (name == u"link" && parent == u"item");
    if (name != u"link" || parent != u"entry")
        return true;
    const auto attributes = m_xml.attributes();
    const auto rel = attributes.value(QLatin1StringView("rel"));
    const auto href = attributes.value(QLatin1StringView("href")).trimmed();
    if (!href.isEmpty() && (rel.isEmpty() || rel == u"alternate"))
        entries.append({href.toUtf8(), m_xml.lineNumber(), false});
    return true;
}

void SitemapXml::endElement(QList<SitemapEntry> &entries)
{
    const auto text = m_keepText ? QStringView(m_text).trimmed() : QStringView();
    if (!text.isEmpty())
        entries.append(
            {text.toUtf8(), m_xml.lineNumber(), m_path[m_path.size() - 2] == u"sitemap"});
    m_keepText = false;
    m_path.pop_back();
    m_ended = m_path.empty(); // what stands behind the root is nobody's matter
}

} // namespace trawl::crawl
