// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/cssmatcher.h"

#include "extract/csstests.h"
#include "extract/nodes.h"

#include <QVarLengthArray>

#include <algorithm>
#include <bit>

namespace trawl::extract::css {

namespace {

constexpr int stepsBetweenLooks = 8192;
constexpr int shortWay = 32; ///< siblings that are counted rather than numbered

bool isDocument(const xmlNode *node)
{
    return node->type == XML_DOCUMENT_NODE || node->type == XML_HTML_DOCUMENT_NODE;
}

template <typename Use> void forEachBit(quint64 bits, Use use)
{
    for (; bits; bits &= bits - 1)
        use(std::size_t(std::countr_zero(bits)));
}

/// What an+b gives at some n ≥ 0.
bool isInSeries(const Nth &nth, int place)
{
    const qint64 rest = qint64(place) - nth.b;
    return nth.a == 0 ? rest == 0 : rest % nth.a == 0 && rest / nth.a >= 0;
}

} // namespace

/// Which compounds matched around the nodes of one parent.
struct Matcher::Level
{
    quint64 parent = 0;    ///< the parent
    quint64 ancestors = 0; ///< any ancestor
    quint64 previous = 0;  ///< the element before
    quint64 earlier = 0;   ///< any element before
    quint64 texts = 0;     ///< those of the parent whose texts are wanted
};

Matcher::Matcher(const xmlDoc *doc, Effort &effort)
    : m_doc(doc)
    , m_effort(effort)
    , m_html(doc->type == XML_HTML_DOCUMENT_NODE)
{
}

/// False = nothing more may be done.
bool Matcher::spend(int steps)
{
    m_steps += steps;
    if (m_steps >= stepsBetweenLooks) {
        m_steps = 0;
        const qint64 now = Effort::now();
        m_effort.use(now - m_since);
        m_since = now;
        m_spent = m_effort.isSpent();
    }
    return !m_spent;
}

quint64 Matcher::maskOf(const SelectorList &list, const xmlNode *node, const Level &level)
{
    const quint64 candidates =
        list.starts | ((level.parent & list.child) | (level.ancestors & list.descendant) |
                       (level.previous & list.next) | (level.earlier & list.later))
                          << 1;
    quint64 mask = 0;
    forEachBit(candidates, [&](std::size_t i) {
        if (matches(list.compounds[i], node))
            mask |= 1ull << i;
    });
    return mask | ((mask & list.orSelf) << 1);
}

/// Goes through `top` and all below, and through what follows it among its siblings as long as a
/// combinator asks for them. The callbacks return false to end the walk.
template <typename OnElement, typename OnText>
void Matcher::walk(const SelectorList &list, xmlNode *top, OnElement onElement, OnText onText)
{
    QVarLengthArray<Level, 64> levels;
    levels.append(Level{});
    xmlNode *node = top;
    while (node && spend()) {
        Level &level = levels.last();
        if (isElement(node)) {
            const quint64 mask = maskOf(list, node, level);
            level.previous = mask;
            level.earlier |= mask;
            const auto wanted = onElement(node, mask);
            if (!wanted)
                return;
            const quint64 below =
                (mask & list.child) | ((mask | level.ancestors) & list.descendant);
            if (node->children && (below || !list.isRelative)) {
                levels.append(Level{mask, mask | level.ancestors, 0, 0, mask & *wanted});
                node = node->children;
                continue;
            }
        } else if (level.texts && isText(node) && !onText(node)) {
            return;
        }
        while (node != top && !node->next) {
            node = node->parent;
            levels.removeLast();
        }
        if (node == top) {
            const Level &last = levels.last();
            if (!(last.previous & list.next) && !(last.earlier & list.later))
                return;
            top = node->next;
        }
        node = node->next;
    }
}

quint64 Matcher::allowedAtScope(const SelectorList &list)
{
    quint64 result = 0;
    forEachBit(list.ends, [&](std::size_t i) {
        const auto &simples = list.compounds[i].simples;
        const auto isScope = [](const Simple &simple) {
            const State *state = std::get_if<State>(&simple);
            return state && *state == State::Scope;
        };
        const bool bare = list.compounds[i].isUniversal() && list.outputs[i].kind != Pseudo::None;
        if (bare || std::any_of(simples.begin(), simples.end(), isScope))
            result |= 1ull << i;
    });
    return result;
}

QList<Hit> Matcher::select(const SelectorList &list, xmlNode *scope, qsizetype most)
{
    xmlNode *top = scope ? scope : xmlDocGetRootElement(m_doc);
    QList<Hit> hits;
    if (!top || m_effort.isSpent())
        return hits;
    if (list.usesScope && m_scope != top) {
        m_sets.clear();
        m_places.clear();
    }
    m_scope = top;
    m_since = Effort::now();
    m_spent = false;
    const quint64 atScope = scope ? allowedAtScope(list) : ~0ull;
    const auto add = [&](xmlNode *node, bool source) {
        hits.append({node, source});
        return hits.size() < most;
    };
    const auto onElement = [&](xmlNode *node, quint64 mask) -> std::optional<quint64> {
        const quint64 allowed = node == top ? atScope : ~0ull;
        const quint64 found = mask & list.ends & allowed & ~list.texts;
        bool more = true;
        bool itself = false;
        forEachBit(found, [&](std::size_t i) {
            const Output &output = list.outputs[i];
            if (!more)
                return;
            if (output.kind != Pseudo::Attribute) {
                more = itself || add(node, output.kind == Pseudo::Html);
                itself = true;
                return;
            }
            for (xmlAttr *at = node->properties; at && more; at = at->next) {
                if (hasName(at, std::nullopt, output.attribute, m_html))
                    more = add(reinterpret_cast<xmlNode *>(at), false);
            }
        });
        return more ? std::optional(allowed & list.texts) : std::nullopt;
    };
    walk(list, top, onElement, [&](xmlNode *text) { return add(text, false); });
    m_effort.use(Effort::now() - m_since);
    return hits;
}

bool Matcher::matchesType(const Compound &compound, const xmlNode *node) const
{
    if (compound.prefix && *compound.prefix != "*") {
        const std::string_view prefix = viewOf(node->ns ? node->ns->prefix : nullptr);
        if (prefix != compound.prefix->constData())
            return false;
    }
    if (!compound.type)
        return true;
    return m_html ? equalsFolded(node->name, compound.type->folded)
                  : viewOf(node->name) == compound.type->text.constData();
}

bool Matcher::matches(const Compound &compound, const xmlNode *node)
{
    if (!matchesType(compound, node))
        return false;
    return std::all_of(compound.simples.begin(), compound.simples.end(),
                       [&](const Simple &simple) { return spend() && matches(simple, node); });
}

bool Matcher::matches(const Simple &simple, const xmlNode *node)
{
    QByteArray buffer;
    if (const auto *wanted = std::get_if<Class>(&simple)) {
        const xmlAttr *attribute = attributeNamed(node, "class");
        return attribute && hasWord(valueOf(attribute, buffer), wanted->name);
    }
    if (const auto *wanted = std::get_if<Id>(&simple)) {
        const xmlAttr *attribute = attributeNamed(node, "id");
        return attribute && valueOf(attribute, buffer) == wanted->name.constData();
    }
    if (const auto *test = std::get_if<AttributeTest>(&simple))
        return matchesAttribute(*test, node, m_html);
    if (const auto *nth = std::get_if<Nth>(&simple))
        return matches(*nth, node);
    if (const auto *state = std::get_if<State>(&simple))
        return isIn(*state, node);
    if (const auto *lang = std::get_if<Lang>(&simple))
        return speaks(*lang, node);
    const auto &nested = std::get<Nested>(simple);
    if (nested.kind == Nesting::Has)
        return hasMatch(*nested.list, const_cast<xmlNode *>(node));
    return matches(*nested.list, node) == (nested.kind == Nesting::Any);
}

bool Matcher::matches(const SelectorList &list, const xmlNode *node)
{
    if (!list.isSimple)
        return setOf(list).contains(node);
    return std::any_of(list.compounds.begin(), list.compounds.end(),
                       [&](const Compound &compound) { return matches(compound, node); });
}

/// All elements of the document that the list matches, found once.
const QSet<const xmlNode *> &Matcher::setOf(const SelectorList &list)
{
    if (const auto found = m_sets.constFind(&list); found != m_sets.constEnd())
        return *found;
    QSet<const xmlNode *> set;
    const auto onElement = [&](xmlNode *node, quint64 mask) -> std::optional<quint64> {
        if (mask & list.ends)
            set.insert(node);
        return 0;
    };
    walk(list, xmlDocGetRootElement(m_doc), onElement, [](xmlNode *) { return true; });
    return *m_sets.insert(&list, set);
}

bool Matcher::hasMatch(const SelectorList &list, xmlNode *node)
{
    const xmlNode *outer = std::exchange(m_anchor, node);
    bool found = false;
    const auto onElement = [&](xmlNode *, quint64 mask) -> std::optional<quint64> {
        found = (mask & list.ends) != 0;
        return found ? std::nullopt : std::optional<quint64>(0);
    };
    walk(list, node, onElement, [](xmlNode *) { return true; });
    m_anchor = outer;
    return found;
}

bool Matcher::isIn(State state, const xmlNode *node) const
{
    switch (state) {
    case State::Root:
        return node->parent && isDocument(node->parent);
    case State::Empty:
        return isEmpty(node);
    case State::Scope:
        return node == m_scope;
    case State::Anchor:
        return node == m_anchor;
    case State::Link:
        return isLink(node);
    case State::Checked:
        return isChecked(node);
    case State::Disabled:
        return isDisabled(node).value_or(false);
    case State::Enabled:
        return !isDisabled(node).value_or(true);
    case State::Never:
        return false;
    }
    return false;
}

bool Matcher::speaks(const Lang &lang, const xmlNode *node) const
{
    const xmlAttr *attribute = nullptr;
    for (; node && isElement(node) && !attribute; node = node->parent) {
        attribute = attributeNamed(node, "lang");
        if (!attribute)
            attribute = attributeNamed(node, "xml:lang");
    }
    if (!attribute)
        return false;
    QByteArray buffer;
    const std::string_view value = valueOf(attribute, buffer);
    const QByteArray text = QByteArray(value.data(), qsizetype(value.size())).toLower();
    return std::any_of(lang.ranges.begin(), lang.ranges.end(), [&](const QByteArray &range) {
        const bool any = range == "*" && !text.isEmpty();
        return any || text == range || (!range.isEmpty() && text.startsWith(range + '-'));
    });
}

bool Matcher::counts(const Nth &nth, const xmlNode *asked, const xmlNode *sibling)
{
    return (!nth.ofType || isSameType(asked, sibling)) && (!nth.of || matches(*nth.of, sibling));
}

bool Matcher::matches(const Nth &nth, const xmlNode *node)
{
    if (nth.of && !matches(*nth.of, node))
        return false;
    return isInSeries(nth, placeOf(nth, node));
}

/// From 1, by :nth-…'s way to count.
int Matcher::placeOf(const Nth &nth, const xmlNode *node)
{
    const auto step = nth.fromEnd ? elementBehind : elementBefore;
    int place = 1;
    const xmlNode *at = step(node);
    for (int i = 0; at && i < shortWay; ++i, at = step(at))
        place += counts(nth, node, at);
    if (!at)
        return place;
    if (const auto found = m_places.constFind({&nth, node}); found != m_places.constEnd())
        return *found;
    numberSiblings(nth, node);
    return m_places.value({&nth, node});
}

void Matcher::numberSiblings(const Nth &nth, const xmlNode *node)
{
    const auto step = nth.fromEnd ? elementBefore : elementBehind;
    const auto back = nth.fromEnd ? elementBehind : elementBefore;
    const xmlNode *at = node;
    while (const xmlNode *other = back(at))
        at = other;
    QHash<QByteArray, int> places;
    for (; at && spend(); at = step(at)) {
        if (nth.of && !matches(*nth.of, at))
            continue;
        const std::string_view name = viewOf(nth.ofType ? at->name : nullptr);
        m_places.insert({&nth, at}, ++places[QByteArray(name.data(), qsizetype(name.size()))]);
    }
}

} // namespace trawl::extract::css
