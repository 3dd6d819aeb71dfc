// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace trawl::crawl {

/// What a sitemap lists. URLs are as item::resolveUrl() gives them, in order and as often as they
/// stand there; those of other hosts too, what may be followed is the scope's to say.
struct Sitemap
{
    QList<QByteArray> pages;
    QList<QByteArray> sitemaps; ///< of an index
    QString error;              ///< why nothing could be read of it, in English
    QString note;               ///< what is missing of it
};

inline constexpr qint64 maxSitemapBytes = 64 << 20;  ///< sitemaps.org: 50 MiB
inline constexpr qsizetype maxSitemapUrls = 100'000; ///< sitemaps.org: 50 000

/// Reads what SitemapReader does. `url` is that of the sitemap, relative links are resolved against
/// it. A tail that is broken or cut costs only itself; no more than `mostBytes` are unpacked and
/// `most` URLs taken.
[[nodiscard]] Sitemap parseSitemap(QByteArrayView body, QByteArrayView url,
                                   qint64 mostBytes = maxSitemapBytes,
                                   qsizetype most = maxSitemapUrls);

/// By its first bytes: a urlset or sitemapindex, in gzip or not.
[[nodiscard]] bool looksLikeSitemap(QByteArrayView head);

} // namespace trawl::crawl
