// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/referrer.h"

#include <QString>
#include <QStringList>

#include <algorithm>

namespace trawl::extract {

namespace {

struct Policy
{
    QStringView name;
    ReferrerPolicy value;
};

/// With the words that stood in <meta name=referrer> before the standard.
constexpr Policy policies[] = {
    {u"strict-origin-when-cross-origin", ReferrerPolicy::StrictOriginWhenCrossOrigin},
    {u"default", ReferrerPolicy::StrictOriginWhenCrossOrigin},
    {u"no-referrer", ReferrerPolicy::NoReferrer},
    {u"never", ReferrerPolicy::NoReferrer},
    {u"no-referrer-when-downgrade", ReferrerPolicy::NoReferrerWhenDowngrade},
    {u"same-origin", ReferrerPolicy::SameOrigin},
    {u"origin", ReferrerPolicy::Origin},
    {u"strict-origin", ReferrerPolicy::StrictOrigin},
    {u"origin-when-cross-origin", ReferrerPolicy::OriginWhenCrossOrigin},
    {u"origin-when-crossorigin", ReferrerPolicy::OriginWhenCrossOrigin},
    {u"unsafe-url", ReferrerPolicy::UnsafeUrl},
    {u"always", ReferrerPolicy::UnsafeUrl},
};

QByteArrayView originPart(QByteArrayView url)
{
    const auto scheme = url.indexOf("://");
    const auto end = scheme < 0 ? -1 : url.indexOf('/', scheme + 3);
    return end < 0 ? url : url.first(end);
}

} // namespace

ReferrerPolicy readReferrerPolicy(QStringView text, ReferrerPolicy before)
{
    for (const QStringView part : text.split(u',')) {
        const auto name = part.trimmed().toString().toLower();
        const auto *known = std::find_if(std::begin(policies), std::end(policies),
                                         [&](const Policy &policy) { return policy.name == name; });
        if (known != std::end(policies))
            before = known->value;
    }
    return before;
}

item::Referrer referrerFor(ReferrerPolicy policy, QByteArrayView page, QByteArrayView target)
{
    using item::Referrer;
    const bool same = originPart(page) == originPart(target);
    const bool downgrade = page.startsWith("https:") && !target.startsWith("https:");
    const auto unlessDowngrade = [&](Referrer told) { return downgrade ? Referrer::None : told; };
    switch (policy) {
    case ReferrerPolicy::NoReferrer:
        return Referrer::None;
    case ReferrerPolicy::NoReferrerWhenDowngrade:
        return unlessDowngrade(Referrer::Page);
    case ReferrerPolicy::SameOrigin:
        return same ? Referrer::Page : Referrer::None;
    case ReferrerPolicy::Origin:
        return Referrer::Origin;
    case ReferrerPolicy::StrictOrigin:
        return unlessDowngrade(Referrer::Origin);
    case ReferrerPolicy::OriginWhenCrossOrigin:
        return same ? Referrer::Page : Referrer::Origin;
    case ReferrerPolicy::UnsafeUrl:
        return Referrer::Page;
    case ReferrerPolicy::StrictOriginWhenCrossOrigin:
        break;
    }
    return same ? Referrer::Page : unlessDowngrade(Referrer::Origin);
}

} // namespace trawl::extract
