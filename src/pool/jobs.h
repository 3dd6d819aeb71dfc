// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/cookielines.h"
#include "item/ids.h"
#include "item/settings.h"

#include <QHash>

namespace trawl::pool {

/// What a worker is told of a job before its first task.
struct JobBriefing
{
    int version = 0; ///< of the settings; 0 = the job has none of its own
    item::TransferSettings settings;
    QByteArray recipe; ///< JSON; empty = none
    item::CookieLines cookies;
};

/// The jobs that have settings or cookies of their own. Pure.
class Jobs
{
public:
    /// `usual` are the settings that every worker has got. Cookies are a job's own, so a job that
    /// uses them is told of in any case.
    void setSettings(item::JobId job, const item::TransferSettings &settings,
                     const QByteArray &recipe, const item::TransferSettings &usual)
    {
        const auto *known = find(job);
        const bool told = known && known->version > 0;
        const bool same = told ? known->settings == settings && known->recipe == recipe
                               : settings == usual && recipe.isEmpty() && !settings.cookies;
        if (same)
            return;
        auto &briefing = m_jobs[job];
        ++briefing.version;
        briefing.settings = settings;
        briefing.recipe = recipe;
    }
    /// The lines that changed something.
    QList<QByteArray> addCookies(item::JobId job, const QList<QByteArray> &lines)
    {
        return lines.isEmpty() ? lines : m_jobs[job].cookies.merge(lines);
    }
    [[nodiscard]] QByteArray cookies(item::JobId job) const
    {
        const auto *briefing = find(job);
        return briefing ? briefing->cookies.text() : QByteArray();
    }
    /// Null = nothing is to be told.
    [[nodiscard]] const JobBriefing *find(item::JobId job) const
    {
        const auto found = m_jobs.constFind(job);
        return found == m_jobs.constEnd() ? nullptr : &*found;
    }

private:
    QHash<item::JobId, JobBriefing> m_jobs;
};

} // namespace trawl::pool
