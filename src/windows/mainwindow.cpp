// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/mainwindow.h"

#include "adding/addflow.h"
#include "adding/clipboardwatch.h"
#include "adding/droptarget.h"
#include "desktop/livesettings.h"
#include "desktop/offerbar.h"
#include "desktop/preferencesdialog.h"
#include "exporting/exportflow.h"
#include "models/icons.h"
#include "models/itemmodel.h"
#include "models/sidebarmodel.h"
#include "models/texts.h"
#include "models/workermodel.h"
#include "ui_mainwindow.h"
#include "windows/aboutdialog.h"
#include "windows/exampletour.h"
#include "windows/facetbar.h"
#include "windows/itemcommands.h"
#include "windows/jobcommands.h"
#include "windows/presence.h"
#include "windows/scraping.h"
#include "windows/shortcutsdialog.h"
#include "windows/sidebar.h"
#include "windows/statusline.h"
#include "windows/toolbar.h"

#include <QCloseEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace trawl::windows {

namespace {

void setIcons(Ui::MainWindow &ui)
{
    ui.tabs->setTabIcon(ui.tabs->indexOf(ui.chart), models::icon(u"chart"));
    ui.tabs->setTabIcon(ui.tabs->indexOf(ui.records), models::icon(u"records"));
    ui.tabs->setTabIcon(ui.tabs->indexOf(ui.workers), models::icon(u"worker"));
    ui.tabs->setTabIcon(ui.tabs->indexOf(ui.details), models::icon(u"details"));
    ui.tabs->setTabIcon(ui.tabs->indexOf(ui.log), models::icon(u"log"));
}

} // namespace

MainWindow::MainWindow(desktop::Session &session, desktop::Settings &settings,
                       desktop::Prompts prompts)
    : m_ui(std::make_unique<Ui::MainWindow>())
    , m_session(session)
    , m_settings(settings)
    , m_prompts(std::move(prompts))
    , m_items(new models::ItemModel(this))
    , m_sidebar(new models::SidebarModel(this))
    , m_workers(new models::WorkerModel(this))
    , m_clipboardBar(new desktop::OfferBar(QStringLiteral("paste"), this))
    , m_afterJobsBar(new desktop::OfferBar(QStringLiteral("done"), this))
    , m_exampleBar(new desktop::OfferBar(QStringLiteral("example"), this))
{
    m_clock.start();
    m_jobCommands = new JobCommands(m_session, m_prompts, *this);
    m_ui->setupUi(this);
    setIcons(*m_ui);
    m_actions = new Actions(*this);
    m_actions->fill(*m_ui->menuBar);
    m_actions->fill(*m_ui->toolBar);
    m_actions->addTo(*m_ui->table, ActionScope::Table);
    m_actions->addTo(*m_ui->table, ActionScope::Lists);
    m_actions->addTo(*m_ui->sidebar, ActionScope::Lists);
    if (auto *more = m_ui->menuBar->findChild<QWidget *>(QStringLiteral("qt_menubar_ext_button")))
        more->setAccessibleName(tr("More menus"));
    m_toolbar = new Toolbar(m_ui->toolBar);
    m_statusLine = new StatusLine(this);
    m_ui->statusBar->addWidget(m_statusLine, 1);
    m_dropTarget = new adding::DropTarget(this);
    setUpViews();
    setUpFlows();
    setUpPresence();
    setUpClipboard();
    setUpExample();
    m_scraping = new Scraping(m_session, m_settings, m_prompts,
                              {this, m_ui->records, m_ui->table, m_addFlow, m_exportFlow});
    connect(m_scraping, &Scraping::left, this, &MainWindow::quit);
    connectActions();
    connectViewActions();
    connectSession();
    sayWhatIsUnreadable();
    restoreState();
    updateActions();
}

MainWindow::~MainWindow() = default;

void MainWindow::setReading(bool reading)
{
    setEnabled(!reading);
    m_ui->listPages->setCurrentWidget(reading ? static_cast<QWidget *>(m_ui->readingPage)
                                          : m_ui->emptyPage);
}

