// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/ids.h"
#include "item/status.h"
#include "models/search.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QList>

#include <optional>

namespace trawl::models {

/// What items failed for, as the facet bar tells them apart.
struct Cause
{
    item::Reason reason = item::Reason::None;
    int code = 0; ///< with Reason::Http

    friend bool operator==(const Cause &, const Cause &) = default;
};

inline size_t qHash(const Cause &cause, size_t seed = 0) noexcept
{
    return ::qHash(cause.code << 8 | int(cause.reason), seed);
}

/// Which rows are shown: those that meet all of it. An empty list lets everything through.
struct ItemFilter
{
    QList<item::JobId> jobs;
    QList<item::Status> statuses;
    QList<QByteArray> hosts; ///< origins: "https://example.org:8443", as engine::HostRow has them
    std::optional<Cause> cause; ///< failed, and for this
    qint64 endedFromMs = 0;     ///< since the epoch, included
    qint64 endedToMs = 0;       ///< not included; 0 = whenever
    Search search;

    friend bool operator==(const ItemFilter &, const ItemFilter &) = default;
};

} // namespace trawl::models
