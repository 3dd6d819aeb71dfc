// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/selector.h"

#include "extract/nodes.h"
#include "extract/srcset.h"

#include <algorithm>

namespace trawl::extract {

namespace {

QList<Match> asMatches(const QList<item::Value> &values, qsizetype most)
{
    QList<Match> result;
    for (const item::Value &value : values.first(std::min(values.size(), most)))
        result.append({.value = value});
    return result;
}

/// What a regular expression sees of a row.
QString textFor(const Match &match)
{
    const bool element = match.node && isElement(match.node);
    return element ? sourceOf(match.node) : valueOf(match).toVariant().toString();
}

} // namespace

item::Value valueOf(const Match &match)
{
    if (!match.node)
        return match.value;
    if (match.node->type == XML_ATTRIBUTE_NODE)
        return valueOf(reinterpret_cast<const xmlAttr *>(match.node));
    if (isElement(match.node))
        return match.isSource ? sourceOf(match.node) : readableText(match.node);
    return QString::fromUtf8(reinterpret_cast<const char *>(match.node->content));
}

QStringList urlsOf(const Match &match)
{
    const bool isSet = match.node && match.node->type == XML_ATTRIBUTE_NODE &&
                       isSrcset(reinterpret_cast<const char *>(match.node->name));
    const QString text = valueOf(match).toString();
    return isSet ? srcsetUrls(text) : QStringList(text);
}

tl::expected<Selector, QString> Selector::compile(QStringView text)
{
    const auto made = [](auto compiled) -> tl::expected<Selector, QString> {
        if (!compiled)
            return tl::unexpected(compiled.error());
        return Selector(Kind(std::move(*compiled)));
    };
    text = text.trimmed();
    const qsizetype colon = text.indexOf(u':');
    const QStringView prefix = text.first(std::max<qsizetype>(colon, 0));
    const QStringView rest = text.sliced(colon + 1);
    // "a:hover" is CSS, as "json:nth-child(2)" would be if there were such elements.
    if (prefix == u"css")
        return made(css::parse(rest));
    if (prefix == u"xpath")
        return made(XPath::compile(rest));
    if (prefix == u"regex")
        return made(Pattern::compile(rest));
    if (prefix == u"json")
        return made(JsonPath::compile(rest));
    if (prefix == u"jsonld" || prefix == u"microdata" || prefix == u"meta")
        return made(Structured::compile(prefix, rest));
    return made(css::parse(text));
}

tl::expected<QList<Match>, QString> Selector::select(Content &content, const Match *scope,
                                                     qsizetype most) const
{
    return std::visit([&](const auto &kind) { return find(kind, content, scope, most); }, m_kind);
}

Selector::Result Selector::find(const Css &list, Content &content, const Match *scope,
                                qsizetype most)
{
    QList<Match> result;
    if (!content.document() || (scope && !(scope->node && isElement(scope->node))))
        return result;
    const auto hits = content.matcher().select(*list, scope ? scope->node : nullptr, most);
    result.reserve(hits.size());
    for (const css::Hit &hit : hits)
        result.append({.node = hit.node, .isSource = hit.isSource});
    return result;
}

Selector::Result Selector::find(const XPath &path, Content &content, const Match *scope,
                                qsizetype most)
{
    if (!content.document() || (scope && !scope->node))
        return QList<Match>();
    auto found = path.evaluate(content.xpath(), scope ? scope->node : nullptr, content.effort());
    if (!found)
        return tl::unexpected(found.error());
    if (const auto *value = std::get_if<item::Value>(&*found))
        return asMatches({*value}, most);
    QList<Match> result;
    for (xmlNode *node : std::get<QList<xmlNode *>>(*found)) {
        if (result.size() == most)
            break;
        result.append({.node = node});
    }
    return result;
}

Selector::Result Selector::find(const Pattern &pattern, Content &content, const Match *scope,
                                qsizetype most)
{
    const QString text = scope ? textFor(*scope) : content.text();
    QList<Match> result;
    for (const QString &match : pattern.matches(text, most, content.effort()))
        result.append({.value = match});
    return result;
}

Selector::Result Selector::find(const JsonPath &path, Content &content, const Match *scope,
                                qsizetype most)
{
    if (scope ? scope->node != nullptr : !content.json())
        return QList<Match>();
    const auto found = path.select(scope ? scope->value : *content.json(), content.effort());
    if (!found)
        return tl::unexpected(found.error());
    return asMatches(*found, most);
}

Selector::Result Selector::find(const Structured &query, Content &content, const Match *,
                                qsizetype most)
{
    if (!content.document())
        return QList<Match>();
    const auto found = query.select(content.data(), content.effort());
    content.note(found.note);
    return asMatches(found.values, most);
}

} // namespace trawl::extract
