// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/linkoptions.h"
#include "item/outcome.h"
#include "item/result.h"

#include <optional>

namespace trawl::item {

/// Where a crawl found an item.
struct FoundAt
{
    ItemId parent{};      ///< the page that has the link; 0 = the job's own sitemap
    QByteArray parentUrl; ///< empty without one
    int depth = 0;

    friend bool operator==(const FoundAt &, const FoundAt &) = default;
};

/// All that a session knows of one item.
struct Details
{
    Result result;
    QString detail; ///< of the failure, technical, English
    QString note;   ///< Outcome::note
    Verdict verdict = Verdict::None;
    QList<QByteArray> hops; ///< Outcome::hops
    QByteArray fields;      ///< ResponseHead::fields
    QByteArray etag;
    QByteArray lastModified;
    quint64 xxh3 = 0;
    Timings timings;
    std::optional<FoundAt> foundAt; ///< none = it stands in a list
    LinkOptions options;            ///< what the list says of it; may hold secrets

    friend bool operator==(const Details &, const Details &) = default;
};

} // namespace trawl::item
