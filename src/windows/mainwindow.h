// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "desktop/settings.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

namespace trawl::models {
class ItemModel;
class SidebarModel;
class WorkerModel;
} // namespace trawl::models

namespace trawl::adding {
class AddFlow;
class DropTarget;
struct ListInput;
} // namespace trawl::adding

namespace trawl::exporting {
class ExportFlow;
} // namespace trawl::exporting

namespace trawl::windows {

class Actions;
class ItemCommands;
class StatusLine;
class Toolbar;

namespace Ui {
class MainWindow;
}

/// The window of Trawl: shows a session and passes on what the person wants. The session must be
/// open; it and the settings outlive the window.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(desktop::Session &session, desktop::Settings &settings, desktop::Prompts prompts);
    ~MainWindow() override;

    /// Opens the add dialog with it; nothing for an empty one.
    void add(const adding::ListInput &input);
    /// The same as the person closing the window, but without a question.
    void closeAtOnce();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void setUpViews();
    void setUpFlows();
    void connectActions();
    void connectSession();
    void sayWhatIsUnreadable();
    void restoreState();
    void saveState();
    void take(const engine::ChangeSet &changes);
    void showFilter();
    void updateActions();
    void showItemMenu(const QPoint &at);
    [[nodiscard]] QString quitQuestion() const;

    std::unique_ptr<Ui::MainWindow> m_ui;
    desktop::Session &m_session;
    desktop::Settings &m_settings;
    desktop::Prompts m_prompts;
    models::ItemModel *m_items;
    models::SidebarModel *m_sidebar;
    models::WorkerModel *m_workers;
    Actions *m_actions = nullptr;
    Toolbar *m_toolbar;
    StatusLine *m_statusLine;
    adding::DropTarget *m_dropTarget;
    adding::AddFlow *m_addFlow = nullptr;
    exporting::ExportFlow *m_exportFlow = nullptr;
    ItemCommands *m_commands = nullptr;
    engine::Counts m_counts;
    bool m_anyJobPaused = false;
    bool m_askAtClose = true;
};

} // namespace trawl::windows
