// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include <QTime>

namespace trawl::engine {

namespace {

// Often enough that a worker which has run dry lends its share before anybody sees a hole.
constexpr int sharesMs = 200;

/// What an attempt tells of the network; nullopt = nothing.
std::optional<queue::Sign> signOf(const item::Outcome &outcome)
{
    using item::Reason;
    const auto reason = outcome.failure.reason;
    if (outcome.ok() || outcome.redirects > 0 || reason == Reason::Http)
        return queue::Sign::Answer;
    if (outcome.head.code != 0)
        return std::nullopt; // the answer may be as old as the transfer
    switch (reason) {
    case Reason::Unreachable:
        return queue::Sign::NoWay;
    case Reason::Dns:
        return queue::Sign::NoName;
    case Reason::Timeout:
        return queue::Sign::Silence;
    case Reason::Connect:
    case Reason::Tls:
    case Reason::Network:
    case Reason::BadHead:
        return queue::Sign::Answer;
    default:
        return std::nullopt;
    }
}

} // namespace

void Engine::Private::makeLimits()
{
    sharesTimer.setInterval(sharesMs);
    connect(&sharesTimer, &QTimer::timeout, this, [this] {
        if (pool->inFlight() == 0)
            sharesTimer.stop();
        else
            shareRates();
    });
    applyRate();
    lookAtSchedule();
}

queue::HostLimits Engine::Private::hostDefaults(const EngineOptions &options)
{
    return {.connections = options.perHost,
            .minGapMs = options.hostDelayMs,
            .startsPerSecond = options.hostRequestsPerSecond};
}

void Engine::Private::applyRate()
{
    shares.setHostLimit(options.hostBytesPerSecond);
    shares.setLimit(scheduled ? scheduled->bytesPerSecond : options.bytesPerSecond);
    limitsChanged();
}

void Engine::Private::limitJob(const Job &job)
{
    shares.setJobLimit(job.row.id, job.options.bytesPerSecond);
    limitsChanged();
}

void Engine::Private::limitsChanged()
{
    if (!pool)
        return;
    if (shares.any())
        shareRates();
    else
        pool->dropShares();
}

void Engine::Private::shareRates()
{
    if (!shares.any())
        return;
    for (const auto &[worker, its] : shares.split(pool->takeTraffic(), nowMs()))
        pool->setShares(worker, its);
    if (!sharesTimer.isActive())
        sharesTimer.start();
}

void Engine::Private::lookAtSchedule()
{
    const auto rule = options.schedule.at(QTime::currentTime());
    const bool wasOff = offHours();
    if (rule == scheduled)
        return;
    scheduled = rule;
    applyRate();
    if (wasOff == offHours())
        return;
    somethingNew = true;
    Q_EMIT q.logged(offHours() ? QStringLiteral("off by the schedule")
                               : QStringLiteral("on again by the schedule"),
                    LogLevel::Note);
    if (offHours() && pool)
        pool->cancel(state.running());
    else
        pump();
}

void Engine::Private::noteNetwork(const item::Outcome &outcome, queue::HostIndex host)
{
    const auto sign = signOf(outcome);
    if (sign && outage.note(host, *sign, nowMs()))
        sayNetwork();
}

void Engine::Private::sayNetwork()
{
    somethingNew = true;
    Q_EMIT q.logged(outage.gone() ? QStringLiteral("waiting for the network")
                                  : QStringLiteral("the network is back"),
                    outage.gone() ? LogLevel::Warning : LogLevel::Note);
}

/// No item is to blame: it goes back, and fewer run at once.
void Engine::Private::systemIsShort(const item::Outcome &outcome)
{
    shortage.told(pool->inFlight(), nowMs());
    if (!std::exchange(saidShortage, true))
        Q_EMIT q.logged(QStringLiteral("fewer connections at once: ") + outcome.failure.detail,
                        LogLevel::Warning);
}

void Engine::Private::setReachable(bool reachable)
{
    if (outage.setReachable(reachable, nowMs()))
        sayNetwork();
    pump();
}

// An attempt that the outage ended, not its host.
bool Engine::Private::isOffline(const item::Outcome &outcome) const
{
    using item::Reason;
    const auto reason = outcome.failure.reason;
    return outage.gone() && outcome.redirects == 0 &&
           (reason == Reason::Unreachable || reason == Reason::Dns || reason == Reason::Timeout ||
            (outcome.head.code != 0 && (reason == Reason::Network || reason == Reason::Truncated)));
}

} // namespace trawl::engine
