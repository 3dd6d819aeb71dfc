// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/throughput.h"

namespace trawl::engine {

namespace {

// A window that looks away for so long finds the newest hour.
constexpr std::size_t mostSamples = 3600;

} // namespace

void Throughput::started(item::ItemId id)
{
    m_running.insert(id, {});
}

void Throughput::progressed(const item::Progress &progress, qint64 nowMs)
{
    const auto running = m_running.find(progress.id);
    if (running == m_running.end())
        return;
    const auto received = progress.received - progress.kept;
    const auto more = received - running->bytes;
    if (more <= 0)
        return; // started again elsewhere: what comes twice counts once
    running->bytes = received;
    running->meter.add(more, nowMs);
    m_bytes.add(more, nowMs);
}

void Throughput::ended(item::ItemId id, qint64 bytes, bool ok, qint64 nowMs)
{
    const auto running = m_running.constFind(id);
    if (running == m_running.constEnd())
        return;
    if (const auto more = bytes - running->bytes; more > 0)
        m_bytes.add(more, nowMs);
    m_running.erase(running);
    m_ends.add(1, nowMs);
    m_failures += ok ? 0 : 1;
}

qint64 Throughput::bytesPerSecond(item::ItemId id, qint64 nowMs) const
{
    const auto running = m_running.constFind(id);
    return running == m_running.constEnd() ? 0 : qint64(running->meter.perSecond(nowMs));
}

void Throughput::tick(qint64 wallMs)
{
    const auto seconds = m_tickMs > 0 ? double(wallMs - m_tickMs) / 1000 : 1.0;
    if (seconds > 0) {
        Sample sample;
        sample.atMs = wallMs;
        sample.bytesPerSecond = double(m_bytes.total() - m_tickBytes) / seconds;
        sample.requestsPerSecond = double(m_ends.total() - m_tickEnds) / seconds;
        sample.failuresPerSecond = double(m_failures - m_tickFailures) / seconds;
        sample.inFlight = double(m_running.size());
        if (m_samples.size() >= mostSamples)
            m_samples.erase(m_samples.begin());
        m_samples.push_back(sample);
    }
    m_tickMs = wallMs;
    m_tickBytes = m_bytes.total();
    m_tickEnds = m_ends.total();
    m_tickFailures = m_failures;
}

std::vector<Sample> Throughput::takeSamples()
{
    return std::exchange(m_samples, {});
}

} // namespace trawl::engine
