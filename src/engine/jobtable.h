// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "engine/crawl.h"
#include "engine/joboptions.h"
#include "engine/placer.h"
#include "engine/spot.h"
#include "scratch/hold.h"
#include "store/store.h"

#include <deque>
#include <memory>

namespace trawl::engine {

/// One job as the engine holds it.
struct Job
{
    store::JobRow row;
    Counts counts; ///< by the items' own status; a paused job's queued items count as queued here
    Placer placer;
    QString parts; ///< the name below its directory of that of its parts, this job's alone
    std::shared_ptr<const scratch::Handle> partsHold = {}; ///< of that, in a temporary session
    bool partsReady = false;                               ///< it has been made since the start
    bool partsLost = false;                                ///< and was gone later
    bool waitsForFolder = false;                           ///< it cannot be written to now
    bool hasOldParts = false;                              ///< of items that were removed
    bool reading = false;                                  ///< its list is being read now
    JobOptions options = {};                               ///< its own, or the session's
    std::optional<Crawl> crawl = {};                       ///< with a recipe
    QStringList fields = {};                               ///< the columns of its recipe
    qint64 lastEndMs = 0;                                  ///< of its items
    qint64 endedMs = 0;                                    ///< JobState::endedMs
};

/// The directory of the job's parts.
[[nodiscard]] Spot partsOf(const Job &job, Spot::Missing missing);
/// With the one above it, if they are empty.
void removePartsDirectory(const Job &job);

/// The jobs of the session, by id.
class JobTable
{
public:
    /// Nobody goes on with these jobs: what a kill leaves of their parts is of no use.
    void setTemporary() { m_temporary = true; }

    /// ".trawl/<tag>", the name below the job's directory of that in which its parts lie.
    [[nodiscard]] QString partsName(const store::JobRow &row) const;

    Job &add(const store::JobRow &row);
    /// All that follows from the options, but for the crawl.
    static void setOptions(Job &job, const JobOptions &options);
    [[nodiscard]] item::JobId nextId() const { return item::JobId(int(m_jobs.size()) + 1); }
    [[nodiscard]] bool contains(item::JobId id) const
    {
        return int(id) >= 1 && int(id) <= int(m_jobs.size());
    }
    [[nodiscard]] Job &job(item::JobId id) { return m_jobs[std::size_t(int(id) - 1)]; }
    [[nodiscard]] const Job &job(item::JobId id) const { return m_jobs[std::size_t(int(id) - 1)]; }
    [[nodiscard]] Job *find(const QByteArray &source, const QString &directory);
    [[nodiscard]] std::deque<Job> &all() { return m_jobs; }
    [[nodiscard]] const std::deque<Job> &all() const { return m_jobs; }

    /// Below the job's directory.
    [[nodiscard]] QString partName(item::JobId job, item::ItemId id) const;
    /// Absolute.
    [[nodiscard]] QString partPath(item::JobId job, item::ItemId id) const;
    void removePart(item::JobId job, item::ItemId id) const;
    /// Sees to it that parts of the job can be written. A directory that cannot be made shows in
    /// the outcome of the first item that needs it.
    void makePartDirectory(item::JobId job);
    /// The directory is not there any more, or was gone once since the start; it is made again.
    [[nodiscard]] bool lostParts(item::JobId job);

private:
    std::deque<Job> m_jobs;
    bool m_temporary = false;
};

/// It had items, and none is left that runs, waits or is paused; nor does its list bring more.
[[nodiscard]] bool hasEnded(const Job &job);

/// What the person is shown of a job: queued items of a paused job count as paused.
[[nodiscard]] Counts shownCounts(const Job &job);

} // namespace trawl::engine
