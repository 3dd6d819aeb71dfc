// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"
#include "engine/partsweep.h"

#include <algorithm>

namespace trawl::engine {

namespace {

// A few ms of the engine's time; the next piece waits for its turn of the event loop.
constexpr qint64 pieceItems = 10'000;
/// Names of files wait in memory until the store has them.
constexpr qsizetype mostUnremoved = 50'000;

void addTo(QList<store::ItemRange> &ranges, item::ItemId id)
{
    if (!ranges.isEmpty() && qint64(ranges.last().last) + 1 == qint64(id))
        ranges.last().last = id;
    else
        ranges.append({id, id});
}

QList<store::ItemRange> rangesOf(QList<item::ItemId> ids)
{
    std::ranges::sort(ids);
    QList<store::ItemRange> ranges;
    for (const auto id : ids)
        addTo(ranges, id);
    return ranges;
}

} // namespace

void Engine::Private::removeItems(const QList<item::ItemId> &ids, bool files)
{
    if (stuck || closing || ids.isEmpty())
        return;
    m_removals.push_back({rangesOf(ids), files});
    removeSome();
}

// From here on nothing of the job is seen, nor comes back after a restart; its items follow.
void Engine::Private::removeJob(item::JobId id, bool files)
{
    if (stuck || closing || !hasJob(id))
        return;
    auto &job = state.jobs.job(id);
    job.row.removed = files ? store::JobRow::Removed::WithFiles : store::JobRow::Removed::Yes;
    job.row.source.clear();
    job.reading = false;
    store->updateJob(job.row);
    rankJobs(rankedJobs());
    removeItemsOf(job);
    removeSome();
}

void Engine::Private::removeItemsOf(const Job &job)
{
    QList<store::ItemRange> ranges;
    for (const auto &block : state.items.blocks()) {
        if (block->job() == job.row.id)
            ranges.append(
                {block->first(), item::ItemId(qint64(block->first()) + block->size() - 1)});
    }
    m_removals.push_back({ranges, job.row.removed == store::JobRow::Removed::WithFiles});
}

void Engine::Private::removeSome()
{
    if (m_removals.empty() || stuck || closing)
        return;
    if (store->backlog() > mostUnremoved) {
        QTimer::singleShot(100, this, &Private::removeSome);
        return;
    }
    auto &removing = m_removals.front();
    store::Removal gone;
    QList<item::ItemId> inFlight;
    for (qint64 left = pieceItems; left > 0 && !removing.ranges.isEmpty(); --left) {
        auto &range = removing.ranges.first();
        const auto id = range.first;
        range.first = item::ItemId(qint64(id) + 1);
        if (id == range.last)
            removing.ranges.removeFirst();
        if (!state.items.contains(id))
            continue;
        auto &row = state.items.row(id);
        if (row.status == item::Status::Running) {
            row.next = removing.files ? ItemRow::Next::RemoveWithFile : ItemRow::Next::Remove;
            inFlight.append(id);
        } else if (row.status != item::Status::Removed) {
            takeOut(id, removing.files, gone);
        }
    }
    storeRemoval(std::move(gone));
    if (!inFlight.isEmpty())
        pool->cancel(inFlight);
    if (removing.ranges.isEmpty())
        m_removals.pop_front();
    if (m_removals.empty())
        removalsDone();
    else
        QMetaObject::invokeMethod(this, &Private::removeSome, Qt::QueuedConnection);
}

/// The item at rest leaves all tables.
void Engine::Private::takeOut(item::ItemId id, bool withFile, store::Removal &gone)
{
    auto &row = state.items.row(id);
    auto &job = state.jobs.job(state.items.job(id));
    if (row.file != 0) {
        const auto file = state.items.file(id);
        job.placer.disown(file);
        if (withFile)
            gone.files.append({id, job.row.directory, file, row.bytes});
    }
    m_retryAtMs.remove(id);
    m_chains.remove(id);
    m_turns.remove(id);
    tries.forget(id);
    state.remove(id);
    job.hasOldParts = true;
    addTo(gone.items, id);
}

// Behind what was recorded of the items before.
void Engine::Private::storeRemoval(store::Removal gone)
{
    if (gone.items.isEmpty())
        return;
    ledger->flush();
    const auto files = gone.files;
    const auto number = store->remove(std::move(gone));
    if (!files.isEmpty())
        m_doomedFiles.push_back({number, files});
}

/// An item whose worker or whose burst has let it go.
void Engine::Private::removeNow(item::ItemId id)
{
    const auto next = std::exchange(state.items.row(id).next, ItemRow::Next::GoOn);
    store::Removal gone;
    takeOut(id, next == ItemRow::Next::RemoveWithFile, gone);
    storeRemoval(std::move(gone));
    if (m_removals.empty())
        removalsDone();
}

void Engine::Private::removalsDone()
{
    for (auto &job : state.jobs.all()) {
        if (std::exchange(job.hasOldParts, false))
            removeParts(partsOf(job, Spot::Missing::Leave), [this](item::ItemId id) {
                return state.items.contains(id) &&
                       state.items.row(id).status == item::Status::Removed;
            });
        endRemoval(job);
    }
    wasIdle = false;
    noticeIdle();
}

/// Nothing is left of the job but its number.
void Engine::Private::endRemoval(Job &job)
{
    auto &row = job.row;
    if (row.removed == store::JobRow::Removed::No || job.counts.total() > 0 ||
        row.directory.isEmpty())
        return;
    removePartsDirectory(job);
    store::JobRow bare;
    bare.id = row.id;
    bare.createdMs = row.createdMs;
    bare.removed = row.removed;
    row = bare;
    job.crawl.reset();
    store->updateJob(row);
}

/// What is committed is gone for good: its files follow.
void Engine::Private::removeFiles(quint64 committed)
{
    while (!m_doomedFiles.empty() && m_doomedFiles.front().first <= committed) {
        m_filesToRemove += m_doomedFiles.front().second;
        m_doomedFiles.pop_front();
    }
    if (m_filesToRemove.isEmpty() || fileRemoval || closing || stuck)
        return;
    const auto done = [this](const QList<item::ItemId> &ids, const QStringList &words) {
        QMetaObject::invokeMethod(
            this, [this, ids, words] { filesRemoved(ids, words); }, Qt::QueuedConnection);
    };
    fileRemoval = std::make_unique<FileRemoval>(std::exchange(m_filesToRemove, {}), done);
}

void Engine::Private::filesRemoved(const QList<item::ItemId> &ids, const QStringList &words)
{
    constexpr qsizetype mostWords = 100;
    fileRemoval.reset();
    if (closing || stuck)
        return;
    store->forgetFiles(ids);
    for (const auto &word : words.first(std::min(words.size(), mostWords)))
        Q_EMIT q.logged(word);
    if (words.size() > mostWords)
        Q_EMIT q.logged(
            QStringLiteral("and %1 files more are not deleted").arg(words.size() - mostWords));
    removeFiles(0);
}

// An earlier run was ended in the middle of it.
void Engine::Private::goOnRemoving()
{
    m_filesToRemove = store->removedFiles();
    for (auto &job : state.jobs.all()) {
        if (job.row.removed == store::JobRow::Removed::No || job.row.directory.isEmpty())
            continue;
        job.hasOldParts = true;
        removeItemsOf(job);
    }
    removeFiles(0);
    removeSome();
}

} // namespace trawl::engine
