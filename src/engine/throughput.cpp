// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/throughput.h"

#include <utility>

namespace trawl::engine {

namespace {

// A window that looks away for so long finds the newest hour.
constexpr std::size_t mostSamples = 3600;

constexpr std::size_t piecesAtOnce = 6; // a minute

bool isFailure(const item::Outcome &outcome)
{
    return !outcome.ok() && outcome.failure.reason != item::Reason::Exists;
}

int codeOf(const item::Outcome &outcome)
{
    return outcome.head.code != 0 ? outcome.head.code : outcome.failure.httpCode;
}

/// A body that is cut or wrong is no success, whatever its head said.
double rates::StatusMix::*shareOf(const item::Outcome &outcome)
{
    using rates::StatusMix;
    switch (codeOf(outcome) / 100) {
    case 3:
        return &StatusMix::redirect;
    case 4:
        return &StatusMix::clientError;
    case 5:
        return &StatusMix::serverError;
    default:
        return isFailure(outcome) ? &StatusMix::other : &StatusMix::success;
    }
}

} // namespace

void Throughput::started(item::ItemId id)
{
    m_running.insert(id, {});
}

qint64 Throughput::progressed(const item::Progress &progress, qint64 nowMs)
{
    const auto running = m_running.find(progress.id);
    if (running == m_running.end())
        return 0;
    const auto received = progress.received - progress.kept;
    const auto more = received - running->bytes;
    if (more <= 0)
        return 0; // started again elsewhere: what comes twice counts once
    running->bytes = received;
    running->meter.add(more, nowMs);
    m_bytes.add(more, nowMs);
    m_second.bytes += more;
    return more;
}

qint64 Throughput::ended(const item::Outcome &outcome, qint64 nowMs)
{
    const auto running = m_running.constFind(outcome.id);
    if (running == m_running.constEnd())
        return 0;
    const auto more = std::max<qint64>(0, outcome.bytes - outcome.kept - running->bytes);
    if (more > 0) {
        m_bytes.add(more, nowMs);
        m_second.bytes += more;
    }
    m_running.erase(running);
    const auto reason = outcome.failure.reason;
    if (reason == item::Reason::Cancelled || reason == item::Reason::WorkerStart)
        return more;
    m_ends.add(1, nowMs);
    count(outcome);
    return more;
}

void Throughput::count(const item::Outcome &outcome)
{
    ++m_second.ends;
    m_second.failures += isFailure(outcome) ? 1 : 0;
    m_second.mix.*shareOf(outcome) += 1;
    if (codeOf(outcome) != 0)
        m_second.latency.add(outcome.firstByteMs);
}

qint64 Throughput::bytesPerSecond(item::ItemId id, qint64 nowMs) const
{
    const auto running = m_running.constFind(id);
    return running == m_running.constEnd() ? 0 : qint64(running->meter.perSecond(nowMs));
}

void Throughput::tick(qint64 wallMs)
{
    const auto startMs = m_tickMs > 0 ? m_tickMs : wallMs - 1000;
    m_tickMs = wallMs;
    if (wallMs <= startMs) {
        m_second = {};
        return;
    }
    auto next = sample(startMs, double(wallMs - startMs) / 1000);
    if (auto piece = m_piece.add(next)) {
        m_pieces.push_back(std::move(*piece));
    }
    if (m_samples.size() >= mostSamples)
        m_samples.erase(m_samples.begin());
    m_samples.push_back(std::move(next));
}

Sample Throughput::sample(qint64 startMs, double seconds)
{
    auto second = std::exchange(m_second, {});
    Sample sample;
    sample.atMs = startMs;
    sample.bytesPerSecond = double(second.bytes) / seconds;
    sample.requestsPerSecond = double(second.ends) / seconds;
    sample.failuresPerSecond = double(second.failures) / seconds;
    sample.inFlight = double(m_running.size());
    sample.mix = {second.mix.success / seconds, second.mix.redirect / seconds,
                  second.mix.clientError / seconds, second.mix.serverError / seconds,
                  second.mix.other / seconds};
    sample.setLatency(std::move(second.latency));
    return sample;
}

std::vector<Sample> Throughput::takeSamples()
{
    return std::exchange(m_samples, {});
}

std::vector<Sample> Throughput::takePieces(bool all)
{
    if (all) {
        if (auto piece = m_piece.take())
            m_pieces.push_back(std::move(*piece));
    }
    if (!all && m_pieces.size() < piecesAtOnce)
        return {};
    return std::exchange(m_pieces, {});
}

} // namespace trawl::engine
