// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/directories.h"
#include "engine/engine_p.h"

namespace trawl::engine {

/// A folder that is gone or cannot be written to is no item's fault: its job waits for it.
bool Engine::Private::waitsForFolder(const item::Outcome &outcome)
{
    auto &job = state.jobs.job(state.items.job(outcome.id));
    if (!job.waitsForFolder) {
        const auto why = whyNotWritable(job.row.directory);
        job.waitsForFolder = !why.isEmpty();
        if (job.waitsForFolder)
            sayFolder(LogLevel::Warning, QStringLiteral("waiting for the folder: ") + why);
    }
    return job.waitsForFolder;
}

void Engine::Private::sayFolder(LogLevel level, const QString &text)
{
    somethingNew = true;
    Q_EMIT q.logged(text, level);
}

/// Once a second.
void Engine::Private::foldersTick()
{
    for (auto &job : state.jobs.all()) {
        const bool isGone = job.row.removed != store::JobRow::Removed::No;
        if (!job.waitsForFolder || (!isGone && !whyNotWritable(job.row.directory).isEmpty()))
            continue;
        job.waitsForFolder = false;
        if (isGone)
            continue;
        sayFolder(LogLevel::Note, QStringLiteral("the folder is back: ") + job.row.directory);
        scheduleInTurn(itemsOf(job.row.id, item::Status::Queued)); // the scheduler dropped them
        pump();
    }
}

/// Of the first job that waits for its folder; empty = none does.
QString Engine::Private::awaitedFolder() const
{
    for (const auto &job : state.jobs.all()) {
        if (job.waitsForFolder)
            return job.row.directory;
    }
    return {};
}

} // namespace trawl::engine
