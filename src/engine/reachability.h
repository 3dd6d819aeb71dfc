// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace trawl::engine {

/// Tells `changed` when the platform says that the network went or came.
/// Where the platform has nothing to ask (a server without NetworkManager) it is silent.
/// Called on the thread of `context`, not after that has gone. The engine's one use of Qt Network.
void watchReachability(QObject *context, const std::function<void(bool reachable)> &changed);

} // namespace trawl::engine
