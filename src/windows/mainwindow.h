// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "desktop/settings.h"
#include "windows/actions.h"
#include "windows/statusline.h"
#include "windows/windowstate.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

#include <memory>
#include <optional>

namespace trawl::models {
class HostModel;
class ItemModel;
class SidebarModel;
class WorkerModel;
} // namespace trawl::models

namespace trawl::adding {
class AddFlow;
class DropTarget;
struct ListInput;
} // namespace trawl::adding

namespace trawl::desktop {
class OfferBar;
} // namespace trawl::desktop

namespace trawl::exporting {
class ExportFlow;
} // namespace trawl::exporting

namespace trawl::windows {

class JobSettings;
class ListCommands;
class ListFilter;
class Presence;
class Scraping;
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

    /// While the session is being opened nothing can be done, which the window shows.
    void setReading(bool reading);
    /// Opens the add dialog with it; nothing for an empty one.
    void add(const adding::ListInput &input);
    /// The end of the program, with a question if something runs.
    void quit();
    /// The same without a question.
    void closeAtOnce();

    /// Keeps how it looks for the next start.
    void saveState() { m_state.save(); }

Q_SIGNALS:
    /// By the person, for good: the program is to end.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void tellWhatDoesNotOpen();
    void setUpViews();
    void setUpFlows();
    void setUpPresence();
    void setUpClipboard();
    void setUpExample();
    void connectActions();
    void connectViewActions();
    void connectSession();
    void follow(desktop::Setting setting);
    void refreshUnits();
    void sayWhatIsUnreadable();
    void take(const engine::ChangeSet &changes);
    void showPreferences();
    template <typename Dialog> void showDialog();
    [[nodiscard]] bool mayQuit();
    void showDetails();
    void connectCommands();
    [[nodiscard]] QString quitQuestion() const;

    std::unique_ptr<Ui::MainWindow> m_ui;
    desktop::Session &m_session;
    desktop::Settings &m_settings;
    desktop::Prompts m_prompts;
    WindowState m_state;
    models::ItemModel *m_items;
    models::SidebarModel *m_sidebar;
    models::WorkerModel *m_workers;
    models::HostModel *m_hosts;
    Actions *m_actions = nullptr;
    Toolbar *m_toolbar;
    StatusLine *m_statusLine;
    adding::DropTarget *m_dropTarget;
    adding::AddFlow *m_addFlow = nullptr;
    exporting::ExportFlow *m_exportFlow = nullptr;
    ListFilter *m_filter = nullptr;
    ListCommands *m_commands = nullptr;
    JobSettings *m_jobSettings = nullptr;
    Scraping *m_scraping = nullptr;
    Presence *m_presence = nullptr;
    desktop::OfferBar *m_clipboardBar;
    desktop::OfferBar *m_afterJobsBar;
    desktop::OfferBar *m_exampleBar;
    StatusFacts m_facts;
    QElapsedTimer m_clock;
    engine::Counts m_counts;
    bool m_anyJobPaused = false;
    bool m_askAtClose = true;
    bool m_quitting = false;
};

} // namespace trawl::windows
