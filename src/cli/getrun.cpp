// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/getrun.h"
#include "cli/exitstatus.h"
#include "cli/signalwatcher.h"
#include "cli/words.h"

#include "engine/results.h"

#include <QDateTime>
#include <QFile>

#include <unistd.h>

namespace trawl::cli {

namespace {

constexpr int barMs = 250;
constexpr int quietMs = 1000;

ProgressMode effectiveMode(const GetOptions &options)
{
    if (options.progress != ProgressMode::Auto)
        return options.progress;
    return Console::isTerminal() && !options.quiet ? ProgressMode::Bar : ProgressMode::None;
}

} // namespace

GetRun::GetRun(const GetOptions &options, Plan plan, Console &console)
    : m_options(options)
    , m_plan(std::move(plan))
    , m_console(console)
    , m_progressMode(effectiveMode(options))
    , m_startMs(QDateTime::currentMSecsSinceEpoch())
{
    m_elapsed.start();
    m_progressTimer.setInterval(m_progressMode == ProgressMode::Bar ? barMs : quietMs);
    connect(&m_progressTimer, &QTimer::timeout, this, &GetRun::requestChanges);
}

GetRun::~GetRun() = default;

int GetRun::run()
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
    startImport();
    requestChanges();
    m_progressTimer.start();
    m_loop.exec();
    m_progressTimer.stop();
    m_progress.elapsedMs = m_elapsed.elapsed();
    return report();
}

bool GetRun::open()
{
    m_engine = std::make_unique<engine::EngineThread>(m_plan.engine);
    auto *engine = m_engine->engine();
    connect(engine, &engine::Engine::changed, this, &GetRun::show);
    connect(engine, &engine::Engine::failed, this, &GetRun::fail);
    connect(engine, &engine::Engine::closed, &m_loop, &QEventLoop::quit);
    connect(engine, &engine::Engine::finished, this, [this] {
        m_finishedSeen = true;
        noticeEnd();
    });
    connect(engine, &engine::Engine::logged, this, [this](const QString &text) {
        if (m_options.verbose)
            m_console.line(text);
    });
    const auto opened = m_engine->call([](engine::Engine &e) { return e.open(); });
    if (!opened) {
        noteTrouble(failureText(opened.error()));
        return false;
    }
    m_sessionPath = m_engine->call([](engine::Engine &e) { return e.sessionPath(); });
    m_engine->post([job = m_plan.job](engine::Engine &e) {
        e.adoptOptions(job); // before anything of an earlier run goes on
        e.resumeAll();       // a full disk has paused them
        e.retryFailed();
        e.start();
    });
    return true;
}

void GetRun::startImport()
{
    m_importThread.reset(QThread::create([this] {
        m_imported = engine::importLinks(
            *m_engine, m_plan.job, [this] { return m_plan.next(); }, m_cancelImport);
    }));
    connect(m_importThread.get(), &QThread::finished, this, &GetRun::importEnded);
    m_progress.importing = true;
    m_importThread->start();
}

void GetRun::importEnded()
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
void GetRun::noticeEnd()
{
    if (m_stopping || !m_importEnded || !m_finishedSeen)
        return;
    m_progress.counts = m_engine->call([](engine::Engine &e) { return e.counts(); });
    if (m_progress.counts.open() == 0)
        stop();
}

/// The list's reader calls the engine, so it must be gone before the engine closes.
void GetRun::stop()
{
    if (std::exchange(m_stopping, true))
        return;
    m_cancelImport = true;
    m_plan.inputs->interrupt();
    m_importThread->wait();
    m_engine->post([](engine::Engine &engine) { engine.close(); });
}

void GetRun::requestChanges()
{
    m_engine->post([](engine::Engine &engine) { engine.requestChanges(); });
}

void GetRun::fail(const item::Failure &failure)
{
    noteTrouble(failureText(failure));
    stop();
}

/// The first one is what led to the others.
void GetRun::noteTrouble(const QString &text)
{
    if (m_trouble.isEmpty())
        m_trouble = text;
}

