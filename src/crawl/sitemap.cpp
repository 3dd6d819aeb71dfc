// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/sitemap.h"
#include "crawl/sitemapreader.h"

#include "item/weburl.h"

namespace trawl::crawl {

namespace {

/// Small enough that what it unpacks to, a thousand times as much at most, is not too much at once.
constexpr qsizetype pieceBytes = 4096;

class Collector
{
public:
    Collector(QByteArrayView base, qsizetype most)
        : m_base(base)
        , m_most(most)
    {
    }

    void read(SitemapReader &reader, QByteArrayView body)
    {
        while (!body.isEmpty() && !m_full && !reader.ended()) {
            const auto piece = body.first(qMin(body.size(), pieceBytes));
            body = body.sliced(piece.size());
            reader.feed(piece);
            add(reader);
        }
        if (m_full)
            return;
        reader.finish();
        add(reader);
    }
    Sitemap result(const SitemapReader &reader)
    {
        const auto trouble = reader.trouble();
        const bool found = !m_sitemap.pages.isEmpty() || !m_sitemap.sitemaps.isEmpty();
        if (!found && !trouble.isEmpty())
            m_sitemap.error = trouble;
        else if (!found && reader.isLines())
            m_sitemap.error = QStringLiteral("is no sitemap, no line of it is a URL");
        else if (!found && reader.isEmpty())
            m_sitemap.error = QStringLiteral("is empty");
        else
            m_sitemap.note = note(trouble, reader.note());
        return std::move(m_sitemap);
    }

private:
    void add(SitemapReader &reader)
    {
        for (const auto &entry : reader.take()) {
            auto &list = entry.isSitemap ? m_sitemap.sitemaps : m_sitemap.pages;
            auto url = reader.isLines() ? item::normalUrl(entry.text)
                                        : item::resolveUrl(m_base, entry.text);
            m_full = m_sitemap.pages.size() + m_sitemap.sitemaps.size() == m_most;
            if (m_full)
                return;
            if (url)
                list.append(std::move(*url));
            else
                ++m_unusable;
        }
    }
    [[nodiscard]] QString note(const QString &trouble, const QString &broken) const
    {
        QStringList notes;
        if (!trouble.isEmpty())
            notes.append(trouble);
        if (!broken.isEmpty())
            notes.append(broken);
        if (m_full)
            notes.append(QStringLiteral("has more than %1 URLs").arg(m_most));
        if (m_unusable > 0)
            notes.append(QStringLiteral("has %1 entries that are no http(s) URL").arg(m_unusable));
        return notes.join(QStringLiteral("; "));
    }

    QByteArrayView m_base;
    qsizetype m_most;
    Sitemap m_sitemap;
    qsizetype m_unusable = 0;
    bool m_full = false;
};

} // namespace

Sitemap parseSitemap(QByteArrayView body, QByteArrayView url, qint64 mostBytes, qsizetype most)
{
    SitemapReader reader(mostBytes);
    Collector collector(url, most);
    collector.read(reader, body);
    return collector.result(reader);
}

bool looksLikeSitemap(QByteArrayView head)
{
    constexpr qsizetype enough = 16 * pieceBytes;
    SitemapReader reader(maxSitemapBytes);
    for (auto rest = head.first(qMin(head.size(), enough));
         !rest.isEmpty() && !reader.ended() && !reader.isLines();) {
        const auto piece = rest.first(qMin(rest.size(), pieceBytes));
        rest = rest.sliced(piece.size());
        reader.feed(piece);
        if (reader.isSitemapXml())
            return true;
        (void)reader.take();
    }
    return false;
}

} // namespace trawl::crawl
