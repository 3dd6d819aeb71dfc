// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/backoff.h"

#include <algorithm>
#include <cmath>

namespace trawl::queue {

qint64 backoffMs(const BackoffOptions &options, int failures, double random01)
{
    // In doubles, so that no number of failures overflows.
    const double ceiling = std::min(double(options.capMs),
                                    std::ldexp(double(options.baseMs), std::max(failures, 1) - 1));
    return qint64(ceiling * random01);
}

} // namespace trawl::queue
