// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include "item/cookielines.h"
#include "scratch/sweep.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace trawl::engine {

namespace {

queue::Scheduler::Options schedulerOptions(const EngineOptions &options,
                                           const queue::HostLimits &host)
{
    queue::Scheduler::Options result;
    result.host = host;
    result.backoff.baseMs = options.retryBaseMs;
    result.backoff.capMs = options.retryCapMs;
    result.backoff.retries = options.retries;
    result.seed = quint64(QDateTime::currentMSecsSinceEpoch());
    return result;
}

LogLevel levelOf(wire::LogLevel level)
{
    if (level == wire::LogLevel::Error)
        return LogLevel::Error;
    return level == wire::LogLevel::Warning ? LogLevel::Warning : LogLevel::Note;
}

} // namespace

Engine::Private::Private(Engine &engine, EngineOptions engineOptions)
    : q(engine)
    , options(std::move(engineOptions))
    , scheduler(schedulerOptions(options, hostDefaults(options)))
{
    if (!durable())
        state.jobs.setTemporary();
    clock.start();
    wakeTimer.setSingleShot(true);
    wakeTimer.setTimerType(Qt::PreciseTimer); // starts a second are counted on it
    changesTimer.setSingleShot(true);
    secondTimer.setInterval(1000);
    connect(&wakeTimer, &QTimer::timeout, this, &Private::pump);
    connect(&changesTimer, &QTimer::timeout, this, &Private::changesTick);
    connect(&secondTimer, &QTimer::timeout, this, [this] {
        throughput.tick(QDateTime::currentMSecsSinceEpoch());
        hostsTick();
        keepSamples(false);
        keepCookies();
        lookAtSchedule();
        syncTick();
        foldersTick();
        somethingNew = true;
        changesTick();
    });
}

tl::expected<void, item::Failure> Engine::Private::open()
{
    makePool(); // first: the workers get ready while the session is read
    if (options.fetches && !pool->start()) {
        const auto detail = QStringLiteral("the socket for the workers cannot be made");
        return tl::unexpected(item::Failure{item::Reason::WorkerStart, 0, false, detail});
    }
    scratch::sweepDirectories(QDir::tempPath());
    auto path = options.sessionPath;
    if (path.isEmpty()) {
        auto made = scratch::Directory::make(QDir::tempPath());
        if (!made)
            return tl::unexpected(
                item::Failure{item::Reason::Session, 0, false,
                              QStringLiteral("%1: %2").arg(QDir::tempPath(), made.error())});
        temporary = *std::move(made);
        path = temporary->filePath(QStringLiteral("session.trawl"));
    }
    // Nobody ever reads a temporary one again, and a kill would leave what is in it.
    auto opened = store::Store::open(path, durable() ? nullptr : withoutSecrets);
    if (!opened)
        return tl::unexpected(opened.error());
    store = std::move(*opened);
    connect(store.get(), &store::Store::failed, this, &Private::fail);
    connect(store.get(), &store::Store::imported, this, [this] {
        importing -= importSizes.front();
        importSizes.pop_front();
        if (linkRoom() > 0)
            Q_EMIT q.roomForLinks();
        pump(); // may have waited for the store to take found links
        noticeIdle();
    });
    ledger = std::make_unique<Ledger>(*store, state, [this](const Settled &end) { settled(end); });
    // After the ledger's own slot: what was committed is in its place now.
    connect(store.get(), &store::Store::committed, this, [this](quint64 number) {
        if (!ledger)
            return; // was on its way when the session was closed
        removeFiles(number);
        if (closing)
            ledger->flush();
        pump();
        noticeIdle();
        finishClosing();
    });
    load();
    secondTimer.start();
    return {};
}

void Engine::Private::load()
{
    for (const auto &row : store->jobs()) {
        const auto &job = addJob(row);
        if (row.removed != store::JobRow::Removed::No)
            continue;
        pool->addCookies(row.id, item::CookieLines::split(row.cookies));
        briefPool(job);
        if (!row.complete)
            Q_EMIT q.logged(QStringLiteral("The list of \"%1\" was not read to its end: add it "
                                           "again, and it goes on where it stopped.")
                                .arg(row.name),
                            LogLevel::Warning);
    }
    store->loadItems([this](const item::UrlBlockPtr &block, const auto &known) {
        state.appendRemoved(item::ItemId(qint64(block->first()) - 1));
        state.append(block);
        for (const auto &item : known) {
            auto &row = state.items.row(item.id);
            row.bytes = item.bytes;
            row.code = qint16(item.code);
            row.attempts = quint16(item.attempts);
            row.reason = item.reason;
            state.items.setFile(item.id, item.file);
            state.setStatus(item.id, item.status);
            if (item::isOfEntry(item.reason))
                state.setNoHost(item.id);
            if (item.finishedMs > 0)
                state.setEnded(item.id, item.finishedMs);
        }
    });
    state.appendRemoved(store->lastRemoved());
    store->loadOptions([this](item::ItemId id, const QByteArray &json) {
        state.items.setOptions(
            id, std::make_shared<const item::LinkOptions>(item::linkOptionsFromJson(json)));
    });
    store->loadPlaces([this](const store::Place &place) {
        if (!state.items.contains(place.id))
            return;
        const bool followed = place.parent != item::ItemId{};
        const auto steps = followed ? state.items.place(place.parent).steps + 1 : 0;
        state.items.setPlace(place.id,
                             {.depth = quint16(place.depth),
                              .page = place.page,
                              .followed = followed,
                              .steps = quint16(std::min<int>(steps, Crawl::mostSteps)),
                              .referrer = place.referrer,
                              .parent = quint32(place.parent)},
                             place.carried);
    });
    for (auto &job : state.jobs.all()) {
        if (job.row.removed != store::JobRow::Removed::No)
            continue;
        prepareCrawl(job);
        recoverParts(job);
    }
    rankJobs(rankedJobs());
    loadHosts();
    loadTurns();
    QList<item::ItemId> queued;
    for (qint64 id = 1; id < qint64(state.items.nextId()); ++id) {
        if (state.items.row(item::ItemId(id)).status != item::Status::Queued)
            continue;
        queued.append(item::ItemId(id));
        if (!state.runnable(item::ItemId(id))) // it is shown as paused
            state.touch(item::ItemId(id));
    }
    scheduleInTurn(std::move(queued));
    checkFiles();
    goOnRemoving();
}

