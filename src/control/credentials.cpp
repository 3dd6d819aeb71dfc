// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/credentials.h"

#include <sys/socket.h>
#include <unistd.h>

namespace trawl::control {

std::optional<Peer> peerOf(qintptr socket)
{
    struct ucred found = {};
    socklen_t size = sizeof found;
    if (getsockopt(int(socket), SOL_SOCKET, SO_PEERCRED, &found, &size) != 0)
        return std::nullopt;
    return Peer{found.pid, found.uid == geteuid()};
}

} // namespace trawl::control
