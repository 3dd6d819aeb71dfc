// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crawl/scope.h"
#include "item/recipe.h"
#include "item/record.h"

#include <QByteArray>

#include <array>
#include <utility>

namespace trawl::engine {

/// What a job's crawl rules make of the links that its pages have.
class Crawl
{
public:
    /// The recipe's patterns were checked when the job was made; one that cannot be read (a damaged
    /// session) follows nothing.
    explicit Crawl(const item::Recipe &recipe);

    /// A URL of the list, or where one was redirected to: its host is in the job's span.
    void addSeed(QByteArrayView url);
    /// A host that the list names or is redirected to, or a page of the own network leads to:
    /// whatever its address, it is meant.
    void addOwnHost(QByteArrayView url);
    [[nodiscard]] bool isOwnHost(QByteArrayView url) const;
    [[nodiscard]] crawl::Scope::Verdict check(QByteArrayView url, int depth) const;
    [[nodiscard]] bool isInScope(QByteArrayView url, int depth) const
    {
        return check(url, depth) == crawl::Scope::Verdict::Follow;
    }
    /// How deep a link lies that stands on a page of that depth.
    [[nodiscard]] static int depthOf(const item::FoundLink &link, int pageDepth)
    {
        return pageDepth + (link.samePlace ? 0 : 1);
    }

    /// How many links in a row are followed where nobody has said how many pages there may be: a
    /// calendar has no end, and no list is that long without saying so.
    static constexpr int mostSteps = 1000;
    [[nodiscard]] bool isTooFar(int steps) const { return m_maxPages == 0 && steps > mostSteps; }
    /// Nor how many in all: a site that makes its pages up has no end either.
    static constexpr qint64 mostFound = 1'000'000;
    [[nodiscard]] bool isTooMany() const { return m_maxPages == 0 && m_found >= mostFound; }
    void found() { ++m_found; } ///< a link that is followed
    /// Of what was not followed that is said once.
    enum class Left : quint8 { TooFar, TooMany, Endless, Refreshes, Last = Refreshes };
    /// True the first time.
    [[nodiscard]] bool leaves(Left what) { return !std::exchange(m_left[std::size_t(what)], true); }

    // The budget of pages: items of the job that are to be asked for.
    [[nodiscard]] bool isFull() const { return m_maxPages > 0 && m_pages >= m_maxPages; }
    void taken() { ++m_pages; }
    void notAsked() { --m_pages; }

    /// By which two URLs are the same page; null = as they stand.
    [[nodiscard]] QByteArray key(QByteArrayView url) const;

private:
    crawl::Scope m_scope;
    QSet<QByteArray> m_ownHosts;
    bool m_follows = false;
    bool m_crawls;
    std::array<bool, std::size_t(Left::Last) + 1> m_left{};
    bool m_sortQuery;
    bool m_dropTracking;
    qint64 m_maxPages;
    qint64 m_pages = 0;
    qint64 m_found = 0;
};

} // namespace trawl::engine
