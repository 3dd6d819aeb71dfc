// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"

namespace trawl::item {

/// Absolute counters of a running item, so that a later one replaces any earlier one.
struct Progress
{
    ItemId id{};
    qint64 received = 0; ///< body bytes written
    qint64 total = -1;   ///< body bytes promised; -1 = unknown
    qint64 kept = 0;     ///< of these: what an earlier attempt had left

    friend bool operator==(const Progress &, const Progress &) = default;
};

} // namespace trawl::item
