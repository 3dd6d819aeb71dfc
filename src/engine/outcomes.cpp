// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include "item/weburl.h"

#include <QDateTime>

namespace trawl::engine {

namespace {

bool isHostTrouble(const item::Outcome &outcome)
{
    using item::Reason;
    const auto reason = outcome.failure.reason;
    return outcome.head.code == 0 &&
           (reason == Reason::Dns || reason == Reason::Connect || reason == Reason::Tls ||
            reason == Reason::Timeout || reason == Reason::Network);
}

/// Since the epoch. The system's clock may have been set meanwhile; the duration is the monotonic
/// clock's.
qint64 endMs(const item::Outcome &outcome)
{
    return outcome.startedMs > 0 ? outcome.startedMs + outcome.durationMs
                                 : QDateTime::currentMSecsSinceEpoch();
}

item::Outcome cancelled(item::Outcome outcome)
{
    outcome.failure = {item::Reason::Cancelled, 0, false, {}};
    return outcome;
}

} // namespace

void Engine::Private::finished(const QList<item::Outcome> &outcomes)
{
    for (const auto &outcome : outcomes) {
        if (samples.contains(outcome.id))
            sampleFinished(outcome);
        else if (isNobodysFault(outcome)) // it was no attempt
            ended(cancelled(outcome));
        else
            ended(outcome);
    }
    if (closing && pool->inFlight() == 0)
        pool->stop(); // nobody need be waited for
    pump();
    if (pool->inFlight() == 0)
        ledger->flush(); // nothing more comes that could share the burst
    noticeIdle();
}

void Engine::Private::ended(const item::Outcome &outcome)
{
    if (robots.contains(outcome.id))
        robotsFinished(outcome);
    else if (outcome.failure.reason == item::Reason::FileError)
        finished(withLostParts(outcome));
    else
        finished(outcome);
}

void Engine::Private::finished(const item::Outcome &outcome)
{
    const auto id = outcome.id;
    const auto its = takeFindings(id);
    if (!state.items.contains(id) || state.items.row(id).status != item::Status::Running)
        return;
    dropSegments(id);
    auto &row = state.items.row(id);
    if (const auto bytes = throughput.ended(outcome, nowMs()); bytes > 0)
        hostActivity.received(row.host, bytes, nowMs());
    if (outcome.failure.reason != item::Reason::Cancelled)
        hostActivity.ended(row.host, outcome.head.code != 0 ? outcome.firstByteMs : -1, nowMs());
    row.bytes = outcome.bytes;
    row.code = qint16(outcome.head.code);
    row.reason = outcome.failure.reason;
    pace(outcome);
    noteNetwork(outcome, row.host);
    if (row.next == ItemRow::Next::Remove || row.next == ItemRow::Next::RemoveWithFile)
        return endRemoved(outcome);
    const bool pausing = std::exchange(row.next, ItemRow::Next::GoOn) == ItemRow::Next::Pause;
    switch (outcome.failure.reason) {
    case item::Reason::None:
        ++row.attempts;
        done(outcome, its);
        break;
    case item::Reason::BadPage:
    case item::Reason::MissingField: // its links may be good all the same
        failedAttempt(outcome);
        follow(outcome, its.links);
        break;
    case item::Reason::Cancelled:
    case item::Reason::WorkerStart:
        if (!outcome.redirect.isEmpty() && !pausing)
            return redirected(outcome);
        row.reason = item::Reason::None;
        giveBack(id);
        if (pausing)
            end(outcome, item::Status::Paused);
        break;
    case item::Reason::Exists: // the server has nothing newer
        ++row.attempts;
        (void)scheduler.ended(ticketOf(id), {.attempts = row.attempts}, nowMs());
        end(outcome, item::Status::Skipped);
        break;
    case item::Reason::PrivateAddress: // where a page leads is no failure of the list's
        failedAttempt(outcome, state.items.place(id).followed ? item::Status::Skipped
                                                              : item::Status::Failed);
        break;
    case item::Reason::DiskFull:
        diskFull(outcome);
        break;
    default:
        failedAttempt(outcome);
        if (pausing && state.runnable(id))
            end(outcome, item::Status::Paused);
        break;
    }
}

/// Neither the item's nor its host's, but the system's or the folder's, for which it waits.
bool Engine::Private::isNobodysFault(const item::Outcome &outcome)
{
    if (outcome.failure.reason == item::Reason::FileError)
        return state.items.contains(outcome.id) && waitsForFolder(outcome);
    if (outcome.failure.reason != item::Reason::SystemLimit)
        return false;
    systemIsShort(outcome);
    return true;
}

/// Whatever became of it, nobody wants it any more.
void Engine::Private::endRemoved(const item::Outcome &outcome)
{
    if (outcome.failure.reason == item::Reason::Cancelled) {
        scheduler.returned(ticketOf(outcome.id));
    } else {
        auto attempt = attemptEnd(outcome, 1);
        attempt.temporary = attempt.offline = false;
        (void)scheduler.ended(ticketOf(outcome.id), attempt, nowMs());
    }
    removeNow(outcome.id);
}

void Engine::Private::done(const item::Outcome &outcome, const item::Findings &its)
{
    const auto id = outcome.id;
    const auto &row = state.items.row(id);
    (void)scheduler.ended(ticketOf(id), {.attempts = row.attempts}, nowMs());
    tries.forget(id);
    if (!staysInScope(outcome))
        return leaveOut(outcome);
    const auto &job = state.jobs.job(state.items.job(id));
    // The row stays Running until its file lies under its name, or its records are stored:
    // settled().
    m_chains.remove(id);
    const auto end = endMs(outcome);
    state.setEnded(id, end);
    store::ItemUpdate update{id, item::Status::Done, outcome, row.attempts, {}, end, std::nullopt};
    if (!job.options.recipe.isEmpty())
        update.records = its.records;
    if (job.options.saves(state.items.place(id).page))
        ledger->recordDone(job.row.id, std::move(update));
    else
        ledger->record(std::move(update));
    follow(outcome, its.links);
}

item::Outcome Engine::Private::led(item::Outcome outcome, const QList<QByteArray> &chain)
{
    if (chain.isEmpty())
        return outcome;
    outcome.redirects = qint32(chain.size());
    outcome.hops = chain.first(chain.size() - 1);
    outcome.finalUrl = chain.last();
    return outcome;
}

/// Where a link of a crawl leads on to is asked for by the rules for links.
void Engine::Private::redirected(const item::Outcome &outcome)
{
    const auto id = outcome.id;
    state.items.row(id).reason = item::Reason::None;
    (void)scheduler.ended(ticketOf(id), {}, nowMs());
    auto &chain = m_chains[id];
    chain.append(outcome.redirect);
    auto &crawl = state.jobs.job(state.items.job(id)).crawl;
    if (crawl && outcome.privatePeer)
        crawl->addOwnHost(outcome.redirect);
    if (crawl && !crawl->isInScope(outcome.redirect, state.items.place(id).depth))
        return leaveOut(led(outcome, chain));
    state.setStatus(id, item::Status::Queued);
    schedule(id);
}

/// A redirect has led out of the crawl.
void Engine::Private::leaveOut(item::Outcome outcome)
{
    outcome.failure = {item::Reason::OutOfScope, 0, false, {}};
    state.items.row(outcome.id).reason = item::Reason::OutOfScope;
    state.jobs.removePart(state.items.job(outcome.id), outcome.id);
    end(outcome, item::Status::Skipped);
}

queue::AttemptEnd Engine::Private::attemptEnd(const item::Outcome &outcome, int attempts) const
{
    queue::AttemptEnd attempt;
    attempt.ok = outcome.ok();
    attempt.temporary = outcome.failure.temporary;
    attempt.hostTrouble = isHostTrouble(outcome);
    attempt.throttled = outcome.head.code == 429 || outcome.head.code == 503;
    attempt.offline = isOffline(outcome);
    attempt.retryAfterMs = outcome.retryAfterMs;
    attempt.attempts = attempts;
    return attempt;
}

void Engine::Private::failedAttempt(const item::Outcome &outcome, item::Status atLast)
{
    auto &row = state.items.row(outcome.id);
    auto attempt = attemptEnd(outcome, 0);
    const bool toldWhen = attempt.throttled && outcome.retryAfterMs > 0;
    attempt.attempts = tries.failed(outcome.id, {toldWhen, attempt.offline, outcome.resumable});
    row.attempts += attempt.offline ? 0 : 1; // no server saw it
    const auto now = nowMs();
    const auto verdict = scheduler.ended(ticketOf(outcome.id), attempt, now);
    if (!verdict.retry) {
        end(outcome, atLast);
        return;
    }
    m_chains.remove(outcome.id);
    m_retryAtMs.insert(outcome.id, QDateTime::currentMSecsSinceEpoch() + verdict.atMs - now);
    state.setStatus(outcome.id, item::Status::Queued);
}

void Engine::Private::end(const item::Outcome &outcome, item::Status status)
{
    const auto id = outcome.id;
    m_retryAtMs.remove(id);
    m_chains.remove(id);
    tries.forget(id);
    const auto attempts = state.items.row(id).attempts;
    const auto endedMs = endMs(outcome);
    state.setEnded(id, endedMs);
    store::ItemUpdate update{id, status, outcome, attempts, {}, endedMs, std::nullopt};
    if (!Ledger::keepsWrongBody(update)) // else it stays Running until its part is out of the way
        state.setStatus(id, status);
    ledger->record(std::move(update));
}

// Without a request: the file that lies there is to stay.
void Engine::Private::skip(item::ItemId id, const QString &file)
{
    item::Outcome outcome;
    outcome.id = id;
    outcome.failure = {item::Reason::Exists, 0, false, file};
    state.items.row(id).reason = item::Reason::Exists;
    end(outcome, item::Status::Skipped);
}

void Engine::Private::giveBack(item::ItemId id)
{
    const auto ticket = ticketOf(id);
    scheduler.returned(ticket);
    state.setStatus(id, item::Status::Queued);
    scheduler.addFront(id, ticket.host, ticket.line);
}

// No item is to blame: what goes to that disk waits until the person has made room.
void Engine::Private::diskFull(const item::Outcome &outcome)
{
    giveBack(outcome.id);
    const auto directory = state.jobs.job(state.items.job(outcome.id)).row.directory;
    const auto disk = diskOf(directory);
    FullDisk full{disk, directory, {}, 0, outcome.failure};
    for (const auto &job : state.jobs.all()) {
        const bool goesOn = !job.row.paused && (job.counts.open() > 0 || job.reading);
        if (!goesOn || diskOf(job.row.directory) != disk)
            continue;
        full.jobs.append(job.row.id);
        full.waiting += job.counts.open();
    }
    if (full.jobs.isEmpty()) // others of its items have said so
        return;
    for (const auto job : std::as_const(full.jobs))
        setJobPaused(job, true);
    Q_EMIT q.diskFull(full);
}

// One HTTP/2 connection carries many requests, and each worker opens one to a host; where that
// alone would be more than the person allows, requests stay one to a connection.
void Engine::Private::learnVersion(const item::Outcome &outcome)
{
    if (outcome.head.version == 0)
        return;
    const auto id = outcome.id;
    if (outcome.redirects > 0 &&
        item::originOf(outcome.finalUrl) != item::originOf(state.items.url(id)))
        return;
    const auto host = state.items.row(id).host;
    const int workers = int(pool->workers().size());
    auto limits = scheduler.hostLimits(host);
    const bool streams = outcome.head.version == 20 && workers <= perHost(host);
    const int connections = streams ? workers : perHost(host);
    const int each = streams ? options.settings.connections : 1;
    if (limits.connections == connections && limits.streamsPerConnection == each)
        return;
    limits.connections = connections;
    limits.streamsPerConnection = each;
    scheduler.setHostLimits(host, limits);
}

void Engine::Private::progressed(const QList<item::Progress> &items)
{
    const auto now = nowMs();
    for (const auto &progress : items) {
        if (!state.items.contains(progress.id))
            continue;
        auto &row = state.items.row(progress.id);
        if (row.status != item::Status::Running)
            continue;
        if (const auto bytes = throughput.progressed(progress, now); bytes > 0)
            hostActivity.received(row.host, bytes, now);
        row.bytes = progress.received;
        row.total = progress.total;
        state.touch(progress.id);
    }
}

void Engine::Private::settled(const Settled &end)
{
    place(end);
    const auto &row = state.items.row(end.id);
    if (row.next != ItemRow::Next::GoOn && row.status != item::Status::Running)
        settleWish(end.id);
}

/// What the person wished while the item's end was being written.
void Engine::Private::settleWish(item::ItemId id)
{
    auto &row = state.items.row(id);
    if (row.next != ItemRow::Next::Pause)
        return removeNow(id);
    row.next = ItemRow::Next::GoOn; // it has ended: there is nothing to pause
}

void Engine::Private::place(const Settled &end)
{
    if (end.status == item::Status::Done) {
        auto &row = state.items.row(end.id);
        row.total = row.bytes;
        state.items.setFile(end.id, end.file);
        state.setStatus(end.id, item::Status::Done);
        state.touch(end.id);
    } else if (end.failure.reason != item::Reason::None) {
        state.items.row(end.id).reason = end.failure.reason;
        state.items.setFile(end.id, end.file);
        state.touch(end.id);
        state.setStatus(end.id, end.status);
        if (end.status == item::Status::Queued) { // its part was gone
            schedule(end.id);
            pump();
        }
    }
}

} // namespace trawl::engine
