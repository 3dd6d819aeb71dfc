// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include "item/weburl.h"

namespace trawl::engine {

namespace {

/// A recipe's own limit is about as much; a person looks at less.
constexpr qint64 mostSampleBytes = 16 << 20;

} // namespace

void Engine::Private::samplePage(quint64 number, const QByteArray &url,
                                 const item::TransferSettings &settings)
{
    const auto refuse = [&](const item::Failure &failure) {
        Q_EMIT q.sampled({number, url, {}, 0, {}, 0, failure, {}});
    };
    const auto normal = item::normalUrl(url);
    if (!normal)
        return refuse({item::Reason::InvalidUrl, 0, false, {}});
    if (workersGone)
        return refuse(pool->failure());
    if (!pool || closing || stuck)
        return refuse({item::Reason::Cancelled, 0, false, {}});
    auto its = settings;
    its.stack = options.settings.stack;
    its.connections = options.settings.connections;
    its.sums = false;
    its.xattr = false;
    const auto [job, isNew] = samples.jobOf(its);
    if (isNew)
        pool->setJob(job, its);
    const auto host = state.hosts.indexOf(*normal);
    const auto id = samples.add({number, *normal, host, job, {}});
    if (!id)
        return refuse({item::Reason::FileError, 0, false, {}});
    scheduler.addFront(*id, host);
    pump();
}

item::Request Engine::Private::sampleRequest(item::ItemId id) const
{
    const auto asked = samples.asked(id);
    item::Request request;
    request.id = id;
    request.url = asked.url;
    request.partPath = asked.path;
    request.job = asked.job;
    request.host = asked.host;
    request.maxBytes = mostSampleBytes;
    return request;
}

void Engine::Private::cancelSample(quint64 number)
{
    const auto id = samples.find(number);
    if (!id)
        return;
    if (flyingSamples.contains(*id)) {
        pool->cancel({*id}); // its outcome answers
        return;
    }
    dropSample(*id, {item::Reason::Cancelled, 0, false, {}});
}

/// One that no worker has: the scheduler drops what is not known any more.
void Engine::Private::dropSample(item::ItemId id, const item::Failure &why)
{
    const auto asked = samples.take(id);
    Q_EMIT q.sampled({asked.number, asked.url, {}, 0, {}, 0, why, {}});
}

void Engine::Private::dropSamples(const item::Failure &why)
{
    for (const auto id : samples.open()) {
        if (!flyingSamples.contains(id))
            dropSample(id, why);
    }
}

void Engine::Private::probe(const item::Probe &probe)
{
    if (pool && !closing)
        return pool->probe(probe);
    item::ProbeAnswer answer;
    answer.number = probe.number;
    answer.failure = {item::Reason::Cancelled, 0, false, {}};
    Q_EMIT q.probed(answer);
}

/// One try: whoever asked looks at the answer and may ask again.
void Engine::Private::sampleFinished(const item::Outcome &outcome)
{
    const auto asked = samples.take(outcome.id);
    flyingSamples.remove(outcome.id);
    const queue::Scheduler::Ticket ticket{outcome.id, asked.host};
    if (outcome.failure.reason == item::Reason::Cancelled ||
        outcome.failure.reason == item::Reason::WorkerStart) {
        scheduler.returned(ticket);
    } else {
        noteNetwork(outcome, asked.host);
        auto end = attemptEnd(outcome, 1);
        end.temporary = false;
        (void)scheduler.ended(ticket, end, nowMs());
    }
    PageSample sample{asked.number,      asked.url,     outcome.finalUrl, outcome.head.code,
                      outcome.head.mime, outcome.bytes, outcome.failure,  {}};
    auto body = std::make_shared<const PageSample::Body>(asked.path);
    if (outcome.ok())
        sample.body = std::move(body);
    Q_EMIT q.sampled(sample);
}

} // namespace trawl::engine
