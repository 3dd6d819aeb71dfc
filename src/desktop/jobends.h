// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

#include <QHash>

namespace trawl::desktop {

/// Tells which jobs have come to an end, from one change set to the next. A job that the person
/// has paused before its end has not.
class JobEnds
{
public:
    /// Those that have ended since the last call; at the first call none.
    [[nodiscard]] QList<engine::JobState> take(const QList<engine::JobState> &jobs);

    /// Nothing of any job is left to be done.
    [[nodiscard]] static bool allEnded(const QList<engine::JobState> &jobs);

private:
    QHash<item::JobId, qint64> m_endedMs;
    bool m_primed = false;
};

} // namespace trawl::desktop
