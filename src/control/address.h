// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <optional>

/// Where a session is found by those who do not have it open, and who is at the other end there.
namespace trawl::control {

/// The session that is used when none is named: <data>/trawl/trawl/session.trawl, whatever the
/// program is called. Nothing is made.
[[nodiscard]] QString ownSessionPath();

/// The socket of whoever has this session open. The same for all ways to write the session's path.
/// Its directory is made: $XDG_RUNTIME_DIR/trawl, else /tmp/trawl-<uid>. The error (English) tells
/// why there is no directory that is ours alone.
[[nodiscard]] tl::expected<QString, QString> socketPath(const QString &sessionPath);

/// The process at the other end of a local socket.
struct Peer
{
    qint64 pid = 0;
    bool ours = false; ///< it runs as the same user
};

[[nodiscard]] std::optional<Peer> peerOf(qintptr socket);

} // namespace trawl::control
