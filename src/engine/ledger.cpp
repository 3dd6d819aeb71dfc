// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger.h"

#include "engine/directories.h"
#include "item/filekind.h"
#include "item/httpdate.h"
#include "item/mediatype.h"
#include "item/packed.h"
#include "naming/filename.h"
#include "naming/mediatype.h"

#include <QDateTime>

namespace trawl::engine {

namespace {

constexpr qsizetype burstItems = 500;
constexpr int burstMs = 100;
constexpr int mostAttempts = 3; ///< at an item whose part is gone when it is to get its name

} // namespace

QByteArray Ledger::firstRecord(const store::ItemUpdate &update)
{
    return update.records && !update.records->isEmpty() ? update.records->first() : QByteArray();
}

Ledger::Ledger(store::Store &store, State &state, std::function<void(const Settled &)> settled)
    : m_store(store)
    , m_state(state)
    , m_namer(state)
    , m_settled(std::move(settled))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(burstMs);
    connect(&m_timer, &QTimer::timeout, this, &Ledger::flush);
    connect(&store, &store::Store::committed, this, &Ledger::committed);
}

Precheck Ledger::precheck(item::ItemId id)
{
    auto &job = m_state.jobs.job(m_state.items.job(id));
    if (!job.options.saves(m_state.items.place(id).page))
        return {};
    const auto collision = job.options.collision;
    if (collision != Collision::Skip && collision != Collision::IfNewer)
        return {};
    learnOwn(job);
    const auto now = QDateTime::currentMSecsSinceEpoch();
    const auto name = m_namer.likelyName(id, now);
    if (name.isEmpty())
        return {};
    const bool isNeeded = isPageToLookInto(id);
    if (!isNeeded && !job.placer.isOwn(name)) {
        if (collision == Collision::IfNewer)
            return {false, {}, job.placer.modifiedMs(name), {}};
        if (job.placer.fateOf(name, {collision}) == Fate::Discarded)
            return {true, name, {}, {}};
    }
    if (collision == Collision::IfNewer)
        return {};
    QList<QByteArray> kept; // "paper.pdf" of an earlier run, for a URL that ends in "paper"
    for (const auto &extension : job.placer.extensionsOf(name)) {
        for (const auto &type : naming::typesOf(extension)) {
            if (isNeeded && item::mayBePage(type))
                continue;
            const auto file = m_namer.likelyName(id, now, type);
            if (!job.placer.isOwn(file) && job.placer.fateOf(file, {collision}) == Fate::Discarded)
                kept.append(type);
        }
    }
    return {false, {}, {}, kept};
}

/// As far as that can be known before anything is asked.
bool Ledger::isPageToLookInto(item::ItemId id) const
{
    const auto &options = m_state.jobs.job(m_state.items.job(id)).options;
    const auto url = m_state.items.url(id).toByteArray();
    return options.looksInto(m_state.items.place(id).page) &&
           item::fileKindOf(item::lastSegment(url)) != item::FileKind::Binary;
}

bool Ledger::keepsWrongBody(const store::ItemUpdate &update)
{
    return update.status == item::Status::Failed &&
           update.outcome.failure.reason == item::Reason::Checksum;
}

void Ledger::record(store::ItemUpdate update)
{
    if (keepsWrongBody(update)) {
        const auto job = m_state.items.job(update.id);
        recordFile({job, std::move(update)});
        return;
    }
    m_filling.plain.append({update.id, update.status, {}, {}});
    m_updates.append(std::move(update));
    added();
}

void Ledger::recordDone(item::JobId job, store::ItemUpdate update)
{
    recordFile({job, std::move(update)});
}

void Ledger::recordFile(Intent intent)
{
    chooseName(intent);
    m_updates.append(intent.update);
    m_filling.intents.append(std::move(intent));
    added();
}

void Ledger::chooseName(Intent &intent)
{
    auto &job = m_state.jobs.job(intent.job);
    auto &update = intent.update;
    const auto &outcome = update.outcome;
    auto [wanted, number] = m_namer.name(update.id, outcome, firstRecord(update));
    Arrival arrival{.number = number};
    if (keepsWrongBody(update)) {
        wanted = naming::marked(wanted, QStringLiteral("wrong checksum"));
    } else if (job.options.collision != Collision::Number) {
        learnOwn(job);
        arrival = {job.options.collision, item::parseHttpDate(outcome.head.lastModified), number};
    }
    const auto choice = job.placer.reserve(wanted, arrival);
    intent.fate = choice.fate;
    if (choice.fate != Fate::Discarded) {
        update.file = choice.name;
        return;
    }
    update.file.clear();
    update.status = item::Status::Skipped;
    update.outcome.failure = {item::Reason::Exists, 0, false, choice.name};
}

