// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/directories.h"
#include "engine/engine_p.h"
#include "engine/partsweep.h"

#include "naming/template.h"

#include <QDateTime>
#include <QDir>

namespace trawl::engine {

namespace {

// Enough to keep the store's writer busy, little enough to stay small in memory.
constexpr qint64 mostImporting = 16'000;

QString whyNoParts(const QString &directory, const Spot &parts)
{
    const auto folder = directory + QStringLiteral("/.trawl");
    return parts.blockedAt() >= 0
               ? QStringLiteral("%1 is a link or a file, and has to be a directory for what is "
                                "being loaded: move it away")
                     .arg(folder)
               : QStringLiteral("%1 cannot be made: %2")
                     .arg(folder, qt_error_string(parts.error()));
}

} // namespace

QString Engine::Private::whyBadTemplate(const std::optional<JobOptions> &options)
{
    if (!options)
        return {};
    const auto rule = naming::NameTemplate::compile(options->nameTemplate);
    return rule ? QString()
                : QStringLiteral("the name template is wrong at character %1: %2")
                      .arg(rule.error().at + 1)
                      .arg(rule.error().what);
}

tl::expected<JobPosition, item::Failure> Engine::Private::openJob(const JobSpec &spec)
{
    const auto directory = QDir::cleanPath(spec.directory);
    const bool saves = !spec.options || spec.options->savesAny();
    if (const auto why = saves ? whyNotWritable(directory) : QString(); !why.isEmpty())
        return tl::unexpected(item::Failure{item::Reason::FileError, 0, false, why});
    if (const auto why = whyBadTemplate(spec.options); !why.isEmpty())
        return tl::unexpected(item::Failure{item::Reason::FileError, 0, false, why});
    if (!spec.source.isEmpty()) {
        if (auto *job = state.jobs.find(spec.source, directory)) {
            job->reading = true;
            useSpec(*job, spec);
            return JobPosition{job->row.id, job->row.imported, job->row.digest};
        }
    }
    store::JobRow row;
    row.id = state.jobs.nextId();
    row.name = spec.name;
    row.directory = directory;
    row.source = spec.source;
    row.rank = int(rankedJobs().size());
    row.createdMs = QDateTime::currentMSecsSinceEpoch();
    if (saves)
        sweepTemporaryParts(directory);
    for (bool isNew = !saves; !isNew;) {
        const auto parts = state.jobs.partsName(row);
        const Spot made(directory, parts + QStringLiteral("/."), Spot::Missing::Make);
        if (made.error() != 0)
            return tl::unexpected(
                item::Failure{item::Reason::FileError, 0, false, whyNoParts(directory, made)});
        isNew = made.made();
        row.createdMs += isNew ? 0 : 1; // another session made a job here in the same millisecond
    }
    store->addJob(row);
    auto &job = addJob(row);
    job.reading = true;
    useSpec(job, spec);
    somethingNew = true;
    return JobPosition{row.id, 0, 0};
}

void Engine::Private::addLinks(item::JobId jobId, const QList<item::Link> &links, quint64 digest)
{
    if (stuck || closing || links.isEmpty() || !hasJob(jobId))
        return;
    makeDuplicates();
    auto &crawl = state.jobs.job(jobId).crawl;
    store::ImportBatch batch;
    const auto first = state.items.nextId();
    const auto block = std::make_shared<item::UrlBlock>(first, jobId);
    for (qsizetype i = 0; i < links.size(); ++i) {
        const auto &link = links[i];
        const auto id = item::ItemId(qint64(first) + i);
        const auto json = link.options ? item::toJson(*link.options) : QByteArray();
        if (!link.ok())
            batch.ended.append({id, item::Status::Failed, link.problem, link.detail});
        else if (!duplicates->insert(jobId, link.url, json, id, *block))
            batch.ended.append({id, item::Status::Skipped, item::Reason::Duplicate, {}});
        else if (crawl)
            crawl->taken();
        if (crawl && link.ok())
            crawl->addSeed(link.url);
        block->append(link.url);
        if (!json.isEmpty()) {
            state.items.setOptions(id, link.options);
            batch.options.append({id, json});
        }
    }
    block->squeeze();

    state.append(block);
    for (const auto &ended : batch.ended) {
        state.items.row(ended.id).reason = ended.reason;
        state.setStatus(ended.id, ended.status);
        if (item::isOfEntry(ended.reason))
            state.setNoHost(ended.id);
    }
    auto &job = state.jobs.job(jobId).row;
    job.imported += links.size();
    job.digest = digest;
    job.complete = false;
    batch.urls = block;
    batch.job = job;
    importing += links.size();
    importSizes.push_back(links.size());
    store->import(std::move(batch));
    for (qsizetype i = 0; i < block->size(); ++i) {
        const auto id = item::ItemId(qint64(first) + i);
        if (state.items.row(id).status == item::Status::Queued)
            schedule(id);
        if (job.paused)
            state.touch(id); // shown as paused
    }
    wasIdle = false;
    pump();
}

void Engine::Private::closeJob(item::JobId jobId, bool whole)
{
    if (stuck || closing || !hasJob(jobId))
        return;
    auto &job = state.jobs.job(jobId);
    job.reading = false;
    if (whole) {
        job.row.complete = true;
        store->updateJob(job.row);
    }
    somethingNew = true;
    wasIdle = false;
    noticeIdle();
}

qint64 Engine::Private::linkRoom() const
{
    return std::max<qint64>(0, mostImporting - importing);
}

} // namespace trawl::engine
