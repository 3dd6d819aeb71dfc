// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crawl/xmlscanner.h"

#include <QByteArray>
#include <QList>
#include <QString>

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
/// of elements whatever their prefix: many sitemaps get their namespaces wrong. What is broken is
/// read on behind (xmlscanner.h). A document type and deep nesting are refused.
class SitemapXml : private XmlHandler
{
public:
    SitemapXml() = default;
    SitemapXml(const SitemapXml &) = delete;
    SitemapXml &operator=(const SitemapXml &) = delete;

    /// Adds what is found to `entries`; false = no more can be read, see trouble().
    bool feed(QByteArrayView text, QList<SitemapEntry> &entries);
    /// There is no more; false = its end is missing.
    bool finish(QList<SitemapEntry> &entries);
    [[nodiscard]] QString trouble() const { return m_trouble; }
    /// What was broken and read on behind; empty = nothing.
    [[nodiscard]] QString note() const { return m_scanner.note(); }
    /// The root is urlset or sitemapindex.
    [[nodiscard]] bool isSitemap() const { return m_isSitemap; }

private:
    bool startElement(const QByteArray &name, const XmlAttributes &attributes) override;
    bool endElement(const QByteArray &name) override;
    void text(QByteArrayView part, bool literal) override;
    bool documentType(QByteArrayView name) override;

    bool stop(const QString &why);
    bool startRoot(const QByteArray &name);
    [[nodiscard]] QByteArrayView parent() const;
    void append(QByteArrayView url, bool isSitemap);

    XmlScanner m_scanner{*this};
    QList<SitemapEntry> *m_entries = nullptr; ///< while something is read
    QByteArray m_text;                        ///< of the innermost element, if it is a link
    bool m_keepText = false;
    bool m_isSitemap = false;
    bool m_rooted = false; ///< a root has begun
    bool m_ended = false;  ///< it has ended
    QString m_trouble;
};

} // namespace trawl::crawl
