// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/mainwindow.h"

#include "adding/addflow.h"
#include "adding/clipboardwatch.h"
#include "adding/droptarget.h"
#include "desktop/livesettings.h"
#include "desktop/offerbar.h"
#include "desktop/preferencesdialog.h"
#include "desktop/wheelfields.h"
#include "exporting/exportflow.h"
#include "models/hostmodel.h"
#include "models/icons.h"
#include "models/itemmodel.h"
#include "models/sidebarmodel.h"
#include "models/texts.h"
#include "models/workermodel.h"
#include "ui_mainwindow.h"
#include "windows/aboutdialog.h"
#include "windows/exampletour.h"
#include "windows/facetbar.h"
#include "windows/jobsettings.h"
#include "windows/listcommands.h"
#include "windows/listfilter.h"
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
    ui.tabs->setTabIcon(ui.tabs->indexOf(ui.hosts), models::icon(u"host"));
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
    , m_state(*this, *m_ui, m_settings)
    , m_items(new models::ItemModel(this))
    , m_sidebar(new models::SidebarModel(this))
    , m_workers(new models::WorkerModel(this))
    , m_hosts(new models::HostModel(this))
    , m_clipboardBar(new desktop::OfferBar(QStringLiteral("paste"), this))
    , m_afterJobsBar(new desktop::OfferBar(QStringLiteral("done"), this))
    , m_exampleBar(new desktop::OfferBar(QStringLiteral("example"), this))
{
    m_clock.start();
    new desktop::WheelFields(this);
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
    tellWhatDoesNotOpen();
    setUpViews();
    setUpFlows();
    setUpPresence();
    setUpClipboard();
    setUpExample();
    m_jobSettings = new JobSettings(m_session, m_prompts, *this);
    m_scraping =
        new Scraping(m_session, m_settings, m_prompts,
                     {this, m_ui->records, m_ui->table, m_addFlow, m_exportFlow, m_jobSettings});
    connect(m_scraping, &Scraping::left, this, &MainWindow::quit);
    connectActions();
    connectCommands();
    connectViewActions();
    connectSession();
    sayWhatIsUnreadable();
    m_state.restore();
    m_commands->update(m_counts, m_anyJobPaused);
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
        m_state.save();
        event->ignore();
        hide();
        m_presence->sayItHides();
        return;
    }
    if (!mayQuit() || !m_scraping->leave()) {
        event->ignore();
        return;
    }
    m_state.save();
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

/// By whichever part of the window it was asked for.
void MainWindow::tellWhatDoesNotOpen()
{
    m_prompts.openUrl = [this, open = m_prompts.openUrl](const QUrl &url) {
        const bool opened = open(url);
        if (!opened)
            m_ui->messages->showError(desktop::notOpenedText(url));
        return opened;
    };
}

void MainWindow::setUpViews()
{
    m_ui->table->setItems(m_items);
    m_ui->sidebar->setSidebar(m_sidebar);
    m_filter = new ListFilter({.parent = this,
                               .items = m_items,
                               .sidebarModel = m_sidebar,
                               .sidebar = m_ui->sidebar,
                               .toolbar = m_toolbar,
                               .facets = m_ui->facets,
                               .chart = m_ui->chart,
                               .records = m_ui->records});
    m_commands = new ListCommands(m_session, m_prompts,
                                  {.window = this,
                                   .actions = m_actions,
                                   .table = m_ui->table,
                                   .sidebar = m_ui->sidebar,
                                   .sidebarModel = m_sidebar,
                                   .hostModel = m_hosts});
    m_ui->workers->setUp(*m_workers, m_session);
    m_ui->hosts->setUp(*m_hosts, m_commands->hosts());
    m_ui->details->setUp({m_ui->table, &m_session, &m_prompts});
    m_ui->log->setUp(m_prompts);
    m_ui->listPages->setCurrentWidget(m_ui->emptyPage);
}

