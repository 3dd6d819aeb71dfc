// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/everywindow.h"

#include "adding/adddialog.h"
#include "adding/droptarget.h"
#include "adding/importbar.h"
#include "adding/jobsettingsdialog.h"
#include "desktop/messagebar.h"
#include "desktop/preferencesdialog.h"
#include "exporting/exportdialog.h"
#include "models/changes.h"
#include "recipes/recipeeditor.h"
#include "windows/aboutdialog.h"
#include "windows/hostlimitdialog.h"
#include "windows/itemtable.h"
#include "windows/mainwindow.h"
#include "windows/shortcutsdialog.h"
#include "windows/sidebar.h"

#include <QContextMenuEvent>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

#include <array>
#include <cmath>

namespace trawl::windows {

namespace {

using Made = std::unique_ptr<QWidget>;

constexpr qint64 noonMs = 1'764'000'000'000; // some day in 2025

engine::RowState failed(qint64 id, item::Reason reason, int code = 0)
{
    return {.id = item::ItemId(id),
            .status = item::Status::Failed,
            .reason = reason,
            .code = qint16(code),
            .attempts = 3};
}

std::vector<engine::HostRow> hosts()
{
    return {{.origin = "https://host1.example",
             .counts = {.queued = 6, .running = 1, .done = 1},
             .inFlight = 4,
             .connections = 6,
             .requestsPerSecond = 120.4,
             .bytesPerSecond = 40 << 20,
             .latencyMs = 38},
            {.origin = "https://host6.example:8443",
             .counts = {.queued = 7},
             .connections = 1,
             .latencyMs = 2'400,
             .breaker = engine::HostBreaker::Open,
             .heldUntilMs = QDateTime::currentMSecsSinceEpoch() + 60'000},
            {.origin = "http://a-host-with-a-rather-long-name.subdomain.example",
             .counts = {.queued = 8, .failed = 2},
             .connections = 6,
             .paused = true,
             .limit = {.connections = 2, .bytesPerSecond = 1 << 20, .startsPerSecond = 0.5}}};
}

std::vector<engine::RowState> rows()
{
    auto waiting = failed(6, item::Reason::Http, 429);
    waiting.status = item::Status::Queued;
    waiting.retryAtMs = noonMs + 60'000;
    auto skipped = failed(7, item::Reason::Duplicate);
    skipped.status = item::Status::Skipped;
    return {test::done(1, QStringLiteral("file-1.bin")),
            test::running(2, 700),
            test::running(3, 5'000, -1),
            failed(4, item::Reason::Http, 404),
            failed(5, item::Reason::Dns),
            waiting,
            skipped,
            test::state(8, item::Status::Paused),
            failed(9, item::Reason::Tls),
            failed(10, item::Reason::Timeout),
            test::done(11, QStringLiteral("papers/a long name of a file that nobody cut.pdf"))};
}

Made mainWindow(Stage &stage)
{
    auto window = std::make_unique<MainWindow>(stage.session(), stage.settings(), stage.prompts());
    Q_EMIT stage.session().changed(Stage::changes());
    auto *table = window->findChild<ItemTable *>();
    table->setCurrentIndex(table->model()->index(1, 0));
    return window;
}

/// With all that stands above the table now and then.
Made windowWithBars(Stage &stage)
{
    auto window = mainWindow(stage);
    window->findChild<desktop::MessageBar *>()->showError(
        QStringLiteral("“papers” could not be read to its end: /home/ada/papers.txt: Input/output "
                       "error. What was read until then is in the list."));
    window->findChild<adding::ImportBar *>()->begin(QStringLiteral("papers"), 1'000'000);
    return window;
}

/// While links are dragged over it.
Made windowUnderADrag(Stage &stage)
{
    auto window = mainWindow(stage);
    window->show();
    QMimeData links;
    links.setText(QStringLiteral("https://a.example/1\nhttps://a.example/2\n"));
    QDragEnterEvent enter(window->rect().center(), Qt::CopyAction, &links, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window.get(), &enter);
    const auto *target = window->findChild<adding::DropTarget *>();
    const auto atOnce = target->hint();
    if (!QTest::qWaitFor([&] { return target->hint() != atOnce; }))
        return nullptr;
    return window;
}

Made emptyWindow(Stage &stage)
{
    auto window = std::make_unique<MainWindow>(stage.session(), stage.settings(), stage.prompts());
    engine::ChangeSet changes;
    changes.workers = Stage::changes().workers;
    Q_EMIT stage.session().changed(changes);
    return window;
}

/// A menu of the main window, by its place in the menu bar. It goes with its window.
template <int Place> Made windowMenu(Stage &stage)
{
    auto window = mainWindow(stage);
    auto *bar = window->findChild<QMenuBar *>();
    auto *menu = bar->actions().value(Place)->menu();
    menu->setParent(nullptr, Qt::Popup);
    window.release()->setParent(menu, Qt::Window);
    return Made(menu);
}

/// The context menu that this window has opened last. It goes with its window.
Made menuOf(std::unique_ptr<QWidget> window)
{
    const auto menus = window->findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
    auto *menu = menus.isEmpty() ? nullptr : menus.last();
    if (!menu)
        return nullptr;
    menu->setAttribute(Qt::WA_DeleteOnClose, false);
    menu->hide();
    menu->setParent(nullptr, Qt::Popup);
    window.release()->setParent(menu, Qt::Window);
    return Made(menu);
}

Made itemMenu(Stage &stage)
{
    auto window = mainWindow(stage);
    auto *table = window->findChild<ItemTable *>();
    Q_EMIT table->customContextMenuRequested({5, 5});
    return menuOf(std::move(window));
}

Made hostLimitDialog(Stage &)
{
    return std::make_unique<HostLimitDialog>(
        QList<QByteArray>{"https://host2.example:8443"},
        engine::HostLimit{.connections = 2, .bytesPerSecond = 1536 << 10});
}

Made sidebarMenu(Stage &stage)
{
    auto window = mainWindow(stage);
    auto *sidebar = window->findChild<Sidebar *>();
    const auto job = sidebar->model()->index(0, 0, sidebar->model()->index(1, 0));
    const auto at = sidebar->visualRect(job).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, sidebar->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(sidebar->viewport(), &event);
    return menuOf(std::move(window));
}

Made ready(std::unique_ptr<adding::AddDialog> dialog)
{
    auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    if (!QTest::qWaitFor([&] { return ok->isEnabled(); }, 10'000))
        return nullptr;
    QTest::qWait(500); // the folder is looked at
    return dialog;
}

Made addDialog(Stage &stage)
{
    const auto list = stage.file(QStringLiteral("papers.csv"),
                                 "title,url,checksum,pages\n"
                                 "A paper,https://a.example/1.pdf,,3\n"
                                 "A paper,https://a.example/1.pdf,,3\n"
                                 "Another,https://b.example/2.pdf,,12\nC,ftp://c.example/3.pdf,,\n"
                                 "D,http://[,,\n");
    return ready(std::make_unique<adding::AddDialog>(adding::ListInput{.text = {}, .files = {list}},
                                                     stage.settings(), stage.prompts()));
}

Made newJob(Stage &stage)
{
    auto dialog =
        std::make_unique<adding::AddDialog>(adding::ListInput(), stage.settings(), stage.prompts());
    dialog->findChild<QPlainTextEdit *>(QStringLiteral("editor"))
        ->setPlainText(QStringLiteral("https://a.example/[001-100].jpg\nhttps://b.example/"));
    return ready(std::move(dialog));
}

Made addSingle(Stage &stage)
{
    const auto command = QStringLiteral("curl 'https://a.example/1.pdf' -H 'Cookie: id=1' -H "
                                        "'Referer: https://a.example/'");
    return ready(std::make_unique<adding::AddDialog>(
        adding::ListInput{.text = command, .files = {}}, stage.settings(), stage.prompts()));
}

Made jobSettings(Stage &stage)
{
    engine::JobOptions options;
    options.transfer.headers = {{"Referer", "https://a.example/"}, {"Authorization", "x"}};
    options.recipe.pages = {{.name = QStringLiteral("papers"),
                             .fields = {{.name = QStringLiteral("title")}},
                             .follow = {{.selector = QStringLiteral("a")}}}};
    auto dialog = std::make_unique<adding::JobSettingsDialog>(options, stage.prompts());
    dialog->setCookiesFile({});
    return dialog;
}

Made emptyRecipeEditor(Stage &stage)
{
    return std::make_unique<recipes::RecipeEditor>(stage.session(), stage.settings(),
                                                   stage.prompts());
}

Made recipeEditor(Stage &stage)
{
    item::Recipe recipe;
    recipe.pages = {{.name = QStringLiteral("list"),
                     .rows = QStringLiteral("article.product"),
                     .fields = {{QStringLiteral("name"), QStringLiteral("h2 a"), false, {}},
                                {QStringLiteral("price"),
                                 QStringLiteral(".price"),
                                 false,
                                 {{item::StepKind::Number, {}}, {item::StepKind::Required, {}}}},
                                {QStringLiteral("price"), {}, false, {}}},
                     .follow = {{.selector = QStringLiteral("a[rel=next]"), .next = true}}},
                    {.name = QStringLiteral("product")}};
    auto editor =
        std::make_unique<recipes::RecipeEditor>(stage.session(), stage.settings(), stage.prompts());
    editor->editInstead(recipe, {}, {"https://shop.example/products?page=2"});
    return editor;
}

/// Without a session: the preview says so.
Made exportDialog(Stage &stage)
{
    exporting::ExportSubject subject;
    subject.sessionPath = stage.file(QStringLiteral("none.trawl"), {});
    subject.jobs = {{item::JobId(1),
                     QStringLiteral("papers"),
                     {QStringLiteral("title"), QStringLiteral("price")}}};
    return std::make_unique<exporting::ExportDialog>(subject, stage.settings(), stage.prompts());
}

Made preferencesAt(Stage &stage, desktop::SettingGroup group)
{
    auto dialog = std::make_unique<desktop::PreferencesDialog>(
        stage.settings(), stage.prompts(), [](desktop::Setting) { return QString(); });
    dialog->findChild<QListWidget *>()->setCurrentRow(int(group));
    return dialog;
}

template <desktop::SettingGroup Group> Made preferences(Stage &stage)
{
    return preferencesAt(stage, Group);
}

} // namespace

Stage::Stage()
    : m_store(m_directory.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    , m_settings(m_store)
{
    m_prompts.openLists = [](QWidget *, const QString &) { return QStringList(); };
    m_prompts.openRecipe = [](QWidget *, const QString &) { return QString(); };
    m_prompts.openFile = [](QWidget *, const QString &) { return QString(); };
    m_prompts.chooseFolder = [](QWidget *, const QString &) { return QString(); };
    m_prompts.saveExport = [](QWidget *, const QString &, const QString &) { return QString(); };
    m_prompts.saveText = [](QWidget *, const QString &, const QString &) { return QString(); };
    m_prompts.confirmRemove = [](QWidget *, const desktop::RemoveQuestion &) {
        return desktop::RemoveAnswer::Keep;
    };
    m_prompts.askText = [](QWidget *, const QString &, const QString &, const QString &) {
        return QString();
    };
    m_prompts.confirmQuit = [](QWidget *, const QString &) { return true; };
    m_prompts.openUrl = [](const QUrl &) {};
    m_settings.set(desktop::Setting::Destination, QStringLiteral("/home/ada/Downloads/Trawl"));
    engine::EngineOptions options;
    options.sessionPath = m_directory.filePath(QStringLiteral("session.trawl"));
    options.workers = 1;
    options.workerProgram = QStringLiteral(TRAWL_WORKER_PROGRAM);
    m_session = std::make_unique<desktop::Session>(options);
    // What is shown is changes(), not what the empty session has to say.
    QObject::disconnect(m_session->thread().engine(), &engine::Engine::changed, m_session.get(),
                        nullptr);
    QSignalSpy opened(m_session.get(), &desktop::Session::opened);
    m_session->open();
    if (!opened.wait(20'000))
        qFatal("the session of the stage could not be opened");
}

Stage::~Stage() = default;

QString Stage::file(const QString &name, const QByteArray &content) const
{
    const auto path = m_directory.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file can be written for the stage");
    return path;
}

engine::ChangeSet Stage::changes()
{
    engine::ChangeSet changes;
    changes.added = {test::numberedBlock(1, 40, 1), test::numberedBlock(41, 12, 2)};
    changes.rows = rows();
    changes.counts = {
        .queued = 40, .running = 2, .paused = 1, .done = 2, .failed = 5, .skipped = 1};
    changes.jobs = {
        {.id = item::JobId(1),
         .name = QStringLiteral("papers"),
         .directory = QStringLiteral("/home/ada/papers"),
         .counts = {.queued = 28, .running = 2, .paused = 1, .done = 2, .failed = 5, .skipped = 1}},
        {.id = item::JobId(2),
         .name = QStringLiteral("A list with a name that is rather long"),
         .directory = QStringLiteral("/home/ada/more"),
         .counts = {.queued = 12}}};
    changes.hosts = hosts();
    changes.workers = {{.slot = 0,
                        .state = engine::WorkerState::Ready,
                        .pid = 4711,
                        .tasksDone = 1204,
                        .inFlight = 2,
                        .rssBytes = 48 << 20,
                        .cpuMs = 90'000},
                       {.slot = 1,
                        .state = engine::WorkerState::Starting,
                        .pid = 4712,
                        .restarts = 2,
                        .lastExit = QStringLiteral("signal 9")}};
    for (int second = 0; second < 60; ++second) {
        const double wave = 1.5 + std::sin(second / 6.0);
        changes.samples.push_back({.atMs = noonMs + second * 1000,
                                   .bytesPerSecond = wave * (20 << 20),
                                   .requestsPerSecond = wave * 300,
                                   .inFlight = 60,
                                   .failuresPerSecond = second % 20 == 0 ? 3.0 : 0.0,
                                   .mix = {.success = wave * 240,
                                           .redirect = wave * 20,
                                           .clientError = wave * 30,
                                           .serverError = wave * 8,
                                           .other = 2},
                                   .latencyP50Ms = 30 + 5 * wave,
                                   .latencyP95Ms = 90 + 20 * wave,
                                   .latencyP99Ms = 200 + 90 * wave});
    }
    changes.bytesPerSecond = 84 << 20;
    changes.requestsPerSecond = 412;
    return changes;
}

std::span<const Entry> everyWindow()
{
    // A row a line, so that additions merge.
    // clang-format off
    static constexpr std::array table{
        Entry{"window", mainWindow},
        Entry{"window-empty", emptyWindow},
        Entry{"window-bars", windowWithBars},
        Entry{"window-drag", windowUnderADrag},
        Entry{"menu-file", windowMenu<0>},
        Entry{"menu-links", windowMenu<1>},
        Entry{"menu-item", itemMenu},
        Entry{"add", addDialog},
        Entry{"export", exportDialog},
        Entry{"menu-view", windowMenu<2>},
        Entry{"menu-tools", windowMenu<3>},
        Entry{"menu-help", windowMenu<4>},
        Entry{"shortcuts", [](Stage &) { return Made(new ShortcutsDialog); }},
        Entry{"about", [](Stage &) { return Made(new AboutDialog); }},
        Entry{"preferences-downloads", preferences<desktop::SettingGroup::Downloads>},
        Entry{"preferences-connections", preferences<desktop::SettingGroup::Connections>},
        Entry{"preferences-speed", preferences<desktop::SettingGroup::Speed>},
        Entry{"preferences-network", preferences<desktop::SettingGroup::Network>},
        Entry{"preferences-appearance", preferences<desktop::SettingGroup::Appearance>},
        Entry{"preferences-desktop", preferences<desktop::SettingGroup::Desktop>},
        Entry{"add-new", newJob},
        Entry{"add-single", addSingle},
        Entry{"job-settings", jobSettings},
        Entry{"menu-job", sidebarMenu},
        Entry{"host-limit", hostLimitDialog},
        Entry{"recipe", recipeEditor},
        Entry{"recipe-empty", emptyRecipeEditor},
    };
    // clang-format on
    return table;
}

void forEveryTab(QWidget &widget, const std::function<void(const QString &name)> &look)
{
    QTabWidget *tabs = nullptr;
    const auto all = widget.findChildren<QTabWidget *>();
    for (auto *candidate : all) {
        if (!tabs && candidate->isVisible() && candidate->count() > 1)
            tabs = candidate;
    }
    if (!tabs) {
        look({});
        return;
    }
    for (int i = 0; i < tabs->count(); ++i) {
        if (!tabs->isTabVisible(i))
            continue;
        tabs->setCurrentIndex(i);
        QTest::qWait(1);
        look(tabs->widget(i)->objectName());
    }
}

} // namespace trawl::windows
