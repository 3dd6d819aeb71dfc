// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/redirect.h"

namespace trawl::fetch {

namespace {

QByteArray cleaned(const QByteArray &location)
{
    qsizetype first = 0;
    auto last = location.size();
    while (first < last && quint8(location[first]) <= 0x20)
        ++first;
    while (last > first && quint8(location[last - 1]) <= 0x20)
        --last;
    QByteArray result;
    result.reserve(last - first);
    bool inPath = true; // in a query or fragment a backslash is itself
    for (auto i = first; i < last; ++i) {
        const char c = location[i];
        if (c == '\t' || c == '\n' || c == '\r')
            continue;
        inPath = inPath && c != '?' && c != '#';
        result.append(inPath && c == '\\' ? '/' : c);
    }
    return result;
}

tl::unexpected<item::Failure> bad(const QString &detail)
{
    return tl::unexpected(item::Failure{item::Reason::BadRedirect, 0, false, detail});
}

} // namespace

bool isRedirect(int code)
{
    return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) {
        return url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80);
    };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

tl::expected<QUrl, item::Failure> redirectTarget(const QUrl &from, const QByteArray &location,
                                                 bool downgrade)
{
    const auto text = cleaned(location);
    if (text.isEmpty())
        return bad(QStringLiteral("redirect without a Location"));
    const auto relative = QUrl::fromEncoded(text, QUrl::TolerantMode);
    if (!relative.isValid())
        return bad(QStringLiteral("redirect to an invalid URL"));
    auto target = from.resolved(relative);
    const auto secure = target.scheme() == QLatin1StringView("https");
    if (!secure && target.scheme() != QLatin1StringView("http"))
        return bad(QStringLiteral("redirect to the scheme '%1'").arg(target.scheme().left(20)));
    if (target.host().isEmpty())
        return bad(QStringLiteral("redirect to a URL without a host"));
    if (!secure && !downgrade && from.scheme() == QLatin1StringView("https"))
        return bad(QStringLiteral("redirect from https to http"));
    target.setUserInfo({});
    target.setFragment({});
    if (target.path().isEmpty())
        target.setPath(QStringLiteral("/"));
    return target;
}

} // namespace trawl::fetch
