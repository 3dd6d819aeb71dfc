// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xmlsource.h"

#include "exchange/bytes.h"
#include "exchange/linkreader.h"
#include "exchange/unusablelink.h"
#include "item/ascii.h"
#include "item/weburl.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trawl::exchange {

namespace {

bool isNamed(QByteArrayView name, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [name](const char *known) {
        return name.compare(known, Qt::CaseInsensitive) == 0;
    });
}

/// Attributes that lead to something: of OPML, XBEL, XSPF and the like.
bool leadsSomewhere(QByteArrayView attribute)
{
    return isNamed(attribute, {"href", "src", "url", "xmlUrl", "htmlUrl", "link", "location"});
}

bool isItem(QByteArrayView element)
{
    return element == "item" || element == "entry";
}

/// Elements whose text names something and is nothing to fetch.
bool isNaming(QByteArrayView element)
{
    return isNamed(element, {"id", "guid", "docs", "generator", "namespace", "identifier"});
}

} // namespace

bool XmlSource::read(QList<item::Link> &links, bool mayRead)
{
    const auto before = links.size();
    m_links = &links;
    while (!m_over && links.size() == before) {
        if (m_input.rest().isEmpty() && (!mayRead || !m_input.fill())) {
            if (!mayRead || !m_input.error().isEmpty())
                break;
            finish();
            break;
        }
        const auto rest = m_input.rest();
        if (!m_scanner.feed(rest)) {
            m_error = m_scanner.error();
            m_over = true;
        }
        m_input.take(rest.size());
    }
    m_links = nullptr;
    return links.size() > before;
}

void XmlSource::finish()
{
    m_over = true;
    m_scanner.finish();
    m_error = m_scanner.error();
    if (m_error.isEmpty() && !m_rootEnded)
        m_error = QStringLiteral("ends in the middle of line %1").arg(m_scanner.line());
}

QByteArrayView XmlSource::parent() const
{
    const auto &path = m_scanner.path();
    return path.size() < 2 ? QByteArrayView() : crawl::localName(path[path.size() - 2]);
}

bool XmlSource::startElement(const QByteArray &name, const crawl::XmlAttributes &attributes)
{
    const auto local = crawl::localName(name);
    m_text.clear();
    m_rootEnded = false;
    if (m_scanner.path().size() == 1)
        m_isFeed = isNamed(local, {"rss", "feed", "RDF"});
    if (m_isFeed) {
        startOfFeed(local, attributes);
        return true;
    }
    m_keepText = !isNaming(local);
    for (const auto &attribute : attributes) {
        if (leadsSomewhere(attribute.name))
            append(attribute.value);
    }
    return true;
}

void XmlSource::startOfFeed(QByteArrayView name, const crawl::XmlAttributes &attributes)
{
    const bool inItem = isItem(parent());
    m_keepText =
        parent() == "item" ? isNamed(name, {"link", "guid", "title"}) : inItem && name == "title";
    if (isItem(name)) {
        finishItem();
        m_item.emplace();
        m_item->line = m_scanner.line();
    } else if (name == "link" && parent() == "entry") {
        const auto rel = crawl::valueOf(attributes, "rel");
        if (rel.isEmpty() || rel == "alternate" || rel == "enclosure")
            appendOfItem(crawl::valueOf(attributes, "href"));
    } else if (name == "enclosure" ||
               (name == "content" && m_scanner.path().back().contains(':'))) { // media:content
        appendOfItem(crawl::valueOf(attributes, "url"));
    } else if (name == "content" && inItem) { // Atom's, where it is not in the feed itself
        appendOfItem(crawl::valueOf(attributes, "src"));
    } else if (name == "guid" && m_item) {
        const auto isLink = crawl::valueOf(attributes, "isPermaLink");
        m_item->guidIsLink = isLink.compare("false", Qt::CaseInsensitive) != 0;
    }
}

void XmlSource::endOfFeed(QByteArrayView name, QByteArrayView text)
{
    if (m_item && m_keepText && name == "title") {
        m_item->title = text.toByteArray();
    } else if (m_item && m_keepText && name == "guid") {
        m_item->guid = m_scanner.resolved(text);
    } else if (m_item && m_keepText && !text.isEmpty()) {
        m_item->hasLink = true;
        appendOfItem(m_scanner.resolved(text));
    }
    if (isItem(name))
        finishItem();
}

void XmlSource::appendOfItem(const QByteArray &url)
{
    if (m_item && !url.trimmed().isEmpty())
        m_item->urls.append(url.trimmed());
    append(url);
}

void XmlSource::finishItem()
{
    const auto item = std::exchange(m_item, std::nullopt);
    if (!item || item->hasLink)
        return;
    const bool guidLeads = item->guidIsLink && hasHttpScheme(item->guid);
    if (guidLeads && !item->urls.contains(item->guid))
        append(item->guid);
    else if (item->urls.isEmpty() && m_links)
        m_links->append(unusableLink(item->title.isEmpty() ? item->guid : item->title, item->line,
                                     item::Reason::InvalidUrl,
                                     QStringLiteral("the feed names no link for it")));
}

/// Its references are resolved when it is whole: those of other texts are nobody's matter.
void XmlSource::text(QByteArrayView part, bool literal)
{
    if (!m_keepText || m_text.size() > 2 * item::maxUrlBytes)
        return;
    if (literal)
        m_text += part.toByteArray().replace("&", "&amp;");
    else
        m_text += part;
}

bool XmlSource::endElement(const QByteArray &name)
{
    const auto text = QByteArrayView(m_text).trimmed();
    if (m_isFeed)
        endOfFeed(crawl::localName(name), text);
    else if (m_keepText && hasHttpScheme(text))
        append(m_scanner.resolved(text));
    m_keepText = false;
    m_text.clear();
    m_rootEnded = m_scanner.path().size() == 1;
    return true;
}

void XmlSource::append(QByteArrayView text)
{
    text = trimmed(QByteArrayView(text).trimmed());
    const bool isLink =
        m_isFeed ? !text.isEmpty()
                 : hasHttpScheme(text) && std::none_of(text.begin(), text.end(), item::isXmlSpace);
    if (isLink && m_links)
        m_links->append(parseAbsoluteLink(text, m_scanner.line()));
}

bool isXmlList(QByteArrayView head)
{
    constexpr std::array roots{"<?xml", "<rss",  "<feed",  "<rdf:RDF",
                               "<opml", "<xbel", "<plist", "<playlist"};
    const auto text = head.trimmed();
    return std::any_of(roots.begin(), roots.end(), [text](QByteArrayView root) {
        return text.first(qMin(text.size(), root.size())).compare(root, Qt::CaseInsensitive) == 0;
    });
}

} // namespace trawl::exchange
