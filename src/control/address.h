// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

/// Where a session is found by those who do not have it open.
namespace trawl::control {

/// The session that is used when none is named: <data>/trawl/trawl/session.trawl, whatever the
/// program is called. Nothing is made.
[[nodiscard]] QString ownSessionPath();

/// The socket of whoever has this session open. The same for all ways to write the session's path.
/// Its directory is made: $XDG_RUNTIME_DIR/trawl, else /tmp/trawl-<uid>. The error (English) tells
/// why there is no directory that is ours alone.
[[nodiscard]] tl::expected<QString, QString> socketPath(const QString &sessionPath);

} // namespace trawl::control
