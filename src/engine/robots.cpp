// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include "crawl/agent.h"
#include "item/weburl.h"

namespace trawl::engine {

namespace {

/// Longer ones are cut by who reads them (RFC 9309, 2.5).
constexpr qint64 mostRobotsBytes = 16 << 20;

/// 0 = there was no whole answer, whatever its head said.
int finalCode(const item::Outcome &outcome)
{
    using item::Reason;
    const auto reason = outcome.failure.reason;
    const bool part = !outcome.ok() && outcome.head.code == 206; // and not all that there is
    const bool told = outcome.ok() || (reason == Reason::Http && !part) ||
                      reason == Reason::TooManyRedirects || reason == Reason::BadRedirect;
    return told ? outcome.head.code : 0;
}

} // namespace

// A list that a person typed is not a crawl: robots.txt is for what was followed.
bool Engine::Private::needsRobots(item::ItemId id) const
{
    const auto &job = state.jobs.job(state.items.job(id));
    return job.crawl && job.options.recipe.crawl.robots && state.items.place(id).followed;
}

/// Its own URL, or where that has led so far.
QByteArray Engine::Private::urlNow(item::ItemId id) const
{
    const auto chain = m_chains.constFind(id);
    return chain == m_chains.cend() ? state.items.url(id).toByteArray() : chain->last();
}

RobotsTable::Asked Engine::Private::robotsFor(item::ItemId id)
{
    const auto jobId = state.items.job(id);
    const auto &agent = state.jobs.job(jobId).options.transfer.userAgent;
    const auto url = urlNow(id);
    return {jobId,
            state.hosts.indexOf(url),
            item::originOf(url).toByteArray(),
            crawl::productToken(agent).toByteArray(),
            0,
            {},
            {},
            {}};
}

void Engine::Private::schedule(item::ItemId id)
{
    if (needsRobots(id)) {
        const auto wanted = robotsFor(id);
        const auto *known = robots.find(wanted.host, wanted.agent);
        if (!known) {
            if (const auto asking = robots.wait(id, wanted))
                scheduler.addFront(*asking, wanted.host);
            return;
        }
        const auto answer = known->rules->check(urlNow(id));
        if (!answer.allowed)
            return skipByRobots(id, known->why.isEmpty() ? QString::fromUtf8(answer.rule.left(200))
                                                         : known->why);
    }
    const auto ticket = ticketOf(id);
    if (m_chains.contains(id)) // it is under way
        scheduler.addFront(id, ticket.host, ticket.line);
    else
        scheduler.add(id, ticket.host, ticket.line);
}

void Engine::Private::skipByRobots(item::ItemId id, const QString &why)
{
    item::Outcome outcome;
    outcome.id = id;
    outcome.failure = {item::Reason::Robots, 0, false, why};
    state.items.row(id).reason = item::Reason::Robots;
    auto &crawl = state.jobs.job(state.items.job(id)).crawl;
    if (crawl && !m_chains.contains(id))
        crawl->notAsked();
    outcome = led(outcome, m_chains.value(id));
    end(outcome, item::Status::Skipped);
}

item::Request Engine::Private::robotsRequest(item::ItemId id)
{
    const auto &asked = robots.asked(id);
    item::Request request;
    request.id = id;
    request.url = asked.origin + "/robots.txt";
    request.job = asked.job;
    request.host = asked.host;
    request.maxBytes = mostRobotsBytes;
    request.look = item::Look::Text;
    request.publicOnly = isForeign(asked.job, request.url);
    return request;
}

void Engine::Private::robotsFinished(const item::Outcome &outcome)
{
    const auto text = takeFindings(outcome.id).text;
    auto &asked = robots.asked(outcome.id);
    const queue::Scheduler::Ticket ticket{outcome.id, asked.host};
    if (outcome.failure.reason == item::Reason::Cancelled ||
        outcome.failure.reason == item::Reason::WorkerStart) {
        scheduler.returned(ticket);
        scheduler.addFront(outcome.id, asked.host);
        return;
    }
    noteNetwork(outcome, asked.host);
    asked.attempts += isOffline(outcome) ? 0 : 1; // an outage is no word of the host's
    const auto end = attemptEnd(outcome, std::max(1, asked.attempts));
    if (scheduler.ended(ticket, end, nowMs()).retry)
        return;
    const int code = finalCode(outcome);
    auto rules = crawl::Robots::fromAnswer(code, text, asked.agent);
    const bool refused = crawl::Robots::isRefusal(code);
    const auto why =
        refused ? QStringLiteral("robots.txt cannot be had (%1)")
                      .arg(item::reasonWord(outcome.failure.reason, outcome.failure.httpCode))
                : QString();
    keepDelay(asked.host, rules);
    const auto waiting = robots.answered(outcome.id, std::move(rules), why);
    for (const auto id : waiting) {
        if (state.items.row(id).status == item::Status::Queued)
            schedule(id);
    }
}

/// Not of the RFC, but what its owner asks for.
void Engine::Private::keepDelay(queue::HostIndex host, const crawl::Robots &rules)
{
    if (const auto delay = rules.crawlDelayMs()) {
        crawlDelaysMs.insert(host, *delay);
        throttles.insert(host, makeThrottle(host));
        applyThrottle(host);
    }
}

crawl::Throttle Engine::Private::makeThrottle(queue::HostIndex host) const
{
    return crawl::Throttle(
        {.connections = perHost(host),
         .leastDelayMs = std::max(crawlDelaysMs.value(host), options.hostDelayMs)});
}

void Engine::Private::applyThrottle(queue::HostIndex host)
{
    const auto &throttle = *throttles.find(host);
    auto limits = scheduler.hostLimits(host);
    if (limits.connections == throttle.connections() && limits.minGapMs == throttle.delayMs())
        return;
    limits.connections = throttle.connections();
    limits.streamsPerConnection = 1;
    limits.minGapMs = throttle.delayMs();
    scheduler.setHostLimits(host, limits);
}

/// A host that is crawled is asked as it can take it; others as the person has it.
void Engine::Private::pace(const item::Outcome &outcome)
{
    const auto &job = state.jobs.job(state.items.job(outcome.id));
    if (!job.crawl || !job.options.recipe.crawl.throttle)
        return learnVersion(outcome);
    const auto host = state.items.row(outcome.id).host;
    const int code = outcome.head.code;
    const auto reason = outcome.failure.reason;
    if (code == 0 && reason != item::Reason::Timeout && reason != item::Reason::Network)
        return; // it says nothing of how busy the host is
    auto throttle = throttles.find(host);
    if (throttle == throttles.end())
        throttle = throttles.insert(host, makeThrottle(host));
    const auto first = outcome.timings.firstByte;
    const auto latency = first >= 0 ? first : std::max(outcome.firstByteMs, outcome.durationMs);
    throttle->answered(latency, code, nowMs());
    applyThrottle(host);
}

} // namespace trawl::engine