void GetRun::show(const engine::ChangeSet &changes)
{
    m_progress.counts = changes.counts;
    m_progress.bytes = changes.bytes;
    m_progress.bytesPerSecond = changes.bytesPerSecond;
    m_progress.requestsPerSecond = changes.requestsPerSecond;
    m_progress.offline = changes.offline;
    m_progress.offHours = changes.offHours;
    m_progress.elapsedMs = m_elapsed.elapsed();
    if (!m_stopping)
        showProgress();
}

void GetRun::showProgress()
{
    if (m_progressMode == ProgressMode::Bar)
        m_console.bar(progressBar(m_progress, Console::columns()));
    else if (m_progressMode == ProgressMode::Json)
        m_console.raw(progressJson(m_progress));
}

/// The session is closed by now, and a temporary one is there until the engine goes.
int GetRun::report()
{
    m_console.clearBar();
    Tally tally(m_startMs);
    if (count(tally)) {
        for (const auto &path : m_options.exports)
            exportTo(path); // one that cannot be written does not keep the others away
    }
    m_progress.bytes = tally.bytesNow();
    m_progress.counts = {tally.open(), 0, 0, tally.done(), tally.failed(), tally.skipped()};
    if (m_progressMode == ProgressMode::Json)
        showProgress();
    showEnd(tally);
    return exitStatus(tally);
}

exchange::RowSource GetRun::results()
{
    engine::ResultFilter filter;
    if (*m_imported)
        filter.job = (*m_imported)->job;
    auto rows = engine::openResults(m_sessionPath, filter);
    if (rows)
        return *rows;
    noteTrouble(failureText(rows.error()));
    return {};
}

bool GetRun::count(Tally &tally)
{
    const auto rows = results();
    if (!rows)
        return false;
    auto row = rows();
    for (; row && *row; row = rows())
        tally.add(**row);
    if (!row)
        noteTrouble(failureText(row.error()));
    return row.has_value();
}

void GetRun::exportTo(const QString &path)
{
    const auto rows = results();
    if (!rows)
        return;
    exchange::ExportOptions format;
    tl::expected<qint64, item::Failure> written;
    if (path == u"-") {
        QFile out;
        (void)out.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
        format.format = exchange::ExportFormat::JsonLines;
        written = exchange::exportRows(out, rows, format);
    } else {
        format.format = exchange::exportFormat(path).value_or(exchange::ExportFormat::Csv);
        written = exchange::exportFile(path, rows, format);
    }
    if (!written)
        noteTrouble(
            QStringLiteral("%1 was not written: %2").arg(path, failureText(written.error())));
}

void GetRun::showEnd(const Tally &tally)
{
    if (!m_trouble.isEmpty())
        m_console.line(m_trouble);
    if (!m_plan.inputs->error().isEmpty())
        m_console.line(m_plan.inputs->error());
    if (nothingListed())
        m_console.line(QStringLiteral("no links in %1").arg(m_plan.inputs->title()));
    if (!m_options.quiet && !nothingListed())
        m_console.line(tally.summary(m_progress.elapsedMs));
    if (const auto failures = tally.failures(m_options.exports); !failures.isEmpty())
        m_console.line(failures);
    if (!m_bySignal && m_trouble.isEmpty())
        return;
    if (!m_plan.engine.sessionPath.isEmpty())
        m_console.line(QStringLiteral("Stopped; the same command again goes on."));
    else
        m_console.line(QStringLiteral("Stopped; only the files are kept. With --session FILE the "
                                      "same command again would go on."));
}

bool GetRun::nothingListed() const
{
    return *m_imported && (*m_imported)->added + (*m_imported)->skipped == 0 && !m_bySignal &&
           m_trouble.isEmpty();
}

int GetRun::exitStatus(const Tally &tally) const
{
    if (!m_trouble.isEmpty())
        return LocalTrouble;
    if (m_bySignal)
        return Stopped;
    if (nothingListed())
        return BadUsage;
    if (!m_plan.inputs->error().isEmpty())
        return LocalTrouble;
    return tally.failed() > 0 || tally.open() > 0 ? SomeFailed : AllDone;
}

} // namespace trawl::cli