void Engine::Private::makePool()
{
    pool::PoolOptions poolOptions;
    poolOptions.program = options.workerProgram;
    poolOptions.workers = options.workers;
    poolOptions.window = options.settings.connections;
    poolOptions.recycleAfterTasks = options.recycleAfterTasks;
    poolOptions.recycleRssBytes = options.recycleRssBytes;
    poolOptions.settings = options.settings;
    pool = std::make_unique<pool::WorkerPool>(std::move(poolOptions));
    connect(pool.get(), &pool::WorkerPool::roomChanged, this, &Private::pump);
    connect(pool.get(), &pool::WorkerPool::finished, this,
            qOverload<const QList<item::Outcome> &>(&Private::finished));
    connect(pool.get(), &pool::WorkerPool::found, this, &Private::found);
    connect(pool.get(), &pool::WorkerPool::progress, this, &Private::progressed);
    connect(pool.get(), &pool::WorkerPool::inspected, this, [this](Inspection seen) {
        seen.bytesPerSecond = throughput.bytesPerSecond(seen.id, nowMs());
        Q_EMIT q.inspected(seen);
    });
    connect(pool.get(), &pool::WorkerPool::connectionsWanted, this, &Private::connectionsWanted);
    connect(pool.get(), &pool::WorkerPool::connectionsReturned, this,
            &Private::connectionsReturned);
    connect(pool.get(), &pool::WorkerPool::interrupted, this,
            [this](const QList<item::ItemId> &ids) {
                for (const auto id : ids) {
                    dropSegments(id);
                    findings.remove(id);
                }
            });
    connect(pool.get(), &pool::WorkerPool::failed, this, [this](const item::Failure &failure) {
        workersGone = true;
        dropSamples(failure);
        Q_EMIT q.failed(failure);
    });
    connect(pool.get(), &pool::WorkerPool::cookiesChanged, this, [this](item::JobId job) {
        if (!SampleTable::isSample(job))
            newCookies.insert(job);
    });
    connect(pool.get(), &pool::WorkerPool::probed, &q, &Engine::probed);
    connect(pool.get(), &pool::WorkerPool::workersChanged, this, [this] { somethingNew = true; });
    connect(pool.get(), &pool::WorkerPool::logged, this,
            [this](wire::LogLevel level, const QString &text) {
                Q_EMIT q.logged(text, levelOf(level));
            });
    connect(pool.get(), &pool::WorkerPool::stopped, this, [this] {
        poolStopped = true;
        finishClosing();
    });
    connect(pool.get(), &pool::WorkerPool::taking, this, &Private::shareRates);
    makeLimits();
}

void Engine::Private::fail(const item::Failure &failure)
{
    if (stuck)
        return;
    stuck = true;
    Q_EMIT q.failed(failure);
    if (closing)
        finishClosing();
}

void Engine::Private::close()
{
    if (std::exchange(closing, true)) {
        finishClosing();
        return;
    }
    wakeTimer.stop();
    secondTimer.stop();
    sharesTimer.stop();
    if (store && !stuck) {
        keepCookies();
        keepSamples(true);
    }
    if (ledger)
        ledger->flush();
    if (pool)
        stopPool();
    else
        poolStopped = true;
    finishClosing();
}

// In a session that is kept the workers may put down what they have, for a moment.
void Engine::Private::stopPool()
{
    constexpr int mostMs = 1000;
    QList<item::ItemId> inFlight;
    for (qint64 id = 1; durable() && !stuck && id < qint64(state.items.nextId()); ++id) {
        if (state.items.row(item::ItemId(id)).status == item::Status::Running)
            inFlight.append(item::ItemId(id));
    }
    inFlight += robots.open() + samples.open();
    if (inFlight.isEmpty())
        return pool->stop();
    pool->cancel(inFlight);
    if (pool->inFlight() == 0)
        return pool->stop();
    QTimer::singleShot(mostMs, this, [this] { pool->stop(); });
}

void Engine::Private::finishClosing()
{
    if (!closing || !poolStopped || (ledger && !ledger->empty() && !stuck))
        return;
    leaveParts();
    syncAtEnd();
    fileCheck.reset();
    fileRemoval.reset();
    ledger.reset();
    store.reset(); // writes what is queued
    Q_EMIT q.closed();
}

} // namespace trawl::engine
