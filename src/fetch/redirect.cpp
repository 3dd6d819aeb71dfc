// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/redirect.h"

#include "item/weburl.h"

namespace trawl::fetch {

namespace {

tl::unexpected<item::Failure> bad(const QString &detail)
{
    return tl::unexpected(item::Failure{item::Reason::BadRedirect, 0, false, detail});
}

} // namespace

bool isRedirect(int code)
{
    return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
}

tl::expected<QByteArray, item::Failure> redirectTarget(const QByteArray &from,
                                                       const QByteArray &location, bool downgrade)
{
    const auto text = item::webTrimmed(location);
    if (text.isEmpty())
        return bad(QStringLiteral("redirect without a Location"));
    const auto scheme = text.first(item::schemeLength(text)).toLower();
    if (!scheme.isEmpty() && scheme != "http" && scheme != "https")
        return bad(QStringLiteral("redirect to the scheme '%1'")
                       .arg(QString::fromLatin1(scheme.first(qMin(scheme.size(), 20)))));
    auto target = item::resolveUrl(from, text);
    if (!target)
        return bad(QStringLiteral("redirect to an invalid URL"));
    if (!target->startsWith("https:") && !downgrade && from.startsWith("https:"))
        return bad(QStringLiteral("redirect from https to http"));
    return *std::move(target);
}

} // namespace trawl::fetch