void MainWindow::add(const adding::ListInput &input)
{
    m_addFlow->add(input);
}

void MainWindow::quit()
{
    m_quitting = true;
    if (!close())
        m_quitting = false;
}

void MainWindow::closeAtOnce()
{
    m_askAtClose = false;
    quit();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_quitting && m_presence->hidesAtClose()) {
        saveState();
        event->ignore();
        hide();
        m_presence->sayItHides();
        return;
    }
    if (!mayQuit() || !m_scraping->leave()) {
        event->ignore();
        return;
    }
    saveState();
    event->accept();
    Q_EMIT closed();
}

bool MainWindow::mayQuit()
{
    const auto question = quitQuestion();
    if (!m_askAtClose || question.isEmpty() ||
        !m_settings.get<bool>(desktop::Setting::AskBeforeQuit))
        return true;
    const auto answer = m_prompts.confirmQuit(this, question);
    if (answer.quit && !answer.askAgain)
        m_settings.set(desktop::Setting::AskBeforeQuit, false);
    return answer.quit;
}

void MainWindow::setUpViews()
{
    m_ui->table->setItems(m_items);
    m_ui->sidebar->setSidebar(m_sidebar);
    connect(m_ui->sidebar, &Sidebar::filterChanged, this, &MainWindow::showFilter);
    connect(m_ui->facets, &FacetBar::chosen, this, &MainWindow::showFilter);
    connect(m_ui->facets, &FacetBar::retryWanted, this, &MainWindow::retry);
    connect(m_items, &models::ItemModel::causesChanged, this,
            [this] { m_ui->facets->setCauses(m_items->causes()); });
    m_ui->workers->setUp(*m_workers, m_session);
    m_ui->details->setUp({m_ui->table, &m_session, &m_prompts});
    m_ui->log->setUp(m_prompts);
    m_ui->listPages->setCurrentWidget(m_ui->emptyPage);
}

