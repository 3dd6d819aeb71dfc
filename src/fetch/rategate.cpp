// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/rategate.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>
#include <utility>

namespace trawl::fetch {

using item::RateScope;

namespace {

constexpr qint64 longestWaitUs = 1'000'000;

RateGate::Clock machineClock()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return timer.nsecsElapsed() / 1000; };
}

} // namespace

RateGate::RateGate(Clock clock)
    : m_nowUs(clock ? std::move(clock) : machineClock())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { serve(); });
}

void RateGate::setShares(const QList<item::RateShare> &shares)
{
    for (auto &[key, bucket] : m_shares)
        bucket.kept = false;
    for (const auto &share : shares) {
        if (share.bytesPerSecond <= 0)
            continue;
        auto &bucket = m_shares[keyOf(share.scope, share.key)];
        setRate(bucket, share.bytesPerSecond);
        bucket.kept = true;
    }
    std::erase_if(m_shares, [](const auto &entry) { return !entry.second.kept; });
    if (!m_queue.empty())
        wait(0);
}

bool RateGate::limits(const Reader &reader) const
{
    const auto &scopes = reader.m_scopes;
    const auto has = [this](RateScope scope, quint32 key) {
        return m_shares.contains(keyOf(scope, key));
    };
    return scopes.itemRate > 0 ||
           (!m_shares.empty() && (has(RateScope::All, 0) || has(RateScope::Host, scopes.host) ||
                                  has(RateScope::Job, quint32(scopes.job))));
}

void RateGate::queue(Reader &reader)
{
    if (std::exchange(reader.m_waits, true))
        return;
    m_queue.push_back(&reader);
    // Who waits already may wait for another limit: each newcomer is looked at.
    if (!m_timer.isActive() || m_timer.remainingTime() > 0)
        wait(0);
}

void RateGate::used(Reader &reader, qint64 bytes)
{
    for (auto *bucket : bucketsOf(reader)) {
        if (bucket)
            bucket->tokens.take(bytes, m_nowUs());
    }
}

void RateGate::leave(Reader &reader)
{
    if (std::exchange(reader.m_waits, false)) {
        const auto found = std::find(m_queue.begin(), m_queue.end(), &reader);
        if (std::size_t(found - m_queue.begin()) < m_at)
            --m_at;
        m_queue.erase(found);
    }
    if (!std::exchange(reader.m_countedForItem, false))
        return;
    const auto item = m_items.find(reader.m_scopes.item);
    if (--item->second.readers == 0)
        m_items.erase(item);
}

void RateGate::setRate(Bucket &bucket, qint64 bytesPerSecond) const
{
    if (bucket.tokens.rate() == bytesPerSecond)
        return;
    const bool isNew = bucket.tokens.rate() == 0;
    bucket.quantum = std::clamp<qint64>(bytesPerSecond / 64, 1, 65'536);
    // What is saved up covers an event loop that comes late, not a burst that a person sees.
    const auto burst = std::max(bucket.quantum, bytesPerSecond / 8);
    bucket.tokens.setRate(bytesPerSecond, burst, m_nowUs());
    if (isNew)
        bucket.tokens.take(burst, m_nowUs());
}

quint64 RateGate::keyOf(RateScope scope, quint32 key)
{
    return quint64(scope) << 32 | (scope == RateScope::All ? 0 : key);
}

RateGate::Bucket *RateGate::find(RateScope scope, quint32 key)
{
    const auto found = m_shares.find(keyOf(scope, key));
    return found == m_shares.end() ? nullptr : &found->second;
}

RateGate::Bucket *RateGate::itemBucket(Reader &reader)
{
    const auto &scopes = reader.m_scopes;
    if (scopes.itemRate <= 0)
        return nullptr;
    auto &bucket = m_items[scopes.item];
    if (!std::exchange(reader.m_countedForItem, true))
        ++bucket.readers;
    setRate(bucket, scopes.itemRate);
    return &bucket;
}

RateGate::Buckets RateGate::bucketsOf(Reader &reader)
{
    const auto &scopes = reader.m_scopes;
    Buckets buckets{itemBucket(reader)};
    if (!m_shares.empty()) {
        buckets[1] = find(RateScope::Host, scopes.host);
        buckets[2] = find(RateScope::Job, quint32(scopes.job));
        buckets[3] = find(RateScope::All, 0);
    }
    return buckets;
}

/// From the narrowest limit to the widest. One that has to fill first is kept for this reader; what
/// it could have of the wider ones meanwhile goes to others. A reader that had to wait for its turn
/// may have all that its own limit has saved up by then, so that a low limit is no small share.
RateGate::Turn RateGate::turnOf(const Buckets &buckets)
{
    Turn turn;
    for (const auto *bucket : buckets)
        turn.bytes = std::max(turn.bytes, bucket ? bucket->quantum : 0);
    if (turn.bytes == 0)
        return {noLimit, nullptr};
    for (auto *bucket : buckets) {
        if (!bucket)
            continue;
        const auto needed = std::min(turn.bytes, bucket->quantum);
        const auto available = bucket->tokens.available(m_nowUs());
        if (bucket->closedIn == m_round || available < needed)
            return {needed, bucket};
        turn.bytes = std::min(turn.bytes, available);
    }
    return turn;
}

/// One turn for each that waits, in order. The first that finds a limit used up closes it for those
/// behind it, else a reader with a small turn would take what a larger one saves for.
void RateGate::serve()
{
    ++m_round;
    qint64 waitUs = longestWaitUs;
    auto rest = m_queue.size();
    for (m_at = 0; rest > 0 && m_at < m_queue.size(); --rest) {
        auto *reader = m_queue[m_at];
        const auto [bytes, blocking] = turnOf(bucketsOf(*reader));
        if (blocking) {
            if (std::exchange(blocking->closedIn, m_round) != m_round)
                waitUs = std::min(waitUs, blocking->tokens.waitUs(bytes, m_nowUs()));
            ++m_at;
            continue;
        }
        m_queue.erase(m_queue.begin() + std::ptrdiff_t(m_at));
        reader->m_waits = false;
        waitUs = 0; // it may want more at once
        reader->gateOpened(bytes);
    }
    m_at = 0;
    if (!m_queue.empty())
        wait(waitUs);
}

void RateGate::wait(qint64 us)
{
    m_timer.start(int(std::min(us + 999, longestWaitUs) / 1000));
}

} // namespace trawl::fetch
