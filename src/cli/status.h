// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "engine/results.h"
#include "engine/selection.h"

#include <QByteArray>

namespace trawl::cli {

/// JSON Lines: an object for each job, status and reason, or for each item that was asked for.
[[nodiscard]] QByteArray statusLines(const engine::SessionStatus &status);
/// The same for a person: a table of the counts, or all that is known of each item, line by line.
[[nodiscard]] QByteArray statusTable(const engine::SessionStatus &status);
/// A row a job.
[[nodiscard]] QByteArray jobTable(const QList<engine::JobState> &jobs);

/// Leaves what was selected. Queued items of a paused job are paused, as the person sees them.
void narrow(engine::SessionStatus &status, const engine::Selection &selection);

} // namespace trawl::cli
