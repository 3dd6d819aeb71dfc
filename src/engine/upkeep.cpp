// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include "engine/partsweep.h"
#include "naming/filename.h"

namespace trawl::engine {

namespace {

/// The item is to have a file: its whole body, or one with a wrong checksum that is kept aside.
bool isIntent(const ItemRow &row)
{
    return row.status == item::Status::Done ||
           (row.status == item::Status::Failed && row.reason == item::Reason::Checksum &&
            row.file != 0);
}

} // namespace

QList<item::ItemId> Engine::Private::sweepParts(const Job &job) const
{
    return engine::sweepParts(partsOf(job, Spot::Missing::Leave), [&](item::ItemId id) {
        if (!state.items.contains(id) || state.items.job(id) != job.row.id)
            return PartUse::Drop;
        const auto &row = state.items.row(id);
        if (isIntent(row))
            return PartUse::Intent;
        const bool open =
            row.status != item::Status::Skipped && row.status != item::Status::Removed;
        return open && durable() ? PartUse::GoOn : PartUse::Drop;
    });
}

// What an earlier run left: a whole body gets its name now, and what can be gone on with stays.
void Engine::Private::recoverParts(const Job &job)
{
    const auto intents = sweepParts(job);
    for (const auto id : intents)
        ledger->recover(job.row.id, id, state.items.file(id));
}

void Engine::Private::leaveParts()
{
    if (stuck)
        return; // intents that were not carried out need their parts at the next start
    for (const auto &job : state.jobs.all()) {
        if (job.row.directory.isEmpty())
            continue;                         // removed
        const auto useless = sweepParts(job); // all that was intended has been done
        for (const auto id : useless)
            state.jobs.removePart(job.row.id, id);
        removePartsDirectory(job);
    }
}

item::Outcome Engine::Private::withLostParts(item::Outcome outcome)
{
    // The person has moved or deleted the directory of the parts: it is made again, and so is what
    // was in it.
    if (state.jobs.lostParts(state.items.job(outcome.id)))
        outcome.failure.temporary = true;
    return outcome;
}

// A power cut may have taken what was written since the last sync; what the session says of it is
// all there is.
void Engine::Private::checkFiles()
{
    if (store->wasClean())
        return;
    QList<KnownFile> files;
    const auto unsynced = store->unsyncedFiles();
    for (const auto &file : unsynced) {
        if (!state.items.contains(file.id) || state.items.row(file.id).file == 0)
            continue;
        const auto &directory = state.jobs.job(state.items.job(file.id)).row.directory;
        files.append(
            {file.id, directory + u'/' + state.items.file(file.id), file.bytes, file.xxh3});
    }
    if (files.isEmpty())
        return;
    checking = true;
    Q_EMIT q.logged(QStringLiteral("not closed as it should be: checking %1 files of the last "
                                   "seconds")
                        .arg(files.size()),
                    LogLevel::Warning);
    const auto done = [this](const QList<CheckedFile> &bad) {
        QMetaObject::invokeMethod(this, [this, bad] { filesChecked(bad); }, Qt::QueuedConnection);
    };
    fileCheck = std::make_unique<FileCheck>(std::move(files), done);
}

void Engine::Private::filesChecked(const QList<CheckedFile> &bad)
{
    if (closing || stuck)
        return;
    checking = false;
    for (const auto &checked : bad)
        fetchAgain(checked);
    if (!bad.isEmpty())
        Q_EMIT q.logged(QStringLiteral("%1 files were not whole: fetched again").arg(bad.size()),
                        LogLevel::Warning);
    wasIdle = false;
    pump();
    noticeIdle();
}

void Engine::Private::fetchAgain(const CheckedFile &checked)
{
    const auto id = checked.file.id;
    auto &row = state.items.row(id);
    if (row.status != item::Status::Done)
        return;
    const auto file = state.items.file(id);
    auto &job = state.jobs.job(state.items.job(id));
    if (checked.state == FileState::Empty) {
        removeFileAt(Spot(job.row.directory, file, Spot::Missing::Leave),
                     lastComponent(file)); // there is nothing in it
    } else if (checked.state == FileState::Damaged) {
        // Whose bytes they are nobody knows: they are kept, and the name becomes free.
        const auto aside = job.placer.reserve(naming::marked(file, QStringLiteral("damaged"))).name;
        (void)job.placer.place(file, aside);
        job.placer.release(aside);
    }
    state.items.setFile(id, {});
    row.bytes = 0;
    row.attempts = 0;
    row.code = 0;
    state.setStatus(id, item::Status::Queued);
    ledger->record({id, item::Status::Queued, {}, 0, {}, 0, {}});
    schedule(id);
}

void Engine::Private::syncTick()
{
    if (!durable() || stuck || closing || checking)
        return;
    if (diskSync.isDue(nowMs(), ledger->lastBurst())) {
        ledger->flush();
        diskSync.closed(store->nextEpoch(), ledger->lastBurst(), nowMs());
    }
    const auto burst = diskSync.waitsFor();
    if (!burst || !ledger->isCarriedOut(*burst))
        return;
    diskSync.start(jobDirectories(), [this](qint64 epoch) {
        QMetaObject::invokeMethod(
            this,
            [this, epoch] {
                if (store)
                    store->setSynced(epoch);
            },
            Qt::QueuedConnection);
    });
}

void Engine::Private::syncAtEnd()
{
    if (!durable() || stuck || !ledger)
        return;
    if (checking)
        store->distrust(); // what is not checked yet is checked at the next start
    else if (diskSync.isBehind(ledger->lastBurst()) && syncFileSystems(jobDirectories()))
        store->setSynced(store->nextEpoch());
}

QStringList Engine::Private::jobDirectories() const
{
    QStringList directories;
    for (const auto &job : state.jobs.all()) {
        if (!job.row.directory.isEmpty()) // else it was removed
            directories.append(job.row.directory);
    }
    directories.removeDuplicates();
    return directories;
}

} // namespace trawl::engine
