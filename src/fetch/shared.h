// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/watchdog.h"
#include "item/settings.h"

#include <QNetworkRequest>

#include <vector>

namespace trawl::fetch {

/// What the transfers of one process have in common.
class Shared
{
public:
    explicit Shared(const item::TransferSettings &settings);

    Watchdog watchdog;
    QNetworkRequest ownRequest;     ///< for the first origin: with the job's headers
    QNetworkRequest foreignRequest; ///< for any other
    std::vector<char> buffer;       ///< bodies pass through it; used within one call only
};

} // namespace trawl::fetch
