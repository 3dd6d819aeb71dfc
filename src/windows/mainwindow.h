// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/prompts.h"
#include "windows/session.h"
#include "windows/settings.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

namespace trawl::models {
class ItemModel;
class SidebarModel;
class WorkerModel;
} // namespace trawl::models

namespace trawl::windows {

class AddFlow;
class DropTarget;
class ExportFlow;
class ItemCommands;
class StatusLine;
class Toolbar;
struct ListInput;

namespace Ui {
class MainWindow;
}

/// The window of Trawl: shows a session and passes on what the person wants. The session must be
/// open and outlives the window.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Session &session, QSettings &settings, Prompts prompts);
    ~MainWindow() override;

    /// Opens the add dialog with it; nothing for an empty one.
    void add(const ListInput &input);
    /// The same as the person closing the window, but without a question.
    void closeAtOnce();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void setUpViews();
    void setUpFlows();
    void connectActions();
    void connectSession();
    void restoreState();
    void saveState();
    void take(const engine::ChangeSet &changes);
    void showFilter();
    void updateActions();
    void showItemMenu(const QPoint &at);
    [[nodiscard]] QString quitQuestion() const;

    std::unique_ptr<Ui::MainWindow> m_ui;
    Session &m_session;
    Settings m_settings;
    Prompts m_prompts;
    models::ItemModel *m_items;
    models::SidebarModel *m_sidebar;
    models::WorkerModel *m_workers;
    Toolbar *m_toolbar;
    StatusLine *m_statusLine;
    DropTarget *m_dropTarget;
    AddFlow *m_addFlow = nullptr;
    ExportFlow *m_exportFlow = nullptr;
    ItemCommands *m_commands = nullptr;
    engine::Counts m_counts;
    bool m_anyJobPaused = false;
    bool m_askAtClose = true;
};

} // namespace trawl::windows
