// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace trawl::desktop {

/// Trawl's icon with a bar at its foot that is filled so far, 0 … 100; none for less than 0.
[[nodiscard]] QIcon trayIcon(int percent);

} // namespace trawl::desktop
