// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/links.h"

#include "extract/nodes.h"
#include "extract/srcset.h"
#include "item/weburl.h"

#include <QJsonDocument>

#include <algorithm>

namespace trawl::extract {

namespace {

constexpr qsizetype mostCarriedBytes = 64 << 10; ///< with a link
constexpr qsizetype mostCarriedTotal = 64 << 20; ///< with all links of a page

const xmlNode *elementOf(const Match &match)
{
    const xmlNode *node = match.node;
    return node && !isElement(node) ? node->parent : node;
}

bool hasToken(const QString &text, std::initializer_list<QLatin1StringView> tokens)
{
    const QStringList words = text.toLower().replace(u',', u' ').simplified().split(u' ');
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](QLatin1StringView token) { return words.contains(token); });
}

bool isNofollow(const Match &match)
{
    const xmlNode *element = elementOf(match);
    return element && hasToken(attributeOf(element, "rel").value_or(QString()),
                               {QLatin1StringView("nofollow")});
}

} // namespace

QList<QByteArray> referencesOf(const Match &match)
{
    QStringList references;
    if (!match.node || !isElement(match.node)) {
        references = urlsOf(match);
    } else if (auto reference = attributeOf(match.node, "href")) {
        references = {*std::move(reference)};
    } else if (reference = attributeOf(match.node, "src"); reference) {
        references = {*std::move(reference)};
    } else if (const auto set = attributeOf(match.node, "srcset")) {
        references = srcsetUrls(*set);
    }
    QList<QByteArray> result;
    for (const QString &reference : std::as_const(references))
        result.append(reference.toUtf8());
    return result;
}

ReferrerPolicy policyOf(Content &content)
{
    static const auto selector = css::parse(u"meta[name=referrer i]").value();
    auto policy = readReferrerPolicy(QString::fromUtf8(content.field("referrer-policy")), {});
    if (!content.document() || !content.document()->isHtml())
        return policy;
    for (const auto &hit : content.matcher().select(*selector, nullptr, 100))
        policy = readReferrerPolicy(attributeOf(hit.node, "content").value_or(QString()), policy);
    return policy;
}

LinkFinder::LinkFinder(Content &content, bool nofollow, const Carriage &carriage)
    : m_content(content)
    , m_nofollow(nofollow)
    , m_carriage(carriage)
{
}

/// <meta name=robots content="nofollow"> or "none".
bool LinkFinder::pageForbids() const
{
    static const auto selector = css::parse(u"meta[name=robots i]").value();
    if (!m_content.document() || !m_content.document()->isHtml())
        return false;
    const auto hits = m_content.matcher().select(*selector, nullptr, 100);
    return std::any_of(hits.begin(), hits.end(), [](const css::Hit &hit) {
        return hasToken(attributeOf(hit.node, "content").value_or(QString()),
                        {QLatin1StringView("nofollow"), QLatin1StringView("none")});
    });
}

tl::expected<void, QString> LinkFinder::add(const FollowRule &rule)
{
    if (!m_forbidden)
        m_forbidden = m_nofollow && pageForbids();
    if (*m_forbidden) {
        m_content.note(QStringLiteral("the page asks not to follow its links"));
        return {};
    }
    const auto matches = rule.selector.select(m_content, nullptr, 10 * mostLinks);
    if (!matches)
        return tl::unexpected(matches.error());
    for (const Match &match : *matches) {
        if (m_links.size() == mostLinks) {
            m_content.note(QStringLiteral("only the first %1 links are taken").arg(mostLinks));
            break;
        }
        if (!m_nofollow || !isNofollow(match))
            add(rule, match);
    }
    return {};
}

void LinkFinder::add(const FollowRule &rule, const Match &match)
{
    for (const QByteArray &reference : referencesOf(match)) {
        if (!reference.isEmpty() && m_links.size() < mostLinks)
            add(rule, match, reference);
    }
}

/// An element's own word goes before the page's.
item::Referrer LinkFinder::referrerFrom(const Match &match, const QByteArray &url)
{
    if (!m_policy)
        m_policy = policyOf(m_content);
    auto policy = *m_policy;
    if (const xmlNode *element = elementOf(match)) {
        if (hasToken(attributeOf(element, "rel").value_or(QString()),
                     {QLatin1StringView("noreferrer")}))
            return item::Referrer::None;
        policy =
            readReferrerPolicy(attributeOf(element, "referrerpolicy").value_or(QString()), policy);
    }
    return referrerFor(policy, m_content.url(), url);
}

void LinkFinder::add(const FollowRule &rule, const Match &match, const QByteArray &reference)
{
    const auto url = item::resolveUrl(m_content.base(), reference);
    if (!url || !isWanted(rule, *url))
        return;
    const std::pair key(*url, rule.page);
    if (m_seen.contains(key))
        return;
    m_seen.insert(key);
    m_links.append({.url = *url,
                    .page = rule.page,
                    .samePlace = rule.samePlace,
                    .carried = carriedBy(rule, match),
                    .referrer = referrerFrom(match, *url)});
}

bool LinkFinder::isWanted(const FollowRule &rule, const QByteArray &url)
{
    if (!rule.allow && !rule.deny)
        return true;
    const QString text = QString::fromUtf8(url);
    return (!rule.allow || rule.allow->contains(text, m_content.effort())) &&
           (!rule.deny || !rule.deny->contains(text, m_content.effort()));
}

/// The record of the row that the match stands in, or the page's; -1 = none.
qsizetype LinkFinder::recordOf(const Match &match) const
{
    if (!m_carriage.records || m_carriage.records->isEmpty())
        return -1;
    if (!m_carriage.hasRows)
        return 0;
    for (const xmlNode *node = match.node; node; node = node->parent) {
        if (const auto row = m_carriage.rows.constFind(node); row != m_carriage.rows.constEnd())
            return *row;
    }
    return -1;
}

QByteArray LinkFinder::carriedBy(const FollowRule &rule, const Match &match)
{
    const qsizetype record = rule.carry.isEmpty() ? -1 : recordOf(match);
    const std::pair key(&rule, record);
    const auto leftOut = [this] {
        m_content.note(QStringLiteral("values too long to be carried along are left out"));
        return QByteArray();
    };
    if (m_carriedBytes > mostCarriedTotal)
        return leftOut();
    auto known = m_carried.constFind(key);
    if (known == m_carried.constEnd()) {
        QJsonObject values = m_carriage.carried;
        for (const QString &name : record < 0 ? QStringList() : rule.carry) {
            const item::Value value =
                m_carriage.records->at(record).value(m_carriage.columns.indexOf(name));
            if (!value.isNull() && !value.isUndefined())
                values.insert(name, value);
        }
        QByteArray json =
            values.isEmpty() ? QByteArray() : QJsonDocument(values).toJson(QJsonDocument::Compact);
        if (json.size() > mostCarriedBytes)
            json = leftOut();
        known = m_carried.insert(key, json);
    }
    m_carriedBytes += known->size();
    return *known;
}

} // namespace trawl::extract
