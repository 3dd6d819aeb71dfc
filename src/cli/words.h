// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QString>

/// English words of the command line: numbers, times and reasons.
namespace trawl::cli {

[[nodiscard]] QString bytesText(double bytes);  ///< IEC: "1.4 MiB"
[[nodiscard]] QString timeText(qint64 seconds); ///< "42 s", "3 min 05 s", "2 h 05 min"
[[nodiscard]] QString durationText(qint64 ms);  ///< "0.83 s", then as timeText()
[[nodiscard]] QString reasonText(item::Reason reason, int httpCode = 0);
/// The reason with the technical detail behind it.
[[nodiscard]] QString failureText(const item::Failure &failure);

} // namespace trawl::cli
