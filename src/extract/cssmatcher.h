// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/cssselector.h"
#include "extract/effort.h"

#include <libxml/tree.h>

#include <QHash>
#include <QList>
#include <QSet>

#include <utility>

namespace trawl::extract::css {

/// What a selector found: an element, or with ::text or ::attr() a node of that kind.
struct Hit
{
    xmlNode *node = nullptr;
    bool isSource = false; ///< ::html
};

/// Matches selectors in one document, which must not change meanwhile. A walk through the tree
/// tests all selectors of a list at once, from left to right: each compound's matches are known by
/// the time that its combinators ask for them, so there is no going back, and the time is the
/// tree's size times the selector's. Only :has() looks ahead; the effort bounds it.
///
/// Selectors must outlive the matcher. Used by one thread.
class Matcher
{
public:
    Matcher(const xmlDoc *doc, Effort &effort);

    /// In document order, at most `most`. With a scope its descendants only, as if nothing stood
    /// around it; the scope itself is found by :scope, "::text" and "::attr()".
    [[nodiscard]] QList<Hit> select(const SelectorList &list, xmlNode *scope, qsizetype most);

private:
    struct Level;
    using Place = std::pair<const Nth *, const xmlNode *>;

    template <typename OnElement, typename OnText>
    void walk(const SelectorList &list, xmlNode *top, OnElement onElement, OnText onText);
    quint64 maskOf(const SelectorList &list, const xmlNode *node, const Level &level);
    static quint64 allowedAtScope(const SelectorList &list);

    bool matches(const Compound &compound, const xmlNode *node);
    bool matches(const SelectorList &list, const xmlNode *node);
    bool hasMatch(const SelectorList &list, xmlNode *node);
    bool matches(const Simple &simple, const xmlNode *node);
    bool matches(const Nth &nth, const xmlNode *node);
    bool speaks(const Lang &lang, const xmlNode *node) const;
    bool isIn(State state, const xmlNode *node) const;
    bool matchesType(const Compound &compound, const xmlNode *node) const;
    const QSet<const xmlNode *> &setOf(const SelectorList &list);

    bool counts(const Nth &nth, const xmlNode *asked, const xmlNode *sibling);
    int placeOf(const Nth &nth, const xmlNode *node);
    void numberSiblings(const Nth &nth, const xmlNode *node);

    bool spend(int steps = 1);

    const xmlDoc *m_doc;
    Effort &m_effort;
    bool m_html;
    qint64 m_since = 0; ///< Effort::now() when it was last charged
    int m_steps = 0;
    bool m_spent = false;
    const xmlNode *m_scope = nullptr;
    const xmlNode *m_anchor = nullptr;
    QHash<const SelectorList *, QSet<const xmlNode *>> m_sets;
    QHash<Place, int> m_places;
};

} // namespace trawl::extract::css
