// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace trawl::charts {

/// A span of time, ms since the epoch.
struct TimeRange
{
    qint64 fromMs = 0;
    qint64 toMs = 0;

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

} // namespace trawl::charts
