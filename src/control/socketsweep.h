// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace trawl::control {

/// Removes sockets of this user on which nobody listens any more: a kill leaves one a session.
void sweepSockets(const QString &directory);

} // namespace trawl::control
