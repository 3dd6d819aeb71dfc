// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "desktop/settings.h"
#include "windows/actions.h"
#include "windows/statusline.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

#include <memory>
#include <optional>

namespace trawl::models {
class ItemModel;
struct ItemFilter;
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

class ItemCommands;
class JobCommands;
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
    void saveState();
    void showJob(item::JobId job);

Q_SIGNALS:
    /// By the person, for good: the program is to end.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
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
    void restoreState();
    void take(const engine::ChangeSet &changes);
    void showFilter();
    void showEnded(qint64 fromMs, qint64 toMs);
    void retry(const models::ItemFilter &these);
    void updateActions();
    void showItemMenu(const QPoint &at);
    void showPreferences();
    template <typename Dialog> void showDialog();
    [[nodiscard]] bool mayQuit();
    void showJobMenu(const QList<item::JobId> &jobs, const QPoint &at);
    void showDetails();
    void showHost(const QByteArray &origin);
    void connectToolbar();
    /// The job that the sidebar's keys are for: the current one, while the sidebar has the
    /// keyboard.
    [[nodiscard]] std::optional<item::JobId> jobInFocus() const;
    template <typename OnJob, typename OnItems>
    void onJobOrItems(Action action, OnJob onJob, OnItems onItems);
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
    Scraping *m_scraping = nullptr;
    Presence *m_presence = nullptr;
    desktop::OfferBar *m_clipboardBar;
    desktop::OfferBar *m_afterJobsBar;
    desktop::OfferBar *m_exampleBar;
    StatusFacts m_facts;
    JobCommands *m_jobCommands;
    QElapsedTimer m_clock;
    engine::Counts m_counts;
    bool m_anyJobPaused = false;
    bool m_askAtClose = true;
    bool m_quitting = false;
};

} // namespace trawl::windows
