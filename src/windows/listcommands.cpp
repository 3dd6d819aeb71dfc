// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/listcommands.h"

#include "models/hostmodel.h"
#include "models/sidebarmodel.h"
#include "windows/sidebar.h"

#include <QAction>
#include <QMenu>

namespace trawl::windows {

namespace {

QMenu *newMenu(QWidget *window)
{
    auto *menu = new QMenu(window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

} // namespace

ListCommands::ListCommands(desktop::Session &session, const desktop::Prompts &prompts,
                           const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
    , m_jobs(session, prompts, *parts.window)
    , m_items(session, *parts.table, m_jobs, prompts)
    , m_hosts(session, *parts.window)
{
    connectActions();
    connectMenus();
}

void ListCommands::connectActions()
{
    const auto &actions = *m_parts.actions;
    actions.on(Action::Start, &m_items, &ItemCommands::start);
    actions.on(Action::Pause, &m_items, &ItemCommands::pause);
    actions.on(Action::Retry, &m_items, &ItemCommands::retryFailed);
    actions.on(Action::StartAll, &m_jobs, &JobCommands::startAll);
    actions.on(Action::PauseAll, &m_jobs, &JobCommands::pauseAll);
    actions.on(Action::Open, &m_items, &ItemCommands::activate);
    actions.on(Action::CopyLinks, &m_items, &ItemCommands::copyLinks);
    actions.on(Action::CopyReasons, &m_items, &ItemCommands::copyReasons);
    actions.on(Action::CopyCurl, &m_items, &ItemCommands::copyAsCurl);
    actions.on(Action::SelectAll, &m_items, &ItemCommands::selectAll);
    actions.on(Action::InvertSelection, &m_items, &ItemCommands::invertSelection);
    onJobOrItems(Action::Toggle, &JobCommands::toggle, &ItemCommands::toggle);
    onJobOrItems(Action::Remove, &JobCommands::remove, &ItemCommands::remove);
    actions.on(Action::RemoveFinished, &m_items, &ItemCommands::removeFinished);
    using Move = engine::Engine::Move;
    moves(Action::MoveTop, Move::Top);
    moves(Action::MoveUp, Move::Up);
    moves(Action::MoveDown, Move::Down);
    moves(Action::MoveBottom, Move::Bottom);
}

void ListCommands::connectMenus()
{
    connect(m_parts.table, &QTableView::doubleClicked, &m_items, &ItemCommands::activate);
    connect(m_parts.table, &QWidget::customContextMenuRequested, this, &ListCommands::showItemMenu);
    connect(m_parts.sidebar, &Sidebar::jobMenuWanted, this, &ListCommands::showJobMenu);
    connect(m_parts.sidebar, &Sidebar::hostMenuWanted, this, &ListCommands::showHostMenu);
}

void ListCommands::update(const engine::Counts &counts, bool anyJobPaused)
{
    const auto &actions = *m_parts.actions;
    const auto any = m_parts.table->hasSelection();
    const bool anyPaused = counts.paused > 0 || anyJobPaused;
    for (const auto action : {Action::Pause, Action::PauseAll})
        actions[action].setEnabled(counts.open() > 0);
    actions[Action::Retry].setEnabled(counts.failed > 0);
    actions[Action::RemoveFinished].setEnabled(counts.done > 0);
    actions[Action::Start].setEnabled(anyPaused || any);
    actions[Action::StartAll].setEnabled(anyPaused);
    for (const auto action : {Action::Open, Action::Details, Action::CopyLinks, Action::CopyReasons,
                              Action::CopyCurl, Action::InvertSelection})
        actions[action].setEnabled(any);
}

std::optional<item::JobId> ListCommands::jobInFocus() const
{
    const auto *sidebar = m_parts.sidebar;
    const auto jobs = m_parts.sidebarModel->filterFor({sidebar->currentIndex()}).jobs;
    return sidebar->hasFocus() && jobs.size() == 1 ? std::optional(jobs.first()) : std::nullopt;
}

template <typename OnJob, typename OnItems>
void ListCommands::onJobOrItems(Action action, OnJob onJob, OnItems onItems)
{
    connect(&(*m_parts.actions)[action], &QAction::triggered, this, [this, onJob, onItems] {
        if (const auto job = jobInFocus())
            std::invoke(onJob, m_jobs, *job);
        else if (!m_parts.sidebar->hasFocus())
            std::invoke(onItems, m_items);
    });
}

void ListCommands::moves(Action action, engine::Engine::Move where)
{
    onJobOrItems(
        action, [where](JobCommands &jobs, item::JobId job) { jobs.move(job, where); },
        [where](ItemCommands &items) { items.move(where); });
}

void ListCommands::showItemMenu(const QPoint &at)
{
    if (!m_parts.table->hasSelection())
        return;
    auto *menu = newMenu(m_parts.window);
    m_items.fill(*menu, *m_parts.actions);
    menu->popup(m_parts.table->viewport()->mapToGlobal(at));
}

void ListCommands::showJobMenu(const QList<item::JobId> &jobs, const QPoint &globalPosition)
{
    if (jobs.size() != 1)
        return;
    auto *menu = newMenu(m_parts.window);
    m_jobs.fill(*menu, jobs.first());
    menu->popup(globalPosition);
}

void ListCommands::showHostMenu(const QList<QByteArray> &origins, const QPoint &globalPosition)
{
    QList<engine::HostRow> hosts;
    for (const auto &origin : origins) {
        if (const auto row = m_parts.hostModel->rowOfHost(origin); row >= 0)
            hosts.append(m_parts.hostModel->hostAt(row));
    }
    if (hosts.isEmpty())
        return;
    auto *menu = newMenu(m_parts.window);
    m_hosts.fill(*menu, hosts);
    menu->popup(globalPosition);
}

} // namespace trawl::windows

#include "moc_listcommands.cpp"