void Ledger::learnOwn(Job &job)
{
    if (job.placer.knowsOwn())
        return;
    QStringList names;
    for (const auto &block : m_state.items.blocks()) {
        if (block->job() != job.row.id)
            continue;
        for (qsizetype i = 0; i < block->size(); ++i) {
            const auto id = item::ItemId(qint64(block->first()) + i);
            if (m_state.items.row(id).file != 0)
                names.append(m_state.items.file(id));
        }
    }
    job.placer.setOwn(names);
}

void Ledger::recover(item::JobId jobId, item::ItemId id, const QString &file)
{
    auto &job = m_state.jobs.job(jobId);
    const auto &row = m_state.items.row(id);
    const auto part = m_state.jobs.partName(jobId, id);
    // The outcome is in the session; only where the name has been taken meanwhile is there anything
    // to write, and then the file's new name is all that is known here.
    auto name = file;
    auto fate = Fate::New;
    if (row.status == item::Status::Done)
        fate = job.placer.fateOf(file, {job.options.collision, job.placer.modifiedMs(part)});
    auto placed = job.placer.place(part, name, fate);
    while (placed == Placed::Taken) {
        name = job.placer.reserve(file).name;
        placed = job.placer.place(part, name);
        job.placer.release(name);
    }
    if (placed == Placed::Yes) {
        touch(job, name);
        if (name != file)
            m_store.setFile(id, name);
    }
    if (placed == Placed::Failed)
        m_settled({id,
                   item::Status::Failed,
                   {item::Reason::FileError, 0, false, job.placer.error()},
                   {}});
    else
        m_settled({id, row.status, {row.reason, 0, false, {}}, name});
}

void Ledger::added()
{
    ++m_filling.items;
    ++m_backlog;
    if (m_filling.items >= burstItems)
        flush();
    else if (!m_timer.isActive())
        m_timer.start();
}

void Ledger::flush()
{
    m_timer.stop();
    if (m_updates.isEmpty())
        return;
    m_filling.number = m_lastBurst = m_store.apply(std::exchange(m_updates, {}));
    m_bursts.push_back(std::exchange(m_filling, {}));
}

void Ledger::committed(quint64 number)
{
    while (!m_bursts.empty() && m_bursts.front().number <= number) {
        const auto burst = std::move(m_bursts.front());
        m_bursts.pop_front();
        m_backlog -= burst.items;
        for (const auto &plain : burst.plain)
            m_settled(plain);
        for (const auto &intent : burst.intents)
            carryOut(intent);
    }
    m_sync.add(std::exchange(m_touched, {}));
}

void Ledger::carryOut(const Intent &intent)
{
    const auto &update = intent.update;
    auto &job = m_state.jobs.job(intent.job);
    if (intent.fate == Fate::Discarded) {
        m_state.jobs.removePart(intent.job, update.id);
        m_settled({update.id, update.status, update.outcome.failure, {}});
        return;
    }
    const auto part = m_state.jobs.partName(intent.job, update.id);
    // On a file system that ignores case another item's file may be what would be replaced.
    const bool replacesOwn = intent.fate == Fate::Replaces && job.placer.isOwn(update.file);
    const auto placed =
        replacesOwn ? Placed::Taken : job.placer.place(part, update.file, intent.fate);
    job.placer.release(update.file);
    if (placed == Placed::Yes) {
        touch(job, update.file);
        m_settled({update.id, update.status, update.outcome.failure, update.file});
    } else if (placed == Placed::Taken) {
        recordFile(intent); // somebody took the name since: the next number
    } else {
        withoutFile(intent, placed);
    }
}

// What was wrong with the body stays the reason, if it was.
void Ledger::withoutFile(const Intent &intent, Placed placed)
{
    auto update = intent.update;
    update.status = item::Status::Failed;
    update.file.clear();
    if (update.outcome.ok())
        update.outcome.failure = {item::Reason::FileError, 0, false,
                                  placed == Placed::Gone
                                      ? QStringLiteral("the part is gone")
                                      : m_state.jobs.job(intent.job).placer.error()};
    // Somebody took the part or the folder away: it is fetched again, unless that goes on and on.
    const bool mayPass = placed == Placed::Gone ||
                         !whyNotWritable(m_state.jobs.job(intent.job).row.directory).isEmpty();
    if (mayPass && update.attempts < mostAttempts)
        update.status = item::Status::Queued;
    m_filling.plain.append({update.id, update.status, update.outcome.failure, {}});
    m_updates.append(std::move(update));
    added();
}

void Ledger::touch(const Job &job, const QString &file)
{
    auto directory = job.row.directory + u'/' + file;
    const auto up = job.placer.madeDirectories() ? file.count(u'/') : 0;
    for (qsizetype i = 0; i <= up; ++i) {
        directory.truncate(directory.lastIndexOf(u'/'));
        m_touched.insert(directory);
    }
}

} // namespace trawl::engine

#include "moc_ledger.cpp"
