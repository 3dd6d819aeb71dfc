// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include <QDateTime>

namespace trawl::engine {

namespace {

HostBreaker shown(queue::Breaker::State state)
{
    switch (state) {
    case queue::Breaker::State::Closed:
        break;
    case queue::Breaker::State::Open:
        return HostBreaker::Open;
    case queue::Breaker::State::HalfOpen:
        return HostBreaker::Trying;
    }
    return HostBreaker::Closed;
}

} // namespace

HostRow Engine::Private::hostRow(queue::HostIndex host, qint64 now) const
{
    const auto its = scheduler.host(host);
    const auto limits = scheduler.hostLimits(host);
    const auto wish = hostWishes.value(host);
    HostRow row;
    row.origin = state.hosts.origin(host);
    row.counts = state.hostCounts(host);
    row.inFlight = its.inFlight;
    row.connections = limits.connections * std::max(1, limits.streamsPerConnection);
    row.requestsPerSecond = hostActivity.requestsPerSecond(host, now);
    row.bytesPerSecond = hostActivity.bytesPerSecond(host, now);
    row.latencyMs = hostActivity.latencyMs(host);
    row.breaker = shown(its.breaker);
    if (its.heldUntilMs > now)
        row.heldUntilMs = QDateTime::currentMSecsSinceEpoch() + its.heldUntilMs - now;
    row.paused = wish.paused;
    row.limit = wish.limit;
    return row;
}

void Engine::Private::hostsTick()
{
    for (const auto host : hostActivity.tick(nowMs()))
        state.touchHost(host);
}

void Engine::Private::loadHosts()
{
    for (const auto &kept : store->hosts()) {
        const auto host = state.hosts.indexOf(kept.origin);
        hostWishes.insert(
            host, {kept.paused, {kept.connections, kept.bytesPerSecond, kept.startsPerSecond}});
        scheduler.setPaused(host, kept.paused);
        applyHostLimit(host);
        state.touchHost(host);
        if (kept.paused)
            Q_EMIT q.logged(QStringLiteral("%1 is paused").arg(QString::fromUtf8(kept.origin)));
    }
}

void Engine::Private::keepHost(queue::HostIndex host)
{
    const auto wish = hostWishes.value(host);
    store->setHost({state.hosts.origin(host), wish.paused, wish.limit.connections,
                    wish.limit.bytesPerSecond, wish.limit.startsPerSecond});
    if (wish == HostWish())
        hostWishes.remove(host);
    state.touchHost(host);
}

// What runs there goes on later from where it is.
void Engine::Private::setHostPaused(const QByteArray &origin, bool paused)
{
    if (stuck || closing)
        return;
    const auto host = state.hosts.indexOf(origin);
    if (hostWishes.value(host).paused == paused)
        return;
    hostWishes[host].paused = paused;
    scheduler.setPaused(host, paused);
    QList<item::ItemId> inFlight;
    for (qint64 number = 1; number < qint64(state.items.nextId()); ++number) {
        const auto id = item::ItemId(number);
        const auto &row = state.items.row(id);
        if (row.host != host)
            continue;
        if (row.status == item::Status::Queued)
            state.touch(id); // why it waits is another thing now
        else if (row.status == item::Status::Running && paused)
            inFlight.append(id);
    }
    keepHost(host);
    if (!inFlight.isEmpty())
        pool->cancel(inFlight);
    wasIdle = wasIdle && paused;
    pump();
}

void Engine::Private::resumeHosts()
{
    QList<QByteArray> paused;
    for (auto wish = hostWishes.cbegin(); wish != hostWishes.cend(); ++wish) {
        if (wish->paused)
            paused.append(state.hosts.origin(wish.key()));
    }
    for (const auto &origin : paused)
        setHostPaused(origin, false);
}

void Engine::Private::retryHost(const QByteArray &origin)
{
    if (stuck || closing)
        return;
    const auto host = state.hosts.indexOf(origin);
    for (const auto id : scheduler.retryNow(host, nowMs())) {
        m_retryAtMs.remove(id);
        if (state.items.contains(id))
            state.touch(id);
    }
    state.touchHost(host);
    pump();
}

void Engine::Private::setHostLimit(const QByteArray &origin, const HostLimit &limit)
{
    if (stuck || closing)
        return;
    const auto host = state.hosts.indexOf(origin);
    hostWishes[host].limit = limit;
    applyHostLimit(host);
    keepHost(host);
    pump();
}

int Engine::Private::perHost(queue::HostIndex host) const
{
    const int wished = hostWishes.value(host).limit.connections;
    return wished > 0 ? wished : options.perHost;
}

void Engine::Private::applyHostLimit(queue::HostIndex host)
{
    limitStarts(host);
    shares.setHostLimit(host, hostWishes.value(host).limit.bytesPerSecond);
    limitsChanged();
}

// A host that speaks HTTP/2 gets its streams with its next answer.
void Engine::Private::limitStarts(queue::HostIndex host)
{
    const auto limit = hostWishes.value(host).limit;
    auto limits = scheduler.hostLimits(host);
    limits.connections = perHost(host);
    limits.streamsPerConnection = 1;
    limits.minGapMs = options.hostDelayMs;
    limits.startsPerSecond =
        limit.startsPerSecond > 0 ? limit.startsPerSecond : options.hostRequestsPerSecond;
    scheduler.setHostLimits(host, limits);
    if (throttles.contains(host)) {
        throttles.insert(host, makeThrottle(host));
        applyThrottle(host);
    }
    state.touchHost(host);
}

} // namespace trawl::engine
