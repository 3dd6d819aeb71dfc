// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/scope.h"

#include "item/ascii.h"
#include "item/weburl.h"

#include <libpsl.h>

#include <algorithm>

namespace trawl::crawl {

namespace {

/// Of PCRE; a URL that takes longer is one that a bad pattern explodes on. Some 10 ms.
const QLatin1StringView matchLimit("(*LIMIT_MATCH=200000)");

using Patterns = std::vector<QRegularExpression>;

tl::expected<Patterns, QString> compileAll(const QStringList &patterns)
{
    Patterns all;
    for (const auto &pattern : patterns) {
        QRegularExpression compiled(matchLimit + pattern);
        if (!compiled.isValid())
            return tl::unexpected(
                QStringLiteral("the pattern '%1' is no regular expression: %2 at %3")
                    .arg(pattern, compiled.errorString())
                    .arg(qMax<qsizetype>(0, compiled.patternErrorOffset() - matchLimit.size())));
        compiled.optimize();
        all.push_back(std::move(compiled));
    }
    return all;
}

QByteArrayView hostOf(QByteArrayView url)
{
    const auto scheme = url.indexOf(QByteArrayView("://"));
    const auto authority = item::authorityAt(url, scheme < 0 ? 0 : scheme + 3);
    const auto colon = authority.isEmpty() ? -1 : authority.lastIndexOf(':');
    auto host = colon > authority.indexOf(']') ? authority.first(colon) : authority;
    if (host.endsWith('.'))
        host.chop(1);
    return host;
}

/// Names do not end in a number.
bool isAddress(QByteArrayView host)
{
    const auto isOfQuad = [](char c) { return c == '.' || item::isDigit(c); };
    return host.endsWith(']') || std::all_of(host.begin(), host.end(), isOfQuad);
}

/// Up to three segments that stand there five times in a row.
bool repeatsItself(QByteArrayView url)
{
    constexpr qsizetype longest = 3;
    constexpr qsizetype again = 4;
    const auto query = url.indexOf('?');
    const auto path = query < 0 ? url : url.first(query);
    if (path.count('/') < again + 3) // two of them stand before the host
        return false;
    const auto segments = path.toByteArray().split('/');
    for (qsizetype period = 1; period <= longest; ++period) {
        qsizetype same = 0;
        for (qsizetype i = 3 + period; i < segments.size(); ++i) {
            const bool repeats = !segments[i].isEmpty() && segments[i] == segments[i - period];
            same = repeats ? same + 1 : 0;
            if (same == again * period)
                return true;
        }
    }
    return false;
}

} // namespace

QByteArrayView registrableDomain(QByteArrayView host)
{
    if (isAddress(host))
        return host;
    const auto text = host.toByteArray();
    const char *domain = psl_registrable_domain(psl_builtin(), text.constData());
    return domain ? host.last(qsizetype(qstrlen(domain))) : host;
}

tl::expected<Scope, QString> Scope::compile(const item::CrawlRules &rules)
{
    auto allow = compileAll(rules.allow);
    if (!allow)
        return tl::unexpected(allow.error());
    auto deny = compileAll(rules.deny);
    if (!deny)
        return tl::unexpected(deny.error());
    Scope scope;
    scope.m_depth = rules.depth;
    scope.m_span = rules.span;
    scope.m_allow = std::move(*allow);
    scope.m_deny = std::move(*deny);
    return scope;
}

/// What of a URL its span is measured by.
QByteArrayView Scope::place(QByteArrayView url) const
{
    const auto host = hostOf(url);
    return m_span == item::Span::Domain ? registrableDomain(host) : host;
}

void Scope::addSeed(QByteArrayView url)
{
    if (m_span == item::Span::Any)
        return;
    const auto at = place(url);
    if (!m_places.contains(QByteArray::fromRawData(at.data(), at.size())))
        m_places.insert(at.toByteArray());
}

Scope::Verdict Scope::check(QByteArrayView url, int depth) const
{
    if (m_depth >= 0 && depth > m_depth)
        return Verdict::TooDeep;
    if (m_span != item::Span::Any) {
        const auto at = place(url);
        if (!m_places.contains(QByteArray::fromRawData(at.data(), at.size())))
            return Verdict::OtherHost;
    }
    if (repeatsItself(url))
        return Verdict::Endless;
    if (m_allow.empty() && m_deny.empty())
        return Verdict::Follow;
    const auto text = QString::fromLatin1(url);
    const auto matches = [&](const QRegularExpression &r) { return r.match(text).hasMatch(); };
    const auto mayMatch = [&](const QRegularExpression &pattern) {
        const auto match = pattern.match(text);
        return match.hasMatch() || !match.isValid();
    };
    if (std::any_of(m_deny.begin(), m_deny.end(), mayMatch))
        return Verdict::Denied;
    if (!m_allow.empty() && std::none_of(m_allow.begin(), m_allow.end(), matches))
        return Verdict::NotAllowed;
    return Verdict::Follow;
}

} // namespace trawl::crawl
