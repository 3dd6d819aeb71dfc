// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/importtask.h"

#include "adding/listcursor.h"
#include "exchange/cookiefile.h"
#include "exchange/entry.h"
#include "models/urlparts.h"

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
    engine::JobSpec spec{m_plan.name, m_plan.directory, m_plan.input.source(), m_plan.options};
    QStringList notes;
    if (!m_plan.cookiesFile.isEmpty()) {
        auto cookies = exchange::readCookieFile(m_plan.cookiesFile);
        if (!cookies)
            return {tl::unexpected(item::Failure{item::Reason::FileError, 0, false,
                                                 m_plan.cookiesFile + u' ' + cookies.error()}),
                    {},
                    {}};
        spec.cookies = cookies->lines;
        if (!cookies->note.isEmpty())
            notes.append(m_plan.cookiesFile + u' ' + cookies->note);
    }
    if (!m_plan.startNow)
        holdBack(spec);
    ListCursor cursor(m_plan.input, m_plan.choices, &cancelled);
    auto result = engine::importLinks(
        m_engine, spec, [this, &cursor] { return nextLinks(cursor); }, cancelled,
        [this, placed = !m_plan.first](item::JobId job, qint64 entries) mutable {
            if (!std::exchange(placed, true))
                m_engine.post(
                    [job](engine::Engine &e) { e.moveJob(job, engine::Engine::Move::Top); });
            Q_EMIT progress(entries);
        });
    if (result && result->added + result->skipped == 0) // no list could be read: nobody needs it
        m_engine.post([job = result->job](engine::Engine &e) { e.removeJob(job, false); });
    if (!cursor.note().isEmpty())
        notes.append(cursor.note());
    return {std::move(result), cursor.error(), notes.join(QStringLiteral("; "))};
}

/// Without those of hosts that are left out.
QList<item::Link> ImportTask::nextLinks(ListCursor &cursor) const
{
    const auto &without = m_plan.choices.withoutHosts;
    for (;;) {
        auto links = cursor.next();
        giveName(links);
        if (links.isEmpty() || without.isEmpty())
            return links;
        links.removeIf([&](const item::Link &link) {
            return link.ok() && without.contains(models::hostOf(link.url).toByteArray());
        });
        if (!links.isEmpty())
            return links;
    }
}

void ImportTask::giveName(QList<item::Link> &links) const
{
    if (m_plan.fileName.isEmpty())
        return;
    for (auto &link : links)
        link = exchange::named(std::move(link), m_plan.fileName);
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

#include "moc_importtask.cpp"
