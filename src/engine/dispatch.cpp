// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"
#include "item/httpdate.h"

namespace trawl::engine {

namespace {

// Outcomes that wait to be stored. Past this the store is behind and no more work is given out.
constexpr qsizetype mostBacklog = 5000;
/// Found links likewise; lists are held back much sooner (linkRoom()).
constexpr qint64 mostFound = 200'000;
/// How often it is looked whether more may run at once again.
constexpr qint64 shortageMs = 200;

} // namespace

void Engine::Private::pump()
{
    if (!running || closing || stuck || workersGone || ledger->backlog() >= mostBacklog ||
        importing >= mostFound)
        return;
    const auto now = nowMs();
    const auto runnable = [this](item::ItemId id) {
        return robots.contains(id) || samples.contains(id) ||
               (qint64(id) > 0 && state.runnable(id));
    };
    QList<item::Request> requests;
    auto room = roomNow(now);
    while (room > 0 && ledger->backlog() < mostBacklog) {
        const auto ticket = scheduler.next(now, runnable);
        if (!ticket)
            break;
        const auto id = ticket->id;
        if (robots.contains(id)) {
            --room;
            requests.append(robotsRequest(id));
            continue;
        }
        if (samples.contains(id)) {
            --room;
            flyingSamples.insert(id);
            requests.append(sampleRequest(id));
            continue;
        }
        const auto precheck = ledger->precheck(id);
        if (precheck.skip) {
            scheduler.unused(*ticket);
            skip(id, precheck.file);
            continue;
        }
        --room;
        const auto job = state.items.job(id);
        if (state.jobs.job(job).options.savesAny())
            state.jobs.makePartDirectory(job);
        requests.append(requestFor(id));
        requests.last().typesKept = precheck.typesKept;
        if (precheck.modifiedSinceMs)
            requests.last().headers.append(
                {"If-Modified-Since", item::httpDate(*precheck.modifiedSinceMs)});
        state.items.row(id).total = -1;
        state.setStatus(id, item::Status::Running);
        throughput.started(id);
        m_retryAtMs.remove(id);
    }
    if (!requests.isEmpty()) {
        if (outage.gone())
            outage.trialStarted(now);
        markLast(requests);
        pool->assign(requests);
    }
    lendConnections();
    armWake(now);
}

// Of a crawl it is not known: the response may have more links to the same host.
void Engine::Private::markLast(QList<item::Request> &requests) const
{
    for (auto &request : requests) {
        if (state.items.contains(request.id) &&
            !state.jobs.job(request.job).options.recipe.crawls())
            request.lastOfHost = scheduler.host(request.host).queued == 0;
    }
}

// While the network is gone there is but one trial now and then.
int Engine::Private::roomNow(qint64 now)
{
    if (offHours() || (outage.gone() && now < outage.trialMs()))
        return 0;
    const int room = shortage.room(pool->room(), pool->inFlight(), now);
    return outage.gone() ? std::min(room, 1) : room;
}

// Where the pool has no room it tells when it has again.
void Engine::Private::armWake(qint64 now)
{
    if (pool->room() == 0)
        return wakeTimer.stop();
    auto wake = scheduler.nextWakeMs();
    if (wake && outage.gone())
        wake = std::max(*wake, outage.trialMs());
    if (wake && shortage.any())
        wake = std::max({*wake, shortage.notBeforeMs(), now + shortageMs});
    if (wake && !offHours())
        wakeTimer.start(int(std::clamp<qint64>(*wake - now, 1, 60'000)));
    else
        wakeTimer.stop();
}

// The one place that says "finished": everything has ended, is stored and lies in its place.
void Engine::Private::noticeIdle()
{
    if (wasIdle || !running || closing || stuck || checking || importing > 0)
        return;
    const auto &counts = state.counts();
    if (counts.open() > 0 || !ledger->empty())
        return;
    for (const auto &job : state.jobs.all()) {
        if (job.reading)
            return;
    }
    wasIdle = true;
    throughput.tick(QDateTime::currentMSecsSinceEpoch());
    Q_EMIT q.finished();
}

} // namespace trawl::engine
