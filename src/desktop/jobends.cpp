// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/jobends.h"

#include <algorithm>

namespace trawl::desktop {

namespace {

bool isLeft(const engine::JobState &job)
{
    return job.importing || job.counts.open() + job.counts.paused > 0;
}

} // namespace

QList<engine::JobState> JobEnds::take(const QList<engine::JobState> &jobs)
{
    QList<engine::JobState> ended;
    for (const auto &job : jobs) {
        auto &known = m_endedMs[job.id];
        if (m_primed && job.endedMs != 0 && job.endedMs != known && !isLeft(job))
            ended << job;
        known = job.endedMs;
    }
    m_primed = true;
    return ended;
}

bool JobEnds::allEnded(const QList<engine::JobState> &jobs)
{
    return std::ranges::none_of(jobs, isLeft);
}

} // namespace trawl::desktop