void MainWindow::setUpFlows()
{
    m_commands = new ItemCommands(m_session, *m_ui->table, m_prompts);
    m_commands->setParent(this);
    m_addFlow = new adding::AddFlow(m_session, m_settings, m_prompts,
                                    {this, m_ui->importBar, m_ui->messages});
    m_exportFlow = new exporting::ExportFlow(m_session.path(), m_settings, m_prompts,
                                             {this, m_ui->table, m_items, m_ui->exportBars});
    connect(m_dropTarget, &adding::DropTarget::dropped, m_addFlow, &adding::AddFlow::add);
    connect(m_ui->emptyPage, &EmptyPage::pasteClicked, m_addFlow, &adding::AddFlow::paste);
    connect(m_ui->emptyPage, &EmptyPage::newJobClicked, m_addFlow, &adding::AddFlow::newJob);
    connect(m_ui->emptyPage, &EmptyPage::openClicked, m_addFlow, &adding::AddFlow::openLists);
    connect(m_exportFlow, &exporting::ExportFlow::done, this, [this](const QString &message) {
        m_ui->log->add(message);
        m_ui->statusBar->showMessage(message, 15'000);
    });
}

void MainWindow::setUpPresence()
{
    m_ui->centralLayout->insertWidget(1, m_afterJobsBar);
    m_presence = new Presence(m_settings, m_prompts, {this, m_afterJobsBar});
    auto &tray = m_presence->tray();
    connect(&tray, &desktop::Tray::pauseWanted, this,
            [this] { m_session.post([](engine::Engine &engine) { engine.pauseAll(); }); });
    connect(&tray, &desktop::Tray::resumeWanted, this,
            [this] { m_session.post([](engine::Engine &engine) { engine.resumeAll(); }); });
    connect(&tray, &desktop::Tray::pasteWanted, this, [this] {
        show();
        activateWindow();
        m_addFlow->paste();
    });
    connect(m_presence, &Presence::quitWanted, this, &MainWindow::quit);
    connect(m_presence, &Presence::jobWanted, this, &MainWindow::showJob);
    connect(m_presence, &Presence::logged, this,
            [this](const QString &text) { m_ui->log->add(text); });
}

void MainWindow::setUpClipboard()
{
    m_ui->centralLayout->insertWidget(1, m_clipboardBar);
    auto *watch = new adding::ClipboardWatch(m_settings, this);
    connect(watch, &adding::ClipboardWatch::found, this, [this](const QString &links, int count) {
        m_clipboardBar->show(
            tr("%Ln link(s) in the clipboard", nullptr, count),
            {{tr("A&dd…"), [this, links] { m_addFlow->add({.text = links, .files = {}}); }},
             {tr("I&gnore"), {}}});
    });
}

void MainWindow::setUpExample()
{
    m_ui->centralLayout->insertWidget(1, m_exampleBar);
    auto *tour =
        new ExampleTour(m_session, m_settings, m_prompts, {this, m_exampleBar, m_ui->messages});
    connect(m_ui->emptyPage, &EmptyPage::exampleClicked, tour, &ExampleTour::begin);
    connect(m_presence, &Presence::jobEnded, tour, &ExampleTour::jobEnded);
    connect(tour, &ExampleTour::began, this, [this] {
        if (auto *records = m_ui->tabs->findChild<QWidget *>(QStringLiteral("records")))
            m_ui->tabs->setCurrentWidget(records);
    });
}

void MainWindow::connectActions()
{
    const auto &actions = *m_actions;
    actions.on(Action::NewJob, m_addFlow, &adding::AddFlow::newJob);
    actions.on(Action::Paste, m_addFlow, &adding::AddFlow::paste);
    actions.on(Action::OpenList, m_addFlow, &adding::AddFlow::openLists);
    actions.on(Action::Export, m_exportFlow, &exporting::ExportFlow::begin);
    actions.on(Action::Preferences, this, &MainWindow::showPreferences);
    actions.on(Action::Quit, this, &MainWindow::quit);
    actions.on(Action::Start, m_commands, &ItemCommands::start);
    actions.on(Action::Pause, m_commands, &ItemCommands::pause);
    actions.on(Action::Retry, m_commands, &ItemCommands::retryFailed);
    actions.on(Action::Open, m_commands, &ItemCommands::activate);
    actions.on(Action::Details, this, &MainWindow::showDetails);
    actions.on(Action::CopyLinks, m_commands, &ItemCommands::copyLinks);
    actions.on(Action::CopyReasons, m_commands, &ItemCommands::copyReasons);
    actions.on(Action::CopyCurl, m_commands, &ItemCommands::copyAsCurl);
    actions.on(Action::SelectAll, m_commands, &ItemCommands::selectAll);
    actions.on(Action::InvertSelection, m_commands, &ItemCommands::invertSelection);
    onJobOrItems(Action::Toggle, &JobCommands::toggle, &ItemCommands::toggle);
    onJobOrItems(Action::Remove, &JobCommands::remove, &ItemCommands::remove);
    actions.on(Action::Find, m_toolbar, &Toolbar::focusSearch);
    connect(m_ui->table, &QTableView::doubleClicked, m_commands, &ItemCommands::activate);
    connect(m_ui->sidebar, &Sidebar::jobMenuWanted, this, &MainWindow::showJobMenu);
    connect(m_commands, &ItemCommands::detailsRequested, this, &MainWindow::showDetails);
    connect(m_commands, &ItemCommands::showHostRequested, this, &MainWindow::showHost);
    connect(m_commands, &ItemCommands::said, this,
            [this](const QString &text) { m_ui->statusBar->showMessage(text, 5000); });
    connect(m_jobCommands, &JobCommands::exportRequested, m_exportFlow,
            &exporting::ExportFlow::begin);
    connectToolbar();
    connect(m_ui->table, &QWidget::customContextMenuRequested, this, &MainWindow::showItemMenu);
    connect(m_ui->table, &ItemTable::selectionMoved, this, &MainWindow::updateActions);
    actions.on(Action::RecipeEditor, m_scraping, &Scraping::openEditor);
    actions.on(Action::Shortcuts, this, &MainWindow::showDialog<ShortcutsDialog>);
    actions.on(Action::About, this, &MainWindow::showDialog<AboutDialog>);
    connect(m_statusLine, &StatusLine::titleChanged, this, [this](const QString &title) {
        setWindowTitle(title);
        m_presence->showFacts(m_facts);
    });
}

void MainWindow::connectToolbar()
{
    connect(m_toolbar, &Toolbar::searchChanged, this, &MainWindow::showFilter);
    connect(m_ui->chart, &charts::ChartPage::rangeSelected, this, &MainWindow::showEnded);
    connect(m_ui->chart, &charts::ChartPage::rangeCleared, this, [this] { showEnded(0, 0); });
    connect(m_ui->facets, &FacetBar::endedCleared, m_ui->chart, &charts::ChartPage::clearRange);
    connect(m_toolbar, &Toolbar::rateLimitChosen, this,
            [this](qint64 limit) { m_settings.set(desktop::Setting::RateLimit, limit); });
    connect(m_toolbar, &Toolbar::workersChosen, this,
            [this](int workers) { m_settings.set(desktop::Setting::Workers, workers); });
}

void MainWindow::connectViewActions()
{
    const auto shows = [this](Action action, desktop::Setting setting, QWidget *part) {
        auto &entry = (*m_actions)[action];
        const bool shown = m_settings.get<bool>(setting);
        entry.setChecked(shown);
        part->setVisible(shown);
        connect(&entry, &QAction::toggled, this, [this, setting, part](bool on) {
            part->setVisible(on);
            m_settings.set(setting, on);
        });
    };
    shows(Action::ShowToolBar, desktop::Setting::ShowToolBar, m_ui->toolBar);
    shows(Action::ShowSidebar, desktop::Setting::ShowSidebar, m_ui->sidebar);
    shows(Action::ShowTabs, desktop::Setting::ShowTabs, m_ui->tabs);
    connect(&(*m_actions)[Action::SiUnits], &QAction::toggled, this, [this](bool on) {
        m_settings.setChoice(desktop::Setting::Units,
                             int(on ? models::Units::Si : models::Units::Iec));
    });
}

std::optional<item::JobId> MainWindow::jobInFocus() const
{
    const auto jobs = m_sidebar->filterFor({m_ui->sidebar->currentIndex()}).jobs;
    return m_ui->sidebar->hasFocus() && jobs.size() == 1 ? std::optional(jobs.first())
                                                         : std::nullopt;
}

/// With the keyboard in the sidebar keys and menu are for its job, else for the selected items.
template <typename OnJob, typename OnItems>
void MainWindow::onJobOrItems(Action action, OnJob onJob, OnItems onItems)
{
    connect(&(*m_actions)[action], &QAction::triggered, this, [this, onJob, onItems] {
        if (const auto job = jobInFocus())
            (m_jobCommands->*onJob)(*job);
        else if (!m_ui->sidebar->hasFocus())
            (m_commands->*onItems)();
    });
}

void MainWindow::showDetails()
{
    m_ui->tabs->setCurrentWidget(m_ui->details);
}

void MainWindow::showHost(const QByteArray &origin)
{
    m_toolbar->setSearchText(QStringLiteral("host:") +
                             QString::fromUtf8(origin).section(QStringLiteral("://"), 1));
}

void MainWindow::connectSession()
{
    auto *live = new desktop::LiveSettings(m_settings, m_session, this);
    connect(live, &desktop::LiveSettings::unitsChanged, this, &MainWindow::refreshUnits);
    connect(&m_settings, &desktop::Settings::changed, this, &MainWindow::follow);
    follow(desktop::Setting::RateLimit);
    follow(desktop::Setting::Units);
    connect(&m_session, &desktop::Session::changed, this, &MainWindow::take);
    connect(&m_session, &desktop::Session::logged, m_ui->log, &LogPage::add);
    connect(m_ui->log, &LogPage::saveFailed, m_ui->messages, &desktop::MessageBar::showError);
    connect(&m_session, &desktop::Session::failed, this, [this](const item::Failure &failure) {
        m_ui->messages->showError(models::Texts::failure(failure));
        m_ui->log->add(models::Texts::failure(failure), engine::LogLevel::Error);
    });
}

/// What the window itself shows of a setting.
void MainWindow::follow(desktop::Setting setting)
{
    if (setting == desktop::Setting::RateLimit)
        m_toolbar->setRateLimit(m_settings.get<qint64>(setting));
    else if (setting == desktop::Setting::Units)
        (*m_actions)[Action::SiUnits].setChecked(m_settings.choice<models::Units>(setting) ==
                                                 models::Units::Si);
}

void MainWindow::refreshUnits()
{
    m_toolbar->refreshUnits();
    m_statusLine->setFacts(m_facts);
    const auto views = findChildren<QAbstractItemView *>();
    for (auto *view : views)
        view->viewport()->update();
}

void MainWindow::sayWhatIsUnreadable()
{
    const auto sentences = m_settings.setAsideUnreadable();
    for (const auto &sentence : sentences)
        m_ui->log->add(sentence);
    if (!sentences.isEmpty())
        m_ui->messages->showError(sentences.join(u'\n'));
}

void MainWindow::restoreState()
{
    restoreGeometry(m_settings.get<QByteArray>(desktop::Setting::Geometry));
    if (!m_ui->sideSplitter->restoreState(
            m_settings.get<QByteArray>(desktop::Setting::SideSplitter)))
        m_ui->sideSplitter->setSizes({200, 1000});
    if (!m_ui->listSplitter->restoreState(
            m_settings.get<QByteArray>(desktop::Setting::ListSplitter)))
        m_ui->listSplitter->setSizes({500, 240});
    m_ui->table->restoreColumns(m_settings.get<QByteArray>(desktop::Setting::ItemColumns));
    m_ui->workers->restoreColumns(m_settings.get<QByteArray>(desktop::Setting::WorkerColumns));
    m_ui->chart->setView(charts::ChartView(m_settings.get<int>(desktop::Setting::ChartView)));
    m_ui->chart->setSpan(
        rates::RateHistory::Span(m_settings.get<int>(desktop::Setting::ChartSpan)));
    m_ui->details->restoreColumns(m_settings.get<QByteArray>(desktop::Setting::DetailColumns));
    const auto tab = m_settings.get<QString>(desktop::Setting::BottomTab);
    if (auto *page = m_ui->tabs->findChild<QWidget *>(tab))
        m_ui->tabs->setCurrentWidget(page);
}

void MainWindow::saveState()
{
    m_settings.set(desktop::Setting::Geometry, saveGeometry());
    m_settings.set(desktop::Setting::SideSplitter, m_ui->sideSplitter->saveState());
    m_settings.set(desktop::Setting::ListSplitter, m_ui->listSplitter->saveState());
    m_settings.set(desktop::Setting::ItemColumns, m_ui->table->saveColumns());
    m_settings.set(desktop::Setting::WorkerColumns, m_ui->workers->saveColumns());
    m_settings.set(desktop::Setting::DetailColumns, m_ui->details->saveColumns());
    m_settings.set(desktop::Setting::BottomTab, m_ui->tabs->currentWidget()->objectName());
    m_settings.set(desktop::Setting::ChartView, int(m_ui->chart->view()));
    m_settings.set(desktop::Setting::ChartSpan, int(m_ui->chart->span()));
}

void MainWindow::take(const engine::ChangeSet &changes)
{
    m_items->apply(changes);
    m_sidebar->apply(changes);
    m_workers->apply(changes.workers, m_clock.elapsed());
    m_exportFlow->setJobs(changes.jobs);
    m_ui->chart->restore(changes.earlierSamples);
    m_jobCommands->apply(changes.jobs);
    m_ui->chart->add(changes.samples);
    m_facts = StatusFacts::of(changes);
    m_statusLine->setFacts(m_facts);
    m_presence->take(changes);
    m_ui->records->apply(changes);
    m_toolbar->setWorkers(int(changes.workers.size()));
    m_counts = changes.counts;
    m_anyJobPaused = std::ranges::any_of(changes.jobs, &engine::JobState::paused);
    m_ui->listPages->setCurrentWidget(m_counts.total() > 0 ? static_cast<QWidget *>(m_ui->table)
                                                       : m_ui->emptyPage);
    updateActions();
    // Behind the repaint that this has caused.
    QTimer::singleShot(0, this, [this] { m_session.requestChanges(); });
}

void MainWindow::showFilter()
{
    auto filter = m_ui->sidebar->filter();
    filter.search = m_toolbar->search();
    m_ui->facets->addTo(filter);
    m_ui->facets->setBase(filter);
    m_ui->facets->setHints(filter.search.hints);
    if (filter.jobs.size() == 1)
        m_ui->records->showJob(filter.jobs.first());
    m_items->setFilter(filter);
}

void MainWindow::showEnded(qint64 fromMs, qint64 toMs)
{
    m_ui->facets->setEnded(fromMs, toMs);
    showFilter();
}

void MainWindow::retry(const models::ItemFilter &these)
{
    m_items->findIds(these, this, [this](const QList<item::ItemId> &ids) {
        m_session.post([ids](engine::Engine &engine) { engine.resumeItems(ids); });
    });
}

void MainWindow::updateActions()
{
    const auto &actions = *m_actions;
    actions[Action::Pause].setEnabled(m_counts.open() > 0);
    actions[Action::Retry].setEnabled(m_counts.failed > 0);
    actions[Action::Export].setEnabled(m_counts.total() > 0);
    const auto any = m_ui->table->hasSelection();
    actions[Action::Start].setEnabled(m_counts.paused > 0 || m_anyJobPaused || any);
    actions[Action::CopyLinks].setEnabled(any);
    actions[Action::CopyReasons].setEnabled(any);
    for (const auto action :
         {Action::Open, Action::Details, Action::CopyCurl, Action::InvertSelection})
        actions[action].setEnabled(any);
}

void MainWindow::showItemMenu(const QPoint &at)
{
    if (!m_ui->table->hasSelection())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_commands->fill(*menu, *m_actions);
    menu->popup(m_ui->table->viewport()->mapToGlobal(at));
}

void MainWindow::showJob(item::JobId job)
{
    const auto jobs = m_sidebar->index(1, 0);
    for (int row = 0; row < m_sidebar->rowCount(jobs); ++row) {
        const auto index = m_sidebar->index(row, 0, jobs);
        if (m_sidebar->filterFor({index}).jobs == QList{job})
            m_ui->sidebar->setCurrentIndex(index);
    }
}

void MainWindow::showPreferences()
{
    const auto unavailable = [this](desktop::Setting setting) {
        const bool needsTray =
            setting == desktop::Setting::CloseToTray || setting == desktop::Setting::StartHidden;
        return needsTray && !m_presence->hasTray()
                   ? tr("This desktop has no tray: there would be no way back to the window.")
                   : QString();
    };
    auto *dialog = new desktop::PreferencesDialog(m_settings, m_prompts, unavailable, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

template <typename Dialog> void MainWindow::showDialog()
{
    auto *dialog = new Dialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showJobMenu(const QList<item::JobId> &jobs, const QPoint &at)
{
    if (jobs.size() != 1)
        return;
    auto menu = std::make_unique<QMenu>(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_jobCommands->fill(*menu, jobs.first());
    menu.release()->popup(at);
}

QString MainWindow::quitQuestion() const
{
    if (m_addFlow->isImporting())
        return tr("A list is still being read. What was read is kept. Quit?");
    if (m_counts.running > 0) {
        return tr("%Ln download(s) are running. They go on at the next start. Quit?", nullptr,
                  int(m_counts.running));
    }
    return {};
}

} // namespace trawl::windows
