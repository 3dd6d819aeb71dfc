// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/referrer.h"
#include "extract/selector.h"
#include "item/recipe.h"
#include "item/record.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <optional>
#include <utility>

namespace trawl::extract {

/// No page gives more; a note says that there are.
constexpr qsizetype mostLinks = 100'000;

/// item::Follow, compiled.
struct FollowRule
{
    Selector selector;
    quint8 page = 0;
    bool samePlace = false;
    QStringList carry;
    std::optional<Pattern> allow;
    std::optional<Pattern> deny;
};

/// The values that links of a page are given: by column, and by the row that they stand in.
struct Carriage
{
    QStringList columns;
    QJsonObject carried; ///< what came with the link that led here; it is passed on
    const QList<item::Record> *records = nullptr;
    QHash<const xmlNode *, qsizetype> rows; ///< record by the node that it was made of
    bool hasRows = false;                   ///< else the first record is the page's
};

/// Collects the links of one page, each once for each kind of page that it leads to.
class LinkFinder
{
public:
    /// `nofollow`: rel=nofollow and <meta name=robots> are respected.
    LinkFinder(Content &content, bool nofollow, const Carriage &carriage);

    /// What a rule finds. The error is the selector's.
    [[nodiscard]] tl::expected<void, QString> add(const FollowRule &rule);
    [[nodiscard]] QList<item::FoundLink> take() { return std::move(m_links); }

private:
    [[nodiscard]] bool pageForbids() const;
    void add(const FollowRule &rule, const Match &match);
    void add(const FollowRule &rule, const Match &match, const QByteArray &reference);
    [[nodiscard]] item::Referrer referrerFrom(const Match &match, const QByteArray &url);
    [[nodiscard]] bool isWanted(const FollowRule &rule, const QByteArray &url);
    [[nodiscard]] QByteArray carriedBy(const FollowRule &rule, const Match &match);
    [[nodiscard]] qsizetype recordOf(const Match &match) const;

    Content &m_content;
    const bool m_nofollow;
    const Carriage &m_carriage;
    std::optional<bool> m_forbidden;
    std::optional<ReferrerPolicy> m_policy;
    QList<item::FoundLink> m_links;
    QSet<std::pair<QByteArray, quint8>> m_seen;
    QHash<std::pair<const FollowRule *, qsizetype>, QByteArray> m_carried;
    qsizetype m_carriedBytes = 0;
};

/// The references that a match stands for: an element's href, src or else srcset; else what the
/// match says, of a srcset all of its URLs.
[[nodiscard]] QList<QByteArray> referencesOf(const Match &match);

/// What the page says by its head and <meta name=referrer>.
[[nodiscard]] ReferrerPolicy policyOf(Content &content);

} // namespace trawl::extract
