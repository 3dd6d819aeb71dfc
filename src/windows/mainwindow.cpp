// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/mainwindow.h"

#include "adding/addflow.h"
#include "adding/droptarget.h"
#include "exporting/exportflow.h"
#include "models/icons.h"
#include "models/itemmodel.h"
#include "models/sidebarmodel.h"
#include "models/texts.h"
#include "models/workermodel.h"
#include "ui_mainwindow.h"
#include "windows/actions.h"
#include "windows/itemcommands.h"
#include "windows/statusline.h"
#include "windows/toolbar.h"

#include <QCloseEvent>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace trawl::windows {

namespace {

void setIcons(Ui::MainWindow &ui)
{
    ui.tabs->setTabIcon(ui.tabs->indexOf(ui.chart), models::icon(u"chart"));
    ui.tabs->setTabIcon(ui.tabs->indexOf(ui.workers), models::icon(u"worker"));
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
{
    m_ui->setupUi(this);
    setIcons(*m_ui);
    m_actions = new Actions(*this);
    m_actions->fill(*m_ui->menuBar);
    m_actions->fill(*m_ui->toolBar);
    m_actions->addTo(*m_ui->table);
    if (auto *more = m_ui->menuBar->findChild<QWidget *>(QStringLiteral("qt_menubar_ext_button")))
        more->setAccessibleName(tr("More menus"));
    m_toolbar = new Toolbar(m_ui->toolBar);
    m_statusLine = new StatusLine(this);
    m_ui->statusBar->addWidget(m_statusLine, 1);
    m_dropTarget = new adding::DropTarget(this);
    setUpViews();
    setUpFlows();
    connectActions();
    connectSession();
    sayWhatIsUnreadable();
    restoreState();
    updateActions();
}

MainWindow::~MainWindow() = default;

void MainWindow::add(const adding::ListInput &input)
{
    m_addFlow->add(input);
}

void MainWindow::closeAtOnce()
{
    m_askAtClose = false;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const auto question = quitQuestion();
    if (m_askAtClose && !question.isEmpty() && !m_prompts.confirmQuit(this, question)) {
        event->ignore();
        return;
    }
    saveState();
    event->accept();
}

void MainWindow::setUpViews()
{
    m_ui->table->setItems(m_items);
    m_ui->sidebar->setModel(m_sidebar);
    m_ui->sidebar->expandAll();
    auto *header = m_ui->sidebar->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    header->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_ui->sidebar->setCurrentIndex(m_sidebar->index(0, 0));
    connect(m_sidebar, &QAbstractItemModel::rowsInserted, m_ui->sidebar, &QTreeView::expandAll);
    connect(m_ui->sidebar->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MainWindow::showFilter);
    m_ui->workers->setUp(*m_workers, m_session);
    m_ui->pages->setCurrentWidget(m_ui->emptyPage);
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
    connect(m_ui->emptyPage, &EmptyPage::openClicked, m_addFlow, &adding::AddFlow::openLists);
    connect(m_exportFlow, &exporting::ExportFlow::done, this, [this](const QString &message) {
        m_ui->log->add(message);
        m_ui->statusBar->showMessage(message, 15'000);
    });
}

void MainWindow::connectActions()
{
    const auto &actions = *m_actions;
    actions.on(Action::Paste, m_addFlow, &adding::AddFlow::paste);
    actions.on(Action::OpenList, m_addFlow, &adding::AddFlow::openLists);
    actions.on(Action::Export, m_exportFlow, &exporting::ExportFlow::begin);
    actions.on(Action::Quit, this, &QWidget::close);
    actions.on(Action::Start, m_commands, &ItemCommands::start);
    actions.on(Action::Pause, m_commands, &ItemCommands::pause);
    actions.on(Action::Retry, m_commands, &ItemCommands::retryFailed);
    actions.on(Action::Toggle, m_commands, &ItemCommands::toggle);
    actions.on(Action::OpenFile, m_commands, &ItemCommands::openFile);
    actions.on(Action::CopyLinks, m_commands, &ItemCommands::copyLinks);
    actions.on(Action::CopyReasons, m_commands, &ItemCommands::copyReasons);
    actions.on(Action::Find, m_toolbar, &Toolbar::focusSearch);
    connect(m_ui->table, &QTableView::doubleClicked, m_commands, &ItemCommands::openFile);
    connect(m_ui->table, &QWidget::customContextMenuRequested, this, &MainWindow::showItemMenu);
    connect(m_ui->table, &ItemTable::selectionMoved, this, &MainWindow::updateActions);
    connect(m_toolbar, &Toolbar::searchChanged, this, &MainWindow::showFilter);
    connect(m_ui->chart, &charts::ChartPage::rangeSelected, this, &MainWindow::showFilter);
    connect(m_ui->chart, &charts::ChartPage::rangeCleared, this, &MainWindow::showFilter);
    connect(m_toolbar, &Toolbar::rateLimitChosen, this, [this](qint64 limit) {
        m_settings.set(desktop::Setting::RateLimit, limit);
        m_session.post([limit](engine::Engine &engine) { engine.setRateLimit(limit); });
    });
    connect(m_statusLine, &StatusLine::titleChanged, this, &QWidget::setWindowTitle);
}

void MainWindow::connectSession()
{
    connect(&m_session, &desktop::Session::changed, this, &MainWindow::take);
    connect(&m_session, &desktop::Session::logged, m_ui->log, &LogPage::add);
    connect(&m_session, &desktop::Session::failed, this, [this](const item::Failure &failure) {
        m_ui->messages->showError(models::Texts::failure(failure));
        m_ui->log->add(models::Texts::failure(failure));
    });
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
    const auto tab = m_settings.get<QString>(desktop::Setting::BottomTab);
    if (auto *page = m_ui->tabs->findChild<QWidget *>(tab))
        m_ui->tabs->setCurrentWidget(page);
    const auto limit = m_settings.get<qint64>(desktop::Setting::RateLimit);
    m_toolbar->setRateLimit(limit);
    m_session.post([limit](engine::Engine &engine) { engine.setRateLimit(limit); });
}

void MainWindow::saveState()
{
    m_settings.set(desktop::Setting::Geometry, saveGeometry());
    m_settings.set(desktop::Setting::SideSplitter, m_ui->sideSplitter->saveState());
    m_settings.set(desktop::Setting::ListSplitter, m_ui->listSplitter->saveState());
    m_settings.set(desktop::Setting::ItemColumns, m_ui->table->saveColumns());
    m_settings.set(desktop::Setting::WorkerColumns, m_ui->workers->saveColumns());
    m_settings.set(desktop::Setting::BottomTab, m_ui->tabs->currentWidget()->objectName());
    m_settings.set(desktop::Setting::ChartView, int(m_ui->chart->view()));
    m_settings.set(desktop::Setting::ChartSpan, int(m_ui->chart->span()));
}

void MainWindow::take(const engine::ChangeSet &changes)
{
    m_items->apply(changes);
    m_sidebar->apply(changes);
    m_workers->apply(changes.workers);
    m_exportFlow->setJobs(changes.jobs);
    m_ui->chart->restore(changes.earlierSamples);
    m_ui->chart->add(changes.samples);
    const auto facts = StatusFacts::of(changes);
    m_statusLine->setFacts(facts);
    m_toolbar->setWorkers(facts.workers);
    m_counts = changes.counts;
    m_anyJobPaused = std::ranges::any_of(changes.jobs, &engine::JobState::paused);
    m_ui->pages->setCurrentWidget(m_counts.total() > 0 ? static_cast<QWidget *>(m_ui->table)
                                                       : m_ui->emptyPage);
    updateActions();
    // Behind the repaint that this has caused.
    QTimer::singleShot(0, this, [this] { m_session.requestChanges(); });
}

void MainWindow::showFilter()
{
    auto filter = m_sidebar->filterFor(m_ui->sidebar->currentIndex());
    filter.search = models::parseSearch(m_toolbar->searchText());
    if (const auto time = m_ui->chart->range()) {
        filter.endedFromMs = time->fromMs;
        filter.endedToMs = time->toMs;
    }
    m_items->setFilter(filter);
    m_ui->table->viewport()->update();
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
    actions[Action::Toggle].setEnabled(any);
}

void MainWindow::showItemMenu(const QPoint &at)
{
    if (!m_ui->table->hasSelection())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const QString &text, bool enabled, auto run) {
        menu->addAction(text, run)->setEnabled(enabled);
    };
    auto *commands = m_commands;
    add(tr("Pause"), commands->canPause(), [commands] { commands->pause(); });
    add(tr("Resume or retry"), commands->canStart(), [commands] { commands->start(); });
    menu->addSeparator();
    add(tr("Open file"), commands->canOpen(), [commands] { commands->openFile(); });
    add(tr("Open folder"), commands->canOpen(), [commands] { commands->openFolder(); });
    menu->addSeparator();
    menu->addAction(&(*m_actions)[Action::CopyLinks]);
    menu->addAction(&(*m_actions)[Action::CopyReasons]);
    menu->popup(m_ui->table->viewport()->mapToGlobal(at));
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
