// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"

#include <vector>

namespace trawl::item {

/// What one worker does for one job at one host.
struct Traffic
{
    JobId job{};
    quint32 host = 0;
    int transfers = 0;   ///< in flight
    qint64 received = 0; ///< bytes since it was told last

    friend bool operator==(const Traffic &, const Traffic &) = default;
};

/// A worker process with all that it does.
struct WorkerTraffic
{
    qint64 worker = 0; ///< its process id
    std::vector<Traffic> traffic;
};

} // namespace trawl::item
