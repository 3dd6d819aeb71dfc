// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QXmlStreamReader>

#include <memory>
#include <vector>

namespace trawl::crawl {

/// A URL as it is written in a sitemap, blanks around it gone.
struct SitemapEntry
{
    QByteArray text;
    qint64 line = 0;
    bool isSitemap = false; ///< it is another sitemap's

    friend bool operator==(const SitemapEntry &, const SitemapEntry &) = default;
};

/// urlset and sitemapindex (sitemaps.org 0.9), and the items' links of RSS and Atom, by the names
/// of elements whatever their prefix: many sitemaps get their namespaces wrong. A document type
/// (and with it every entity of one's own) and deep nesting are refused.
class SitemapXml
{
public:
    SitemapXml();
    ~SitemapXml();
    SitemapXml(const SitemapXml &) = delete;
    SitemapXml &operator=(const SitemapXml &) = delete;

    /// Adds what is found to `entries`; false = no more can be read, see trouble().
    bool feed(QByteArrayView text, QList<SitemapEntry> &entries);
    /// There is no more; false = its end is missing.
    bool finish();
    [[nodiscard]] QString trouble() const { return m_trouble; }
    /// The root is urlset or sitemapindex.
    [[nodiscard]] bool isSitemap() const { return m_isSitemap; }

private:
    class Entities;

    bool stop(const QString &why);
    bool startElement(QList<SitemapEntry> &entries);
    void endElement(QList<SitemapEntry> &entries);
    bool checkRoot();

    std::unique_ptr<Entities> m_entities;
    QXmlStreamReader m_xml;
    std::vector<QString> m_path; ///< names of the open elements
    QString m_text;              ///< of the innermost one, if it is a link
    bool m_keepText = false;
    qsizetype m_fed = 0; ///< bytes since the last token
    bool m_isSitemap = false;
    bool m_ended = false;
    QString m_trouble;
};

} // namespace trawl::crawl
