// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/descriptors.h"

#include <algorithm>
#include <climits>

#include <sys/resource.h>

namespace trawl::pool {

void raiseDescriptorLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

int mostTasks()
{
    constexpr rlim_t ofTheProcess = 24; // its own socket, event loop, libraries, name look-ups
    constexpr rlim_t ofATask = 3;
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return INT_MAX;
    const auto free = limit.rlim_max > ofTheProcess ? limit.rlim_max - ofTheProcess : 0;
    return int(std::clamp<rlim_t>(free / ofATask, 1, INT_MAX));
}

} // namespace trawl::pool
