// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/jobcommands.h"

#include "models/icons.h"
#include "models/texts.h"

#include <QMenu>
#include <QUrl>

#include <algorithm>

namespace trawl::windows {

namespace {

void resumePaused(engine::Engine &engine, std::optional<item::JobId> job)
{
    engine.resumeItems(engine.select({.ids = {}, .job = job, .status = item::Status::Paused}));
}

} // namespace

JobCommands::JobCommands(desktop::Session &session, const desktop::Prompts &prompts,
                         QWidget &window)
    : m_session(session)
    , m_prompts(prompts)
    , m_window(window)
{
}

std::optional<engine::JobState> JobCommands::job(item::JobId id) const
{
    const auto found = std::ranges::find(m_jobs, id, &engine::JobState::id);
    return found == m_jobs.end() ? std::nullopt : std::optional(*found);
}

void JobCommands::start(item::JobId id)
{
    m_session.post([id](engine::Engine &engine) {
        engine.resumeJob(id);
        resumePaused(engine, id);
    });
}

void JobCommands::pause(item::JobId id)
{
    m_session.post([id](engine::Engine &engine) { engine.pauseJob(id); });
}

void JobCommands::startAll()
{
    m_session.post([](engine::Engine &engine) {
        engine.resumeAll();
        resumePaused(engine, {});
    });
}

void JobCommands::pauseAll()
{
    m_session.post([](engine::Engine &engine) { engine.pauseAll(); });
}

void JobCommands::retryFailed(item::JobId id)
{
    m_session.post([id](engine::Engine &engine) {
        engine.resumeItems(engine.select({.ids = {}, .job = id, .status = item::Status::Failed}));
    });
}

void JobCommands::toggle(item::JobId id)
{
    const auto state = job(id);
    if (state && state->paused)
        start(id);
    else if (state)
        pause(id);
}

void JobCommands::rename(item::JobId id)
{
    const auto state = job(id);
    if (!state)
        return;
    const auto name =
        m_prompts.askText(&m_window, tr("Rename the job"), tr("&Name:"), state->name).trimmed();
    if (!name.isEmpty() && name != state->name)
        m_session.post([id, name](engine::Engine &engine) { engine.renameJob(id, name); });
}

void JobCommands::remove(item::JobId id)
{
    const auto state = job(id);
    if (!state)
        return;
    const auto answer = m_prompts.confirmRemove(
        &m_window, {models::Texts::removeJob(state->name, state->counts), state->counts.done > 0});
    if (answer == desktop::RemoveAnswer::Keep)
        return;
    m_session.post([id, files = answer == desktop::RemoveAnswer::RemoveWithFiles](
                       engine::Engine &engine) { engine.removeJob(id, files); });
}

void JobCommands::move(item::JobId id, engine::Engine::Move where)
{
    m_session.post([id, where](engine::Engine &engine) { engine.moveJob(id, where); });
}

void JobCommands::openFolder(item::JobId id) const
{
    if (const auto state = job(id))
        m_prompts.openUrl(QUrl::fromLocalFile(state->directory));
}

void JobCommands::fill(QMenu &menu, item::JobId id)
{
    using Move = engine::Engine::Move;
    const auto state = job(id).value_or(engine::JobState());
    menu.addAction(models::icon(u"start"), tr("Start"), this, [this, id] { start(id); })
        ->setEnabled(state.paused || state.counts.paused > 0);
    menu.addAction(models::icon(u"pause"), tr("Pause"), this, [this, id] { pause(id); })
        ->setEnabled(!state.paused && state.counts.open() > 0);
    menu.addAction(models::icon(u"retry"), tr("Retry failed"), this,
                   [this, id] { retryFailed(id); })
        ->setEnabled(state.counts.failed > 0);
    menu.addSeparator();
    menu.addAction(tr("Rename…"), this, [this, id] { rename(id); });
    auto *place = menu.addMenu(tr("Move in the queue"));
    place->addAction(tr("To the top"), this, [this, id] { move(id, Move::Top); });
    place->addAction(tr("Up"), this, [this, id] { move(id, Move::Up); });
    place->addAction(tr("Down"), this, [this, id] { move(id, Move::Down); });
    place->addAction(tr("To the bottom"), this, [this, id] { move(id, Move::Bottom); });
    menu.addSeparator();
    menu.addAction(models::icon(u"export"), tr("Export…"), this,
                   [this, id] { Q_EMIT exportRequested(id); });
    menu.addAction(models::icon(u"open-list"), tr("Open folder"), this,
                   [this, id] { openFolder(id); });
    menu.addAction(models::icon(u"settings"), tr("Settings…"), this,
                   [this, id, name = state.name] { Q_EMIT settingsRequested(id, name); });
    menu.addSeparator();
    menu.addAction(models::icon(u"remove"), tr("Remove…"), this, [this, id] { remove(id); });
}

} // namespace trawl::windows

#include "moc_jobcommands.cpp"
