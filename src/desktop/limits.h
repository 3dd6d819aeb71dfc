// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace trawl::desktop {

/// The speed limits that are offered, in bytes/s, in the units that sizes are written in; 0 (no
/// limit) comes first. One that is in force but not among them is put at its place.
[[nodiscard]] QList<qint64> offeredLimits(qint64 inForce);

/// "2.0 MiB/s", "∞" for none.
[[nodiscard]] QString limitText(qint64 bytesPerSecond);

} // namespace trawl::desktop
