// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/rateshares.h"

#include <algorithm>
#include <cmath>

namespace trawl::rates {

using item::RateScope;

namespace {

// Closer calls say nothing: progress is told ten times a second.
constexpr qint64 shortestMs = 150;
constexpr double smoothing = 0.4;
// Who uses so much of its share is taken to want more.
constexpr double hungry = 0.85;
// What one that wants less may grow by before the next split.
constexpr double headroom = 1.3;
// Of its fair share at least, so that it can show that it wants more.
constexpr double least = 0.1;

} // namespace

void RateShares::setJobLimit(item::JobId job, qint64 bytesPerSecond)
{
    if (bytesPerSecond > 0)
        m_jobs.insert(job, bytesPerSecond);
    else
        m_jobs.remove(job);
}

void RateShares::setHostLimit(quint32 host, qint64 bytesPerSecond)
{
    if (bytesPerSecond > 0)
        m_hosts.insert(host, bytesPerSecond);
    else
        m_hosts.remove(host);
}

std::map<qint64, QList<item::RateShare>>
RateShares::split(const std::vector<item::WorkerTraffic> &workers, qint64 nowMs)
{
    for (auto &[key, holders] : m_scopes) {
        for (auto &[worker, holder] : holders)
            holder.transfers = 0;
    }
    std::map<qint64, QList<item::RateShare>> shares;
    for (const auto &worker : workers) {
        for (const auto &traffic : worker.traffic) {
            note(RateScope::All, 0, worker.worker, traffic);
            note(RateScope::Job, quint32(traffic.job), worker.worker, traffic);
            note(RateScope::Host, traffic.host, worker.worker, traffic);
            if (traffic.transfers > 0)
                shares[worker.worker];
        }
    }
    const auto sinceMs = nowMs - m_lastMs;
    if (sinceMs >= shortestMs)
        m_lastMs = nowMs;
    for (auto &[key, holders] : m_scopes) {
        std::erase_if(holders, [](const auto &entry) { return entry.second.transfers == 0; });
        if (sinceMs >= shortestMs) {
            for (auto &[worker, holder] : holders)
                measure(holder, sinceMs);
        }
        divide(limitOf(key.first, key.second), holders);
        for (const auto &[worker, holder] : holders)
            shares[worker].append({key.first, key.second, holder.share});
    }
    std::erase_if(m_scopes, [](const auto &entry) { return entry.second.empty(); });
    return shares;
}

qint64 RateShares::limitOf(RateScope scope, quint32 key) const
{
    switch (scope) {
    case RateScope::All:
        return m_all;
    case RateScope::Job:
        return m_jobs.value(item::JobId(key));
    case RateScope::Host:
        break;
    }
    return m_hosts.value(key, m_eachHost);
}

void RateShares::note(RateScope scope, quint32 key, qint64 worker, const item::Traffic &traffic)
{
    if (limitOf(scope, key) <= 0) {
        m_scopes.erase({scope, key});
        return;
    }
    auto &holder = m_scopes[{scope, key}][worker];
    holder.transfers += traffic.transfers;
    holder.received += traffic.received;
}

void RateShares::measure(Holder &holder, qint64 sinceMs)
{
    const auto rate = double(std::exchange(holder.received, 0)) * 1000 / double(sinceMs);
    if (holder.share == 0)
        return; // it has just begun
    // A new one is not taken for idle before it had the time to show it.
    const auto before = holder.rate < 0 ? double(holder.share) : holder.rate;
    holder.rate = before + (rate - before) * smoothing;
}

/// Max-min fairness by weight (Bertsekas and Gallager, Data Networks, 6.5.2): who wants less than
/// its part gets what it wants, the others divide the rest.
void RateShares::divide(qint64 limit, Holders &holders)
{
    struct Claim
    {
        Holder *holder;
        double wants;
    };
    std::vector<Claim> claims;
    double weight = 0;
    for (auto &[worker, holder] : holders)
        weight += holder.transfers;
    for (auto &[worker, holder] : holders) {
        const auto fair = double(limit) * holder.transfers / weight;
        const bool full = holder.rate < 0 || holder.rate >= hungry * double(holder.share);
        claims.push_back(
            {&holder, full ? double(limit) : std::max(holder.rate * headroom, least * fair)});
    }
    const auto byHunger = [](const Claim &claim) { return claim.wants / claim.holder->transfers; };
    std::ranges::sort(claims, {}, byHunger);
    auto rest = double(limit);
    for (const auto &claim : claims) {
        const auto part = rest * claim.holder->transfers / weight;
        // The last gets all that is left: it costs nobody anything.
        const auto share = &claim == &claims.back() ? rest : std::min(part, claim.wants);
        claim.holder->share = std::max<qint64>(1, qint64(share));
        rest -= share;
        weight -= claim.holder->transfers;
    }
}

} // namespace trawl::rates
