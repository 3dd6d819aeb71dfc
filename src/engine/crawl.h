// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crawl/scope.h"
#include "item/recipe.h"
#include "item/record.h"

#include <QByteArray>

namespace trawl::engine {

/// What a job's crawl rules make of the links that its pages have.
class Crawl
{
public:
    /// The recipe's patterns were checked when the job was made; one that cannot be read (a damaged
    /// session) follows nothing.
    explicit Crawl(const item::Recipe &recipe);

    /// A URL of the list, or where one was redirected to: its host is in the job's span.
    void addSeed(QByteArrayView url) { m_scope.addSeed(url); }
    [[nodiscard]] bool isInScope(QByteArrayView url, int depth) const;
    /// How deep a link lies that stands on a page of that depth.
    [[nodiscard]] static int depthOf(const item::FoundLink &link, int pageDepth)
    {
        return pageDepth + (link.samePlace ? 0 : 1);
    }

    // The budget of pages: items of the job that are to be asked for.
    [[nodiscard]] bool isFull() const { return m_maxPages > 0 && m_pages >= m_maxPages; }
    void taken() { ++m_pages; }
    void notAsked() { --m_pages; }

    /// By which two URLs are the same page.
    [[nodiscard]] QByteArray key(QByteArrayView url) const;

private:
    crawl::Scope m_scope;
    bool m_follows = false;
    bool m_sortQuery;
    bool m_dropTracking;
    qint64 m_maxPages;
    qint64 m_pages = 0;
};

} // namespace trawl::engine
