// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobtable.h"

#include "engine/partsweep.h"

#include <QDir>

#include <fcntl.h>

namespace trawl::engine {

Spot partsOf(const Job &job, Spot::Missing missing)
{
    return {job.row.directory, job.parts + QStringLiteral("/."), missing};
}

void removePartsDirectory(const Job &job)
{
    removeDirectoryAt(Spot(job.row.directory, job.parts, Spot::Missing::Leave),
                      lastComponent(job.parts));
    const auto above = job.parts.section(u'/', 0, 0);
    removeDirectoryAt(Spot(job.row.directory, above, Spot::Missing::Leave), above);
}

QString JobTable::partsName(const store::JobRow &row) const
{
    // The time of creation keeps two sessions that share a directory apart.
    return QStringLiteral(".trawl/") + QString(m_temporary ? temporaryParts : QLatin1StringView()) +
           QString::number(row.createdMs, 36);
}

Job &JobTable::add(const store::JobRow &row)
{
    Q_ASSERT(row.id == nextId());
    auto &job = m_jobs.emplace_back(Job{row, {}, Placer(row.directory), partsName(row)});
    if (!row.options.isEmpty())
        setOptions(job, jobOptionsFromJson(row.options));
    return job;
}

void JobTable::setOptions(Job &job, const JobOptions &options)
{
    job.options = options;
    job.fields = options.recipe.columns();
}

Job *JobTable::find(const QByteArray &source, const QString &directory)
{
    for (auto &job : m_jobs) {
        if (job.row.removed == store::JobRow::Removed::No && job.row.source == source &&
            job.row.directory == directory)
            return &job;
    }
    return nullptr;
}

QString JobTable::partName(item::JobId job, item::ItemId id) const
{
    return this->job(job).parts + u'/' + QString::number(qint64(id)) + QStringLiteral(".part");
}

QString JobTable::partPath(item::JobId job, item::ItemId id) const
{
    return this->job(job).row.directory + u'/' + partName(job, id);
}

void JobTable::removePart(item::JobId job, item::ItemId id) const
{
    const auto name = partName(job, id);
    removeFileAt(Spot(this->job(job).row.directory, name, Spot::Missing::Leave),
                 lastComponent(name));
}

void JobTable::makePartDirectory(item::JobId id)
{
    auto &job = this->job(id);
    if (std::exchange(job.partsReady, true))
        return;
    QDir().mkpath(job.row.directory);
    bool isHeld = false;
    while (!isHeld) {
        const auto parts = partsOf(job, Spot::Missing::Make);
        if (!m_temporary || parts.error() != 0)
            return;
        job.partsHold = std::make_shared<scratch::Handle>(parts.directory(), ".", O_DIRECTORY);
        isHeld = job.partsHold->get() < 0 || scratch::hold(job.partsHold->get());
    }
}

bool JobTable::lostParts(item::JobId id)
{
    auto &job = this->job(id);
    if (job.partsReady && partsOf(job, Spot::Missing::Leave).error() != 0) {
        job.partsReady = false;
        job.partsLost = true;
    }
    return job.partsLost;
}

// What is paused one by one has not ended: the person means to go on with it.
bool hasEnded(const Job &job)
{
    const auto &counts = job.counts;
    return !job.reading && counts.total() > 0 && counts.open() == 0 && counts.paused == 0;
}

Counts shownCounts(const Job &job)
{
    auto counts = job.counts;
    if (job.row.paused) {
        counts.paused += counts.queued;
        counts.queued = 0;
    }
    return counts;
}

} // namespace trawl::engine
