// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

#include <QByteArray>

namespace trawl::cli {

/// What the progress of a run is shown from.
struct ProgressState
{
    engine::Counts counts;
    bool importing = false; ///< the list is still being read, so the total grows
    qint64 bytes = 0;       ///< received in this run
    double bytesPerSecond = 0;
    double requestsPerSecond = 0;
    qint64 elapsedMs = 0;
    bool offline = false;  ///< waits for the network
    bool offHours = false; ///< off by the schedule
    QString awaitedFolder; ///< that cannot be written to now; empty = none

    /// -1 = not known.
    [[nodiscard]] qint64 secondsLeft() const;
};

/// One line for a terminal of so many columns, in ASCII.
[[nodiscard]] QByteArray progressBar(const ProgressState &state, int columns);

/// One JSON object in a line, with its line end.
[[nodiscard]] QByteArray progressJson(const ProgressState &state);

} // namespace trawl::cli
