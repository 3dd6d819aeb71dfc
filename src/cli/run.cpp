// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run.h"
#include "cli/exitstatus.h"
#include "cli/holder.h"
#include "cli/signalwatcher.h"
#include "cli/words.h"

#include "engine/results.h"

#include <QDateTime>

namespace trawl::cli {

namespace {

constexpr int barMs = 250;
constexpr int quietMs = 1000;
constexpr int sinkMs = 250;

ProgressMode effectiveMode(const RunOptions &options)
{
    if (options.progress != ProgressMode::Auto)
        return options.progress;
    return Console::isTerminal() && !options.quiet ? ProgressMode::Bar : ProgressMode::None;
}

} // namespace

Run::Run(const RunOptions &options, Plan plan, Console &console)
    : m_options(options)
    , m_plan(std::move(plan))
    , m_console(console)
    , m_progressMode(effectiveMode(options))
{
    m_elapsed.start();
    m_progressTimer.setInterval(m_progressMode == ProgressMode::Bar ? barMs : quietMs);
    connect(&m_progressTimer, &QTimer::timeout, this, &Run::requestChanges);
    m_sinkTimer.setInterval(sinkMs);
    connect(&m_sinkTimer, &QTimer::timeout, this, &Run::advanceExports);
}

Run::~Run() = default;

int Run::run()
{
    SignalWatcher signalWatcher;
    connect(&signalWatcher, &SignalWatcher::stopRequested, this, [this] {
        m_bySignal = !m_stopping;
        stop();
    });
    if (!open()) {
        m_console.line(m_trouble);
        return LocalTrouble;
    }
    if (Exports(m_plan.exports, {}).grows()) {
        m_engine->post([](engine::Engine &engine) { engine.keepArrivals(); });
        m_sinkTimer.start();
    }
    listen();
    startImport();
    requestChanges();
    m_progressTimer.start();
    m_loop.exec();
    m_progressTimer.stop();
    m_sinkTimer.stop();
    m_progress.elapsedMs = m_elapsed.elapsed();
    return report();
}

bool Run::open()
{
    m_engine = std::make_unique<engine::EngineThread>(m_plan.engine);
    auto *engine = m_engine->engine();
    connect(engine, &engine::Engine::changed, this, &Run::show);
    connect(engine, &engine::Engine::failed, this, &Run::fail);
    connect(engine, &engine::Engine::diskFull, this,
            [this](const engine::FullDisk &disk) { fail(disk.failure); });
    connect(engine, &engine::Engine::closed, &m_loop, &QEventLoop::quit);
    connect(engine, &engine::Engine::finished, this, [this] {
        m_finishedSeen = true;
        noticeEnd();
    });
    connect(engine, &engine::Engine::logged, this, [this](const QString &text) {
        if (m_options.verbose)
            m_console.line(text);
    });
    connect(engine, &engine::Engine::notFollowed, this, [this](const QString &text) {
        if (!m_options.verbose && !m_options.quiet)
            m_console.line(text);
    });
    const auto opened = m_engine->call([](engine::Engine &e) { return e.open(); });
    if (!opened) {
        noteTrouble(heldText(m_plan.engine.sessionPath, opened.error()));
        return false;
    }
    m_sessionPath = m_engine->call([](engine::Engine &e) { return e.sessionPath(); });
    m_earlier = engine::lastArrival(m_sessionPath).value_or(0);
    m_engine->post([job = m_plan.job](engine::Engine &e) {
        e.adoptOptions(job); // before anything of an earlier run goes on
        e.resumeAll();       // a full disk has paused them
        e.resumeHosts();     // or a window
        e.retryFailed();
        e.start();
    });
    return true;
}

/// For `trawlc pause` and its like at another terminal.
void Run::listen()
{
    if (m_plan.engine.sessionPath.isEmpty())
        return; // nobody could name it
    const auto ordered = [this](control::Verb verb) {
        m_held = m_held || verb == control::Verb::Pause;
    };
    m_server = std::make_unique<control::Server>(
        control::Services{.engine = m_engine.get(), .window = {}, .ordered = ordered});
    if (const auto listening = m_server->listen(m_sessionPath); !listening && m_options.verbose)
        m_console.line(
            QStringLiteral("other programs cannot reach this one: %1").arg(listening.error()));
}

void Run::startImport()
{
    m_importThread.reset(QThread::create([this] {
        m_imported = engine::importLinks(
            *m_engine, m_plan.job, [this] { return m_plan.next(); }, m_cancelImport,
            [this](item::JobId job, qint64) { m_job = job; });
    }));
    connect(m_importThread.get(), &QThread::finished, this, &Run::importEnded);
    m_progress.importing = true;
    m_importThread->start();
}

void Run::importEnded()
{
    m_importEnded = true;
    m_progress.importing = false;
    if (!*m_imported)
        fail(m_imported->error());
    else
        noticeEnd();
}

/// The engine may have been idle before the list brought anything: finished() counts only when
/// the list is in and nothing is open.
void Run::noticeEnd()
{
    if (m_stopping || !m_importEnded || !m_finishedSeen)
        return;
    m_progress.counts = m_engine->call([](engine::Engine &e) { return e.counts(); });
    if (m_progress.counts.open() > 0 || (m_held && m_progress.counts.paused > 0))
        return;
    if (m_sinkTimer.isActive())
        advanceExports();
    stop();
}

/// The list's reader calls the engine, so it must be gone before the engine closes.
void Run::stop()
{
    if (std::exchange(m_stopping, true))
        return;
    m_server.reset();
    m_cancelImport = true;
    m_plan.inputs->interrupt();
    m_importThread->wait();
    m_engine->post([](engine::Engine &engine) { engine.close(); });
}

void Run::requestChanges()
{
    m_engine->post([](engine::Engine &engine) { engine.requestChanges(); });
}

void Run::fail(const item::Failure &failure)
{
    noteTrouble(failureText(failure));
    stop();
}

/// The first one is what led to the others.
void Run::noteTrouble(const QString &text)
{
    if (m_trouble.isEmpty())
        m_trouble = text;
}

void Run::show(const engine::ChangeSet &changes)
{
    m_progress.counts = changes.counts;
    m_progress.bytes = changes.bytes;
    m_progress.bytesPerSecond = changes.bytesPerSecond;
    m_progress.requestsPerSecond = changes.requestsPerSecond;
    m_progress.offline = changes.offline;
    m_progress.offHours = changes.offHours;
    m_progress.awaitedFolder = changes.awaitedFolder;
    m_progress.elapsedMs = m_elapsed.elapsed();
    if (!m_stopping)
        showProgress();
}

void Run::showProgress()
{
    if (m_progressMode == ProgressMode::Bar)
        m_console.bar(progressBar(m_progress, Console::columns()));
    else if (m_progressMode == ProgressMode::Json)
        m_console.raw(progressJson(m_progress));
}

/// The session is closed by now, and a temporary one is there until the engine goes.
int Run::report()
{
    m_console.clearBar();
    Tally tally(m_earlier);
    if (count(tally))
        writeExports();
    m_progress.bytes = tally.bytesNow();
    m_progress.counts = {tally.open(), 0, 0, tally.done(), tally.failed(), tally.skipped()};
    if (m_progressMode == ProgressMode::Json)
        showProgress();
    showEnd(tally);
    return exitStatus(tally);
}

exchange::RowSource Run::items()
{
    engine::ResultFilter filter;
    filter.records = false;
    if (*m_imported)
        filter.job = (*m_imported)->job;
    const auto rows = engine::openResults(m_sessionPath, filter);
    if (rows)
        return *rows;
    noteTrouble(failureText(rows.error()));
    return {};
}

bool Run::count(Tally &tally)
{
    const auto rows = items();
    if (!rows)
        return false;
    auto row = rows();
    for (; row && *row; row = rows())
        tally.add(**row);
    if (!row)
        noteTrouble(failureText(row.error()));
    return row.has_value();
}

QStringList Run::fields() const
{
    return m_plan.job.options->recipe.columns();
}

/// What grows while the work goes on; the results are those of the list's job.
void Run::advanceExports()
{
    const auto job = m_job.load();
    if (job == item::JobId{} || m_stopping)
        return;
    const auto keep = [this](const engine::SinkPosition &position) {
        m_engine->post([position](engine::Engine &engine) { engine.keepSinkPosition(position); });
    };
    if (!m_exports) {
        m_exports = std::make_unique<Exports>(m_plan.exports, m_sessionPath);
        std::ignore = m_exports->begin({.job = job}, fields()); // the plan has seen that it can
        const auto find = [this](const QString &path) {
            return m_engine->call([&path](engine::Engine &e) { return e.sinkPosition(path); });
        };
        m_exports->openSinks(find);
    }
    m_exports->advance(keep);
}

void Run::writeExports()
{
    if (!m_exports) {
        m_exports = std::make_unique<Exports>(m_plan.exports, m_sessionPath);
        std::ignore = m_exports->begin({.job = m_job.load()}, fields());
    }
    m_exports->write();
    for (const auto &text : m_exports->trouble())
        noteTrouble(text);
}

void Run::showEnd(const Tally &tally)
{
    if (!m_trouble.isEmpty())
        m_console.line(m_trouble);
    for (const auto &error : m_plan.inputs->errors())
        m_console.line(error);
    for (const auto &note : m_plan.notes + m_plan.inputs->notes())
        m_console.line(note);
    if (nothingListed())
        m_console.line(QStringLiteral("no links in %1").arg(m_plan.inputs->title()));
    if (!m_options.quiet && !nothingListed())
        m_console.line(tally.summary(m_progress.elapsedMs));
    if (const auto failures = tally.failures(m_plan.exports.files); !failures.isEmpty())
        m_console.line(failures);
    if (!m_bySignal && m_trouble.isEmpty())
        return;
    if (!m_plan.engine.sessionPath.isEmpty())
        m_console.line(QStringLiteral("Stopped; the same command again goes on."));
    else
        m_console.line(QStringLiteral("Stopped; only the files are kept. With --session FILE the "
                                      "same command again would go on."));
}

bool Run::nothingListed() const
{
    return *m_imported && (*m_imported)->added + (*m_imported)->skipped == 0 && !m_bySignal &&
           m_trouble.isEmpty() && m_plan.job.options->recipe.sitemaps.isEmpty();
}

int Run::exitStatus(const Tally &tally) const
{
    if (!m_trouble.isEmpty())
        return LocalTrouble;
    if (m_bySignal)
        return Stopped;
    if (nothingListed())
        return BadUsage;
    const bool isCut = !m_plan.inputs->errors().isEmpty(); // what stood behind was not fetched
    return isCut || tally.failed() > 0 || tally.open() > 0 ? SomeFailed : AllDone;
}

} // namespace trawl::cli
