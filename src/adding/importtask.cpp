// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/importtask.h"

#include "adding/listcursor.h"

#include <utility>

namespace trawl::adding {

ImportTask::ImportTask(engine::EngineThread &engine, ImportPlan plan, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_plan(std::move(plan))
{
    qRegisterMetaType<ImportReport>();
}

ImportTask::~ImportTask()
{
    m_background.stop();
}

void ImportTask::start()
{
    m_background.start([this](const std::atomic_bool &cancelled) {
        auto report = run(cancelled);
        report.cancelled = cancelled;
        Q_EMIT finished(report);
    });
}

ImportReport ImportTask::run(const std::atomic_bool &cancelled)
{
    const engine::JobSpec spec{m_plan.name, m_plan.directory, m_plan.input.source()};
    if (!m_plan.startNow)
        holdBack(spec);
    ListCursor cursor(m_plan.input);
    auto result = engine::importLinks(
        m_engine, spec, [&cursor] { return cursor.next(); }, cancelled,
        [this](item::JobId, qint64 entries) { Q_EMIT progress(entries); });
    return {std::move(result), cursor.error()};
}

/// A job that is not to start yet is paused before its first link is in.
void ImportTask::holdBack(const engine::JobSpec &spec)
{
    m_engine.post([spec](engine::Engine &engine) {
        if (const auto job = engine.openJob(spec); job && job->imported == 0)
            engine.pauseJob(job->id);
    });
}

} // namespace trawl::adding
