// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace trawl::queue {

/// Exponential back-off with full jitter (AWS Architecture Blog, 2015); times in ms.
struct BackoffOptions
{
    qint64 baseMs = 500;
    qint64 capMs = 60'000;
    qint64 retryAfterCapMs = 3'600'000; ///< a longer Retry-After is cut to this
    int retries = 5;                    ///< after the first attempt
};

/// The wait before the next try. `failures` ≥ 1 counts those so far; `random01` is in [0, 1).
[[nodiscard]] qint64 backoffMs(const BackoffOptions &options, int failures, double random01);

} // namespace trawl::queue
