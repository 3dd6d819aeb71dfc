// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include <QNetworkInformation>

#include <utility>

namespace trawl::engine {

namespace {

/// Tells `changed` when the platform says that the network went or came.
/// Where the platform has nothing to ask (a server without NetworkManager) it is silent.
/// Called on the thread of `context`, not after that has gone. The engine's one use of Qt Network.
void watchReachability(QObject *context, const std::function<void(bool reachable)> &changed)
{
    using Reachability = QNetworkInformation::Reachability;
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    auto *platform = QNetworkInformation::instance();
    // A machine that never had a way out may still fetch from itself: only a loss is news.
    const auto isThere = [](Reachability reachability) {
        return reachability != Reachability::Disconnected && reachability != Reachability::Unknown;
    };
    QObject::connect(
        platform, &QNetworkInformation::reachabilityChanged, context,
        [changed, isThere, before = isThere(platform->reachability())](Reachability now) mutable {
            const bool there = isThere(now);
            if (std::exchange(before, there) != there)
                changed(there);
        });
}

} // namespace

Engine::Engine(EngineOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(options)))
{
}

Engine::~Engine() = default;

tl::expected<void, item::Failure> Engine::open()
{
    return d->open();
}

void Engine::start()
{
    d->running = true;
    d->wasIdle = false;
    watchReachability(d.get(), [this](bool reachable) { d->setReachable(reachable); });
    d->pump();
    d->noticeIdle();
}

tl::expected<JobPosition, item::Failure> Engine::openJob(const JobSpec &spec)
{
    return d->openJob(spec);
}

void Engine::adoptOptions(const JobSpec &spec)
{
    d->adoptOptions(spec);
}

void Engine::addLinks(item::JobId job, const QList<item::Link> &links, quint64 digest)
{
    d->addLinks(job, links, digest);
}

void Engine::closeJob(item::JobId job, bool whole)
{
    d->closeJob(job, whole);
}

qint64 Engine::linkRoom() const
{
    return d->linkRoom();
}

void Engine::pauseAll()
{
    for (const auto &job : d->state.jobs.all())
        d->setJobPaused(job.row.id, true);
}

void Engine::resumeAll()
{
    for (const auto &job : d->state.jobs.all())
        d->setJobPaused(job.row.id, false);
}

void Engine::pauseJob(item::JobId job)
{
    d->setJobPaused(job, true);
}

void Engine::resumeJob(item::JobId job)
{
    d->setJobPaused(job, false);
}

void Engine::pauseItems(const QList<item::ItemId> &ids)
{
    d->pauseItems(ids);
}

void Engine::resumeItems(const QList<item::ItemId> &ids)
{
    d->resumeItems(ids);
}

void Engine::removeItems(const QList<item::ItemId> &ids, bool files)
{
    d->removeItems(ids, files);
}

void Engine::removeJob(item::JobId job, bool files)
{
    d->removeJob(job, files);
}

bool Engine::hasJob(item::JobId job) const
{
    return d->hasJob(job);
}

void Engine::retryFailed()
{
    d->retryFailed();
}

void Engine::setRateLimit(qint64 bytesPerSecond)
{
    d->options.bytesPerSecond = bytesPerSecond;
    d->applyRate();
}

void Engine::setJobRateLimit(item::JobId job, qint64 bytesPerSecond, qint64 eachItem)
{
    auto options = jobOptions(job);
    if (!options)
        return;
    options->bytesPerSecond = bytesPerSecond;
    options->itemBytesPerSecond = eachItem;
    d->setJobOptions(job, *options);
}

std::optional<JobOptions> Engine::jobOptions(item::JobId job) const
{
    return d->hasJob(job) ? std::optional(d->state.jobs.job(job).options) : std::nullopt;
}

void Engine::setJobOptions(item::JobId job, const JobOptions &options)
{
    d->setJobOptions(job, options);
}

const EngineOptions &Engine::options() const
{
    return d->options;
}

void Engine::setOptions(const EngineOptions &options)
{
    d->setOptions(options);
}

void Engine::inspect(item::ItemId id)
{
    if (d->pool)
        d->pool->inspect(id);
}

void Engine::renameJob(item::JobId job, const QString &name)
{
    d->renameJob(job, name);
}

void Engine::samplePage(quint64 number, const QByteArray &url,
                        const item::TransferSettings &settings)
{
    d->samplePage(number, url, settings);
}

void Engine::cancelSample(quint64 number)
{
    d->cancelSample(number);
}

void Engine::probe(const item::Probe &probe)
{
    d->probe(probe);
}

void Engine::moveJob(item::JobId job, Move where)
{
    d->moveJob(job, where);
}

MovedItems Engine::moveItems(const QList<item::ItemId> &ids, Move where)
{
    return d->moveItems(ids, where);
}

void Engine::pauseHost(const QByteArray &origin)
{
    d->setHostPaused(origin, true);
}

void Engine::resumeHost(const QByteArray &origin)
{
    d->setHostPaused(origin, false);
}

void Engine::resumeHosts()
{
    d->resumeHosts();
}

void Engine::retryHost(const QByteArray &origin)
{
    d->retryHost(origin);
}

void Engine::setHostLimit(const QByteArray &origin, const HostLimit &limit)
{
    d->setHostLimit(origin, limit);
}

void Engine::killWorker(int slot)
{
    if (d->pool)
        d->pool->killWorker(slot);
}

void Engine::drainWorker(int slot)
{
    if (d->pool)
        d->pool->drainWorker(slot);
}

void Engine::recycleWorker(int slot)
{
    if (d->pool)
        d->pool->recycleWorker(slot);
}

void Engine::requestChanges()
{
    d->requestChanges();
}

void Engine::close()
{
    d->close();
}

void Engine::keepArrivals()
{
    if (d->store && !d->closing)
        d->store->indexArrivals();
}

std::optional<SinkPosition> Engine::sinkPosition(const QString &path) const
{
    const auto sink = d->store ? d->store->sink(path) : std::nullopt;
    if (!sink)
        return std::nullopt;
    return SinkPosition{sink->path, sink->arrival, sink->items, sink->mark};
}

void Engine::keepSinkPosition(const SinkPosition &position)
{
    if (d->store && !d->closing && !d->stuck)
        d->store->setSink({position.path, position.arrival, position.items, position.mark});
}

Counts Engine::counts() const
{
    return d->state.shownCounts();
}

QString Engine::sessionPath() const
{
    return d->store ? d->store->path() : QString();
}

} // namespace trawl::engine

#include "moc_engine.cpp"
