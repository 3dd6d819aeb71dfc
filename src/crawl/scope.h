// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QSet>

#include <tl/expected.hpp>

#include <vector>

namespace trawl::crawl {

/// Which links a crawl may follow, by where it began. URLs are as item::resolveUrl() gives them.
///
/// Span::Host is the host's name alone: "www.example.org" and "example.org" are two hosts, scheme
/// and port make no other one (so http pages may link to their https form; wget and Scrapy do the
/// same). Span::Domain is the registrable domain by the public suffix list, addresses and names
/// without one are themselves.
class Scope
{
public:
    enum class Verdict { Follow, TooDeep, OtherHost, NotAllowed, Denied, Endless };

    /// An error names the pattern that is none, in English.
    [[nodiscard]] static tl::expected<Scope, QString> compile(const item::CrawlRules &rules);

    /// A URL that the crawl begins with.
    void addSeed(QByteArrayView url);
    /// `depth` counts links from a seed, which is 0. A pattern may match anywhere in the URL. What
    /// cannot be decided within the match limit is not followed. Endless: what repeats itself in
    /// the path five times in a row ("/a/b/a/b/a/b/a/b/a/b") comes of relative links in the wrong
    /// place.
    [[nodiscard]] Verdict check(QByteArrayView url, int depth) const;

private:
    [[nodiscard]] QByteArrayView place(QByteArrayView url) const;

    int m_depth = -1;
    item::Span m_span = item::Span::Host;
    std::vector<QRegularExpression> m_allow;
    std::vector<QRegularExpression> m_deny;
    QSet<QByteArray> m_places; ///< hosts or domains of the seeds
};

/// The part of a host that someone registered ("example.co.uk" of "www.example.co.uk"); the host
/// itself where there is none.
[[nodiscard]] QByteArrayView registrableDomain(QByteArrayView host);

} // namespace trawl::crawl
