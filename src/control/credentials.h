// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace trawl::control {

/// The process at the other end of a local socket.
struct Peer
{
    qint64 pid = 0;
    bool ours = false; ///< it runs as the same user
};

[[nodiscard]] std::optional<Peer> peerOf(qintptr socket);

} // namespace trawl::control