void MainWindow::setUpFlows()
{
    m_addFlow = new adding::AddFlow(m_session, m_settings, m_prompts,
                                    {this, m_ui->importBar, m_ui->messages});
    m_exportFlow = new exporting::ExportFlow(
        m_session.path(), m_settings, m_prompts,
        {this, m_ui->table, m_items, &m_ui->table->selected(), m_ui->exportBars});
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
    auto &jobs = m_commands->jobs();
    connect(&tray, &desktop::Tray::pauseWanted, &jobs, &JobCommands::pauseAll);
    connect(&tray, &desktop::Tray::resumeWanted, &jobs, &JobCommands::startAll);
    connect(&tray, &desktop::Tray::pasteWanted, this, [this] {
        show();
        activateWindow();
        m_addFlow->paste();
    });
    connect(m_presence, &Presence::quitWanted, this, &MainWindow::quit);
    connect(m_presence, &Presence::jobWanted, m_filter, &ListFilter::showJob);
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
    actions.on(Action::Details, this, &MainWindow::showDetails);
    actions.on(Action::Find, m_toolbar, &Toolbar::focusSearch);
    connect(m_toolbar, &Toolbar::barWanted, &(*m_actions)[Action::ShowToolBar],
            [this] { (*m_actions)[Action::ShowToolBar].setChecked(true); });
    connect(m_toolbar, &Toolbar::rateLimitChosen, this,
            [this](qint64 limit) { m_settings.set(desktop::Setting::RateLimit, limit); });
    connect(m_toolbar, &Toolbar::workersChosen, this,
            [this](int workers) { m_settings.set(desktop::Setting::Workers, workers); });
    actions.on(Action::RecipeEditor, m_scraping, &Scraping::openEditor);
    actions.on(Action::Shortcuts, this, &MainWindow::showDialog<ShortcutsDialog>);
    actions.on(Action::About, this, &MainWindow::showDialog<AboutDialog>);
    connect(m_statusLine, &StatusLine::titleChanged, this, [this](const QString &title) {
        setWindowTitle(title);
        m_presence->showFacts(m_facts);
    });
}

void MainWindow::connectCommands()
{
    auto &items = m_commands->items();
    auto &jobs = m_commands->jobs();
    auto &hosts = m_commands->hosts();
    connect(m_ui->table, &ItemTable::selectionMoved, this,
            [this] { m_commands->update(m_counts, m_anyJobPaused); });
    connect(&items, &ItemCommands::detailsRequested, this, &MainWindow::showDetails);
    connect(&items, &ItemCommands::showHostRequested, m_filter, &ListFilter::showHost);
    connect(&items, &ItemCommands::said, this,
            [this](const QString &text) { m_ui->statusBar->showMessage(text, 5000); });
    connect(m_ui->records, &recipes::RecordsPage::said, this,
            [this](const QString &text) { m_ui->statusBar->showMessage(text, 15'000); });
    connect(&jobs, &JobCommands::exportRequested, m_exportFlow,
            &exporting::ExportFlow::beginWithJob);
    connect(&jobs, &JobCommands::settingsRequested, m_jobSettings, &JobSettings::edit);
    connect(&hosts, &HostCommands::showRequested, m_filter, &ListFilter::showHost);
    using Ids = QList<item::ItemId>;
    connect(m_filter, &ListFilter::retryWanted, this, [this](const Ids &ids) {
        m_session.post([ids](engine::Engine &engine) { engine.resumeItems(ids); });
    });
    connect(m_filter, &ListFilter::exportWanted, this, [this](const Ids &ids) {
        m_exportFlow->beginWith(
            std::make_shared<const std::vector<item::ItemId>>(ids.begin(), ids.end()));
    });
    connect(m_filter, &ListFilter::limitWanted, &hosts,
            [&hosts](const QList<QByteArray> &origins) { hosts.limit(origins, {}); });
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

void MainWindow::showDetails()
{
    m_ui->tabs->setCurrentWidget(m_ui->details);
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
    m_ui->fullDisks->watch(m_session);
    connect(&m_session, &desktop::Session::diskFull, this, [this](const engine::FullDisk &disk) {
        m_ui->log->add(models::Texts::failure(disk.failure), engine::LogLevel::Error);
    });
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
    m_ui->chart->refreshUnits();
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

void MainWindow::take(const engine::ChangeSet &changes)
{
    m_items->apply(changes);
    m_sidebar->apply(changes);
    m_workers->apply(changes.workers, m_clock.elapsed());
    m_exportFlow->setJobs(changes.jobs);
    m_ui->chart->restore(changes.earlierSamples);
    m_hosts->apply(changes.hosts);
    m_commands->jobs().apply(changes.jobs);
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
    m_commands->update(m_counts, m_anyJobPaused);
    (*m_actions)[Action::Export].setEnabled(m_counts.total() > 0);
    // Behind the repaint that this has caused.
    QTimer::singleShot(0, this, [this] { m_session.requestChanges(); });
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

#include "moc_mainwindow.cpp"
