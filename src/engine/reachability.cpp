// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reachability.h"

#include <QNetworkInformation>

namespace trawl::engine {

void watchReachability(QObject *context, const std::function<void(bool reachable)> &changed)
{
    using Reachability = QNetworkInformation::Reachability;
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    auto *platform = QNetworkInformation::instance();
    QObject::connect(platform, &QNetworkInformation::reachabilityChanged, context,
                     [changed](Reachability now) { changed(now != Reachability::Disconnected); });
    if (platform->reachability() == Reachability::Disconnected)
        changed(false);
}

} // namespace trawl::engine
