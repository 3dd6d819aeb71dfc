// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reachability.h"

#include <QNetworkInformation>

#include <utility>

namespace trawl::engine {

void watchReachability(QObject *context, const std::function<void(bool reachable)> &changed)
{
    using Reachability = QNetworkInformation::Reachability;
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    auto *platform = QNetworkInformation::instance();
    // A machine that never had a way out may still fetch from itself: only a loss is news.
    const auto isThere = [](Reachability reachability) {
        return reachability != Reachability::Disconnected && reachability != Reachability::Unknown;
    };
    QObject::connect(
        platform, &QNetworkInformation::reachabilityChanged, context,
        [changed, isThere, before = isThere(platform->reachability())](Reachability now) mutable {
            const bool there = isThere(now);
            if (std::exchange(before, there) != there)
                changed(there);
        });
}

} // namespace trawl::engine
