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
#include "recipes/recipeeditor.h"
#include "recipes/sourceview.h"
#include "support/patience.h"
#include "windows/aboutdialog.h"
#include "windows/hostlimitdialog.h"
#include "windows/itemtable.h"
#include "windows/mainwindow.h"
#include "windows/shortcutsdialog.h"
#include "windows/sidebar.h"

#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

#include <array>

namespace trawl::windows {

namespace {

using Made = std::unique_ptr<QWidget>;

using Window = std::unique_ptr<MainWindow>;

template <typename T> T &part(const QWidget &window, const char *name)
{
    auto *found = window.findChild<T *>(QLatin1StringView(name));
    if (!found)
        qFatal("there is no %s", name);
    return *found;
}

Window stagedWindow(Stage &stage)
{
    auto window = std::make_unique<MainWindow>(stage.session(), stage.settings(), stage.prompts());
    Q_EMIT stage.session().changed(Stage::changes());
    stage.log();
    auto *table = window->findChild<ItemTable *>();
    table->setCurrentIndex(table->model()->index(1, 0));
    return window;
}

Made mainWindow(Stage &stage)
{
    return stagedWindow(stage);
}

/// Shown, so that what stands on the tab is read.
void showTab(MainWindow &window, const char *tab)
{
    window.show();
    auto &tabs = part<QTabWidget>(window, "tabs");
    tabs.setCurrentWidget(&part<QWidget>(tabs, tab));
}

bool readRecords(MainWindow &window)
{
    showTab(window, "records");
    const auto *table = part<QWidget>(window, "records").findChild<QTableView *>();
    return support::comes([&] {
        const auto cell = table->model()->index(0, 0);
        return cell.isValid() && !cell.data().toString().isEmpty();
    });
}

/// With something in each of its tabs.
Made filledWindow(Stage &stage)
{
    auto window = stagedWindow(stage);
    if (!readRecords(*window))
        return nullptr;
    for (const auto *tab : {"workers", "hosts"})
        part<QWidget>(*window, tab).findChild<QTableView *>()->selectRow(1);
    return window;
}

/// No record holds what is looked for.
Made recordsWithoutMatch(Stage &stage)
{
    auto window = stagedWindow(stage);
    if (!readRecords(*window))
        return nullptr;
    auto &page = part<QWidget>(*window, "records");
    part<QLineEdit>(page, "filter").setText(QStringLiteral("zebra"));
    const auto &pages = part<QStackedWidget>(page, "pages");
    if (!support::comes([&] { return pages.currentIndex() == 1; }))
        return nullptr;
    return window;
}

/// The details of the items in these rows.
Window windowWithDetails(Stage &stage, int first, int last)
{
    auto window = stagedWindow(stage);
    showTab(*window, "details");
    auto *table = window->findChild<ItemTable *>();
    const auto *model = table->model();
    table->setCurrentIndex(model->index(last, 0));
    table->selectionModel()->select({model->index(first, 0), model->index(last, 0)},
                                    QItemSelectionModel::ClearAndSelect |
                                        QItemSelectionModel::Rows);
    const auto &pages = part<QStackedWidget>(part<QWidget>(*window, "details"), "pages");
    const auto wanted =
        first == last ? QLatin1StringView("itemPage") : QLatin1StringView("sumsPage");
    if (!support::comes([&] { return pages.currentWidget()->objectName() == wanted; }))
        return nullptr;
    return window;
}

template <int First, int Last> Made details(Stage &stage)
{
    return windowWithDetails(stage, First, Last);
}

Made detailsOfRunning(Stage &stage)
{
    auto window = windowWithDetails(stage, 1, 1);
    if (window)
        Q_EMIT stage.session().inspected(Stage::inspection());
    return window;
}

/// While the session is read at the start.
Made readingWindow(Stage &stage)
{
    auto window = std::make_unique<MainWindow>(stage.session(), stage.settings(), stage.prompts());
    window->setReading(true);
    return window;
}

/// With all that stands above the table now and then.
Made windowWithBars(Stage &stage)
{
    auto window = stagedWindow(stage);
    window->findChild<desktop::MessageBar *>()->showError(
        QStringLiteral("“papers” could not be read to its end: /home/ada/papers.txt: Input/output "
                       "error. What was read until then is in the list. ") +
        poison);
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
    if (!support::comes([&] { return target->hint() != atOnce; }))
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
    if (!support::comes([&] { return ok->isEnabled(); }))
        return nullptr;
    QTest::qWait(150); // the folder is looked at
    return dialog;
}

Made addDialog(Stage &stage)
{
    const auto list =
        stage.file(QStringLiteral("papers.csv"),
                   "title,url,checksum,pages\n"
                   "A paper,https://a.example/1.pdf,,3\n"
                   "A paper,https://a.example/1.pdf,,3\n"
                   "Another,https://b.example/<img/src=x>.pdf,,12\nC,ftp://c.example/3.pdf,,\n"
                   "D,http://[<img src=x>,,\n");
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
    recipe.pages = {
        {.name = QStringLiteral("list"),
         .rows = QStringLiteral("article.product"),
         .fields = {{QStringLiteral("name"), QStringLiteral("h2 a"), false, {}},
                    {QStringLiteral("price"),
                     QStringLiteral(".price"),
                     false,
                     {{item::StepKind::Number, {}}, {item::StepKind::Required, {}}}},
                    {QStringLiteral("stock") + poison, QStringLiteral(".stock"), false, {}},
                    {QStringLiteral("price"), {}, false, {}}},
         .follow = {{.selector = QStringLiteral("a[rel=next]"), .next = true}}},
        {.name = poison}};
    auto editor =
        std::make_unique<recipes::RecipeEditor>(stage.session(), stage.settings(), stage.prompts());
    const auto pages = stage.shopPages();
    editor->editInstead(recipe, {}, pages);
    const auto *values = part<QTableView>(*editor, "values").model();
    const auto &source = part<recipes::SourceView>(*editor, "source");
    if (!support::comes([&] { return values->rowCount() == pages.size() && source.isSettled(); }))
        return nullptr;
    return editor;
}

/// Without a session: the preview says so.
Made exportDialog(Stage &stage)
{
    exporting::ExportSubject subject;
    subject.sessionPath = stage.file(QStringLiteral("none.trawl"), {});
    subject.jobs = {{item::JobId(1), QStringLiteral("papers"), {QStringLiteral("title"), poison}}};
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

std::span<const Entry> everyWindow()
{
    // A row a line, so that additions merge.
    // clang-format off
    static constexpr std::array table{
        Entry{"window", filledWindow},
        Entry{"window-empty", emptyWindow},
        Entry{"window-reading", readingWindow},
        Entry{"window-bars", windowWithBars, "chart"},
        Entry{"window-drag", windowUnderADrag, "chart"},
        Entry{"details-running", detailsOfRunning, "details"},
        Entry{"details-done", details<0, 0>, "details"},
        Entry{"details-failed", details<3, 3>, "details"},
        Entry{"details-several", details<0, 9>, "details"},
        Entry{"records-filtered", recordsWithoutMatch, "records"},
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

void forEveryTab(const Entry &entry, QWidget &widget,
                 const std::function<void(const QString &name)> &look)
{
    QTabWidget *tabs = nullptr;
    const auto all = widget.findChildren<QTabWidget *>();
    for (auto *candidate : all) {
        if (!tabs && candidate->isVisible() && candidate->count() > 1)
            tabs = candidate;
    }
    if (!tabs || entry.tab) {
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
