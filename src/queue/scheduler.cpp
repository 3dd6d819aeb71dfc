// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/scheduler.h"

#include <algorithm>
#include <utility>

namespace trawl::queue {

namespace {

// A start that comes late by less than this is made up for, so that the average is held; more at
// once would be a burst that a server counts.
constexpr qint64 lateUs = 20'000;

qint64 gapUs(const HostLimits &limits)
{
    return qint64(1e6 / limits.startsPerSecond);
}

} // namespace

Scheduler::Scheduler(Options options)
    : m_options(options)
    , m_random(options.seed)
{
}

void Scheduler::add(item::ItemId id, HostIndex host, LineIndex line)
{
    m_lanes.pushBack(lineAt(hostAt(host), line).lane, id);
    ++m_hosts[host].ready;
    ++m_ready;
    offer(host);
}

void Scheduler::addFront(item::ItemId id, HostIndex host, LineIndex line)
{
    m_lanes.pushFront(lineAt(hostAt(host), line).lane, id);
    ++m_hosts[host].ready;
    ++m_ready;
    offer(host);
}

void Scheduler::setPaused(HostIndex index, bool paused)
{
    hostAt(index).paused = paused;
    wake(index);
}

void Scheduler::setDefaults(const HostLimits &host, int retries)
{
    m_options.host = host;
    m_options.backoff.retries = retries;
}

std::vector<item::ItemId> Scheduler::retryNow(HostIndex index, qint64 nowMs)
{
    Host &host = hostAt(index);
    host.breaker = Breaker(m_options.breaker);
    host.heldUntilMs = 0;
    host.throttleSteps = 0;
    std::vector<item::ItemId> waited;
    decltype(m_retries) others;
    for (; !m_retries.empty(); m_retries.pop()) {
        Retry retry = m_retries.top();
        if (retry.host == index) {
            waited.push_back(retry.id);
            retry.atMs = std::min(retry.atMs, nowMs);
        }
        others.push(retry);
    }
    m_retries = std::move(others);
    wake(index);
    return waited;
}

void Scheduler::setHostLimits(HostIndex host, HostLimits limits)
{
    hostAt(host).limits = limits;
    wake(host);
}

HostLimits Scheduler::hostLimits(HostIndex host) const
{
    return host < m_hosts.size() ? m_hosts[host].limits : m_options.host;
}

std::optional<Scheduler::Ticket> Scheduler::next(qint64 nowMs,
                                                 const std::function<bool(item::ItemId)> &runnable)
{
    m_nowMs = std::max(m_nowMs, nowMs);
    promote(nowMs);
    while (!m_ring.empty()) {
        const HostIndex index = m_ring.front();
        m_ring.pop_front();
        Host &host = m_hosts[index];
        host.inRing = false;
        if (!mayStart(index, nowMs))
            continue;
        if (const auto ticket = takeRunnable(index, runnable)) {
            noteStart(host, nowMs);
            ++host.inFlight;
            ++m_inFlight;
            offer(index);
            return ticket;
        }
    }
    return std::nullopt;
}

bool Scheduler::mayStart(HostIndex index, qint64 nowMs)
{
    const Host &host = m_hosts[index];
    if (host.ready == 0 || !hasRoom(host))
        return false;
    if (const qint64 gate = gateMs(host); gate > nowMs) {
        sleep(index, gate);
        return false;
    }
    return host.breaker.mayStart(nowMs); // if not, the end of its trial offers the host again
}

std::optional<Scheduler::Ticket>
Scheduler::takeRunnable(HostIndex index, const std::function<bool(item::ItemId)> &runnable)
{
    Host &host = m_hosts[index];
    while (host.ready > 0) {
        Line &line = m_lines[host.lines];
        const Ticket ticket{m_lanes.popFront(line.lane), index, line.index};
        --host.ready;
        --m_ready;
        if (line.lane.size == 0)
            dropFirstLine(host);
        if (runnable(ticket.id))
            return ticket;
    }
    return std::nullopt;
}

Verdict Scheduler::ended(const Ticket &ticket, const AttemptEnd &end, qint64 nowMs)
{
    m_nowMs = std::max(m_nowMs, nowMs);
    Host &host = hostAt(ticket.host);
    judgeHost(host, end, nowMs);
    leave(host);
    Verdict verdict;
    const bool hopeless = end.hostTrouble && host.breaker.gaveUp();
    const bool again = end.temporary && !hopeless && end.attempts <= m_options.backoff.retries;
    if (!end.ok && (end.offline || again)) {
        const qint64 wait = backoffMs(m_options.backoff, end.attempts, random01());
        // Not before its host may be asked: the person reads this time.
        verdict = {.retry = true,
                   .atMs = std::max(nowMs + wait, std::max(host.heldUntilMs, gateMs(host)))};
        m_retries.push({verdict.atMs, ticket.id, ticket.host, ticket.line});
        ++host.retries;
    }
    wake(ticket.host); // its gate may be open now, or stand elsewhere
    return verdict;
}

bool Scheduler::takeExtra(HostIndex index, qint64 nowMs)
{
    m_nowMs = std::max(m_nowMs, nowMs);
    Host &host = hostAt(index);
    if (host.ready > 0 || !hasRoom(host) || gateMs(host) > nowMs ||
        host.breaker.state() != Breaker::State::Closed)
        return false;
    noteStart(host, nowMs);
    ++host.inFlight;
    ++m_inFlight;
    return true;
}

void Scheduler::returnExtra(HostIndex index)
{
    leave(hostAt(index));
    wake(index);
}

void Scheduler::returned(const Ticket &ticket)
{
    Host &host = hostAt(ticket.host);
    leave(host);
    host.breaker.returned();
    offer(ticket.host);
}

void Scheduler::unused(const Ticket &ticket)
{
    Host &host = hostAt(ticket.host);
    host.lastStartMs = host.startBeforeMs;
    if (host.limits.startsPerSecond > 0)
        host.dueUs -= gapUs(host.limits);
    returned(ticket);
}

std::optional<qint64> Scheduler::nextWakeMs() const
{
    if (!m_ring.empty())
        return 0;
    std::optional<qint64> wakeMs;
    if (!m_wakes.empty())
        wakeMs = m_wakes.begin()->first;
    if (!m_retries.empty())
        wakeMs = std::min(wakeMs.value_or(m_retries.top().atMs), m_retries.top().atMs);
    return wakeMs;
}

qsizetype Scheduler::queued() const
{
    return m_ready + qsizetype(m_retries.size());
}

int Scheduler::inFlight() const
{
    return m_inFlight;
}

HostState Scheduler::host(HostIndex index) const
{
    if (index >= m_hosts.size())
        return {};
    const Host &host = m_hosts[index];
    qint64 held = host.heldUntilMs;
    if (host.breaker.state() == Breaker::State::Open)
        held = std::max(held, host.breaker.openUntilMs());
    return {.inFlight = host.inFlight,
            .queued = qsizetype(host.ready) + host.retries,
            .breaker = host.breaker.state(),
            .heldUntilMs = held > m_nowMs ? held : 0};
}

Scheduler::Host &Scheduler::hostAt(HostIndex index)
{
    while (m_hosts.size() <= index)
        m_hosts.push_back({.limits = m_options.host, .breaker = Breaker(m_options.breaker)});
    return m_hosts[index];
}

bool Scheduler::hasRoom(const Host &host)
{
    return !host.paused &&
           host.inFlight < host.limits.connections * std::max(1, host.limits.streamsPerConnection);
}

/// The time before which the host must not be asked.
qint64 Scheduler::gateMs(const Host &host)
{
    qint64 gate = std::max(host.heldUntilMs, host.lastStartMs + host.limits.minGapMs);
    if (host.limits.startsPerSecond > 0)
        gate = std::max(gate, (host.dueUs + 999) / 1000);
    if (host.breaker.state() == Breaker::State::Open)
        gate = std::max(gate, host.breaker.openUntilMs());
    return gate;
}

/// Puts the host up for a turn. next() looks at the clock: a host that is gated goes to sleep
/// there.
void Scheduler::offer(HostIndex index)
{
    Host &host = m_hosts[index];
    if (host.inRing || host.wakeMs >= 0 || host.ready == 0 || !hasRoom(host))
        return;
    host.inRing = true;
    m_ring.push_back(index);
}

void Scheduler::sleep(HostIndex index, qint64 untilMs)
{
    m_hosts[index].wakeMs = untilMs;
    m_wakes.emplace(untilMs, index);
}

void Scheduler::wake(HostIndex index)
{
    Host &host = m_hosts[index];
    if (host.wakeMs >= 0)
        m_wakes.erase({host.wakeMs, index});
    host.wakeMs = -1;
    offer(index);
}

/// Brings back what only waited for the time to come.
void Scheduler::promote(qint64 nowMs)
{
    while (!m_retries.empty() && m_retries.top().atMs <= nowMs) {
        const Retry retry = m_retries.top();
        m_retries.pop();
        --m_hosts[retry.host].retries;
        addFront(retry.id, retry.host, retry.line);
    }
    while (!m_wakes.empty() && m_wakes.begin()->first <= nowMs)
        wake(m_wakes.begin()->second);
}

void Scheduler::noteStart(Host &host, qint64 nowMs)
{
    host.breaker.started(nowMs);
    host.startBeforeMs = std::exchange(host.lastStartMs, nowMs);
    if (host.limits.startsPerSecond > 0)
        host.dueUs = std::max(host.dueUs, nowMs * 1000 - lateUs) + gapUs(host.limits);
}

void Scheduler::leave(Host &host)
{
    --host.inFlight;
    --m_inFlight;
    host.inFlightBeforeHold = std::max(0, host.inFlightBeforeHold - 1);
}

void Scheduler::judgeHost(Host &host, const AttemptEnd &end, qint64 nowMs)
{
    // Who started before the hold began knew nothing of it. Past its end the order of starts is
    // taken for the order of ends, which is near enough.
    const bool news = host.inFlightBeforeHold == 0;
    if (end.offline)
        return host.breaker.returned();
    if (end.hostTrouble)
        host.breaker.failed(nowMs);
    else
        host.breaker.succeeded();
    if (end.throttled)
        throttle(host, news, end.retryAfterMs, nowMs);
    else if (end.ok && news)
        host.throttleSteps = 0;
}

void Scheduler::throttle(Host &host, bool news, qint64 retryAfterMs, qint64 nowMs)
{
    const BackoffOptions &options = m_options.backoff;
    qint64 wait = std::min(retryAfterMs, options.retryAfterCapMs);
    if (news) {
        ++host.throttleSteps;
        host.inFlightBeforeHold = host.inFlight; // this one included: leave() takes it off
        // Of the upper half only: a hold of nothing would be no answer to "too many".
        if (wait <= 0)
            wait = backoffMs(options, host.throttleSteps, 0.5 + random01() / 2);
    }
    host.heldUntilMs = std::max(host.heldUntilMs, nowMs + wait);
}

double Scheduler::random01()
{
    return double(m_random() >> 11) * 0x1p-53;
}

} // namespace trawl::queue
