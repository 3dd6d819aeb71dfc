// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crawl.h"

#include "crawl/canonical.h"
#include "item/weburl.h"

namespace trawl::engine {

Crawl::Crawl(const item::Recipe &recipe)
    : m_crawls(recipe.crawls())
    , m_sortQuery(recipe.crawl.sortQuery)
    , m_dropTracking(recipe.crawl.dropTracking)
    , m_maxPages(recipe.crawl.maxPages)
{
    auto scope = crawl::Scope::compile(recipe.crawl);
    m_follows = scope.has_value();
    if (scope)
        m_scope = *std::move(scope);
}

void Crawl::addSeed(QByteArrayView url)
{
    m_scope.addSeed(url);
    addOwnHost(url);
}

void Crawl::addOwnHost(QByteArrayView url)
{
    m_ownHosts.insert(item::hostOf(url).toByteArray());
}

bool Crawl::isOwnHost(QByteArrayView url) const
{
    return m_ownHosts.contains(item::hostOf(url).toByteArray());
}

crawl::Scope::Verdict Crawl::check(QByteArrayView url, int depth) const
{
    return m_follows ? m_scope.check(url, depth) : crawl::Scope::Verdict::NotAllowed;
}

QByteArray Crawl::key(QByteArrayView url) const
{
    return m_crawls ? crawl::canonicalUrl(url, m_sortQuery, m_dropTracking) : QByteArray();
}

} // namespace trawl::engine
