// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobtable.h"

#include <QDir>

namespace trawl::engine {

QString JobTable::partDirectory(const store::JobRow &row)
{
    // The time of creation keeps two sessions that share a directory apart.
    return row.directory + QStringLiteral("/.trawl/") + QString::number(row.createdMs, 36);
}

Job &JobTable::add(const store::JobRow &row)
{
    Q_ASSERT(row.id == nextId());
    auto &job = m_jobs.emplace_back(Job{row, {}, Placer(row.directory), partDirectory(row)});
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

QString JobTable::partPath(item::JobId job, item::ItemId id) const
{
    return this->job(job).partDirectory + u'/' + QString::number(qint64(id)) +
           QStringLiteral(".part");
}

void JobTable::makePartDirectory(item::JobId id)
{
    auto &job = this->job(id);
    if (!std::exchange(job.partsReady, true))
        QDir().mkpath(job.partDirectory);
}

bool JobTable::lostParts(item::JobId id)
{
    auto &job = this->job(id);
    if (job.partsReady && !QDir(job.partDirectory).exists()) {
        job.partsReady = false;
        job.partsLost = true;
    }
    return job.partsLost;
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
