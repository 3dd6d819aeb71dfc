// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/actions.h"
#include "windows/hostcommands.h"
#include "windows/itemcommands.h"
#include "windows/jobcommands.h"

namespace trawl::models {
class HostModel;
class SidebarModel;
} // namespace trawl::models

namespace trawl::windows {

class Sidebar;

/// What keys and menus do to what the lists show. With the keyboard in the sidebar they are for its
/// job, else for the items that are selected in the table.
class ListCommands : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QWidget *window = nullptr;
        const Actions *actions = nullptr;
        ItemTable *table = nullptr;
        Sidebar *sidebar = nullptr;
        const models::SidebarModel *sidebarModel = nullptr;
        const models::HostModel *hostModel = nullptr;
    };

    ListCommands(desktop::Session &session, const desktop::Prompts &prompts, const Parts &parts);

    /// Only those are on that can do something.
    void update(const engine::Counts &counts, bool anyJobPaused);

    [[nodiscard]] ItemCommands &items() { return m_items; }
    [[nodiscard]] JobCommands &jobs() { return m_jobs; }
    [[nodiscard]] HostCommands &hosts() { return m_hosts; }

private:
    void connectActions();
    void connectMenus();
    template <typename OnJob, typename OnItems>
    void onJobOrItems(Action action, OnJob onJob, OnItems onItems);
    void moves(Action action, engine::Engine::Move where);
    /// The job that the sidebar's keys are for: the current one, while the sidebar has the
    /// keyboard.
    [[nodiscard]] std::optional<item::JobId> jobInFocus() const;
    void showItemMenu(const QPoint &at);
    void showJobMenu(const QList<item::JobId> &jobs, const QPoint &globalPosition);
    void showHostMenu(const QList<QByteArray> &origins, const QPoint &globalPosition);

    Parts m_parts;
    JobCommands m_jobs;
    ItemCommands m_items;
    HostCommands m_hosts;
};

} // namespace trawl::windows
