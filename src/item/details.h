// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/outcome.h"
#include "item/result.h"

namespace trawl::item {

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

    friend bool operator==(const Details &, const Details &) = default;
};

} // namespace trawl::item
