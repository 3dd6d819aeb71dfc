// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/canonical.h"
#include "crawl/percent.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>

namespace trawl::crawl {

namespace {

using Parameters = QVarLengthArray<QByteArrayView, 16>;

/// What a parameter's name begins with.
constexpr std::array trackingPrefixes{"utm_",    "mtm_", "pk_",      "piwik_",
                                      "matomo_", "hsa_", "at_custom"};

/// Click and campaign identifiers of the large advertisers, mailers and shops.
constexpr std::array trackingNames{
    "__hsfp",
    "__hssc",
    "__hstc",
    "__s",
    "_bta_c",
    "_bta_tid",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "_ke",
    "_kx",
    "_openstat",
    "dclid",
    "dm_i",
    "ef_id",
    "epik",
    "fb_action_ids",
    "fb_action_types",
    "fb_source",
    "fbclid",
    "gad_source",
    "gbraid",
    "gclid",
    "gclsrc",
    "gs_l",
    "hsctatracking",
    "igshid",
    "irclickid",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "ml_subscriber",
    "ml_subscriber_hash",
    "msclkid",
    "oly_anon_id",
    "oly_enc_id",
    "rb_clickid",
    "s_cid",
    "s_kwcid",
    "ttclid",
    "twclid",
    "vero_conv",
    "vero_id",
    "wbraid",
    "wickedid",
    "wt_mc",
    "wt_zmc",
    "yclid",
    "ysclid",
    "zanpid",
};

QByteArrayView nameOf(QByteArrayView parameter)
{
    const auto equals = parameter.indexOf('=');
    return equals < 0 ? parameter : parameter.first(equals);
}

bool isTracking(QByteArrayView parameter)
{
    const auto name = nameOf(parameter);
    const char first = name.isEmpty() ? '\0' : char(name.front() | 0x20);
    const auto isPrefix = [&](QByteArrayView known) {
        return known.front() == first && name.size() > known.size() &&
               name.first(known.size()).compare(known, Qt::CaseInsensitive) == 0;
    };
    const auto isName = [&](QByteArrayView known) {
        return (known.front() == first || known.front() == '_') &&
               name.compare(known, Qt::CaseInsensitive) == 0;
    };
    return std::any_of(trackingPrefixes.begin(), trackingPrefixes.end(), isPrefix) ||
           std::any_of(trackingNames.begin(), trackingNames.end(), isName);
}

bool isBefore(QByteArrayView a, QByteArrayView b)
{
    return nameOf(a) < nameOf(b);
}

Parameters split(QByteArrayView query)
{
    Parameters parameters;
    for (qsizetype begin = 0; begin <= query.size();) {
        const auto found = query.indexOf('&', begin);
        const auto end = found < 0 ? query.size() : found;
        if (end > begin)
            parameters.append(query.sliced(begin, end - begin));
        begin = end + 1;
    }
    return parameters;
}

/// Puts what is left of the query at `from` there in its order.
void tidyQuery(QByteArray &url, qsizetype from, bool sortQuery, bool dropTracking)
{
    auto parameters = split(QByteArrayView(url).sliced(from));
    const auto all = QByteArrayView(url).sliced(from).count('&') + 1; // empty ones too
    if (dropTracking)
        parameters.removeIf(isTracking);
    const bool sorted =
        !sortQuery || std::is_sorted(parameters.begin(), parameters.end(), isBefore);
    if (sorted && parameters.size() == all)
        return;
    if (!sorted)
        std::stable_sort(parameters.begin(), parameters.end(), isBefore);
    QByteArray query;
    query.reserve(url.size() - from);
    for (const auto &parameter : parameters)
        (query.isEmpty() ? query : query.append('&')).append(parameter);
    url.truncate(from);
    url.append(query);
}

} // namespace

QByteArray canonicalUrl(QByteArrayView url, bool sortQuery, bool dropTracking)
{
    if (const auto hash = url.indexOf('#'); hash >= 0)
        url = url.first(hash);
    QByteArray out;
    out.reserve(url.size());
    appendPercentNormal(out, url);
    const auto mark = out.indexOf('?');
    if (mark >= 0 && (sortQuery || dropTracking))
        tidyQuery(out, mark + 1, sortQuery, dropTracking);
    if (mark == out.size() - 1)
        out.chop(mark < 0 ? 0 : 1);
    return out;
}

} // namespace trawl::crawl
