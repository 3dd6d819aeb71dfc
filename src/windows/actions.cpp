// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/actions.h"

#include "desktop/mnemonic.h"
#include "models/icons.h"

#include <QAction>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QStringBuilder>
#include <QToolBar>
#include <QToolButton>

#include <array>

namespace trawl::windows {

namespace {

/// Untranslated; in the order of ActionMenu.
constexpr std::array menuTitles{QT_TRANSLATE_NOOP("trawl::windows::Actions", "&File"),
                                QT_TRANSLATE_NOOP("trawl::windows::Actions", "&Links"),
                                QT_TRANSLATE_NOOP("trawl::windows::Actions", "&View"),
                                QT_TRANSLATE_NOOP("trawl::windows::Actions", "Tool&s"),
                                QT_TRANSLATE_NOOP("trawl::windows::Actions", "&Help")};
static_assert(menuTitles.size() == std::size_t(ActionMenu::Last) + 1);

/// Each action has its row, at its place, and the menus follow each other.
constexpr bool inOrder(std::span<const ActionInfo> rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].action != Action(i) || (i > 0 && rows[i].menu < rows[i - 1].menu))
            return false;
    }
    return rows.size() == std::size_t(Action::Last) + 1;
}

/// "Start the selected links, or all (Ctrl+R)"
QString toolTipOf(const QString &text, const QKeySequence &keys)
{
    return keys.isEmpty() ? text
                          : QString(text % u" (" % keys.toString(QKeySequence::NativeText) % u')');
}

} // namespace

std::span<const ActionInfo> Actions::table()
{
    static constexpr auto file = ActionMenu::File;
    static constexpr auto links = ActionMenu::Links;
    static constexpr auto view = ActionMenu::View;
    static constexpr auto help = ActionMenu::Help;
    static constexpr auto inTable = ActionScope::Table;
    static constexpr auto inLists = ActionScope::Lists;

    static constexpr std::array rows{
        ActionInfo{Action::NewJob, "NewJob", QT_TR_NOOP("&New job…"), nullptr, "add", "Ctrl+N",
                   file},
        ActionInfo{Action::Paste, "Paste", QT_TR_NOOP("&Paste links"), nullptr, "paste", "Ctrl+V",
                   file},
        ActionInfo{Action::OpenList, "OpenList", QT_TR_NOOP("&Open list…"), nullptr, "open-list",
                   "Ctrl+O", file},
        ActionInfo{.action = Action::Export,
                   .name = "Export",
                   .text = QT_TR_NOOP("&Export…"),
                   .toolTip = QT_TR_NOOP("Export the results to a file"),
                   .icon = "export",
                   .keys = "Ctrl+E",
                   .menu = file,
                   .beginsGroup = true,
                   .inToolBar = true},
        ActionInfo{.action = Action::Preferences,
                   .name = "Preferences",
                   .text = QT_TR_NOOP("P&references…"),
                   .toolTip = nullptr,
                   .icon = "settings",
                   .keys = "Ctrl+,",
                   .menu = file,
                   .beginsGroup = true},
        ActionInfo{.action = Action::Quit,
                   .name = "Quit",
                   .text = QT_TR_NOOP("&Quit"),
                   .toolTip = nullptr,
                   .icon = "quit",
                   .keys = "Ctrl+Q",
                   .menu = file,
                   .beginsGroup = true},
        ActionInfo{.action = Action::Start,
                   .name = "Start",
                   .text = QT_TR_NOOP("&Start"),
                   .toolTip = QT_TR_NOOP("Start the selected links, or all"),
                   .icon = "start",
                   .keys = "Ctrl+R",
                   .menu = links,
                   .inToolBar = true},
        ActionInfo{.action = Action::Pause,
                   .name = "Pause",
                   .text = QT_TR_NOOP("&Pause"),
                   .toolTip = QT_TR_NOOP("Pause the selected links, or all"),
                   .icon = "pause",
                   .keys = "Ctrl+P",
                   .menu = links,
                   .inToolBar = true},
        ActionInfo{.action = Action::Retry,
                   .name = "Retry",
                   .text = QT_TR_NOOP("&Retry failed"),
                   .toolTip = QT_TR_NOOP("Try the selected failed links again, or all that failed"),
                   .icon = "retry",
                   .keys = "",
                   .menu = links,
                   .inToolBar = true},
        ActionInfo{Action::Toggle, "Toggle", QT_TR_NOOP("Pause or resume the selected"), nullptr,
                   nullptr, "Space", links, inLists},
        ActionInfo{.action = Action::StartAll,
                   .name = "StartAll",
                   .text = QT_TR_NOOP("S&tart all"),
                   .toolTip = QT_TR_NOOP("Start all that is paused, shown and selected or not"),
                   .icon = nullptr,
                   .keys = "Ctrl+Shift+S",
                   .menu = links,
                   .beginsGroup = true},
        ActionInfo{Action::PauseAll, "PauseAll", QT_TR_NOOP("Pa&use all"),
                   QT_TR_NOOP("Pause all that runs or waits, shown and selected or not"), nullptr,
                   "Ctrl+Shift+P", links},
        ActionInfo{.action = Action::Open,
                   .name = "Open",
                   .text = QT_TR_NOOP("&Open file"),
                   .toolTip = QT_TR_NOOP("Open the file, or the details while there is none"),
                   .icon = "open-file",
                   .keys = "Return; Enter",
                   .menu = links,
                   .scope = inTable,
                   .beginsGroup = true},
        ActionInfo{Action::Details, "Details", QT_TR_NOOP("&Details"), nullptr, "details",
                   "Alt+Return; Alt+Enter", links, inTable},
        ActionInfo{.action = Action::CopyLinks,
                   .name = "CopyLinks",
                   .text = QT_TR_NOOP("&Copy links"),
                   .toolTip = nullptr,
                   .icon = "copy",
                   .keys = "Ctrl+C",
                   .menu = links,
                   .scope = inTable,
                   .beginsGroup = true},
        ActionInfo{Action::CopyReasons, "CopyReasons", QT_TR_NOOP("Copy reasons"), nullptr, nullptr,
                   "", links, inTable},
        ActionInfo{Action::CopyCurl, "CopyCurl", QT_TR_NOOP("Copy as cURL"),
                   QT_TR_NOOP("Copy commands that fetch the selected, without passwords"), nullptr,
                   "Ctrl+Shift+C", links, inTable},
        ActionInfo{.action = Action::MoveTop,
                   .name = "MoveTop",
                   .text = QT_TR_NOOP("Move to the top of the queue"),
                   .toolTip = nullptr,
                   .icon = nullptr,
                   .keys = "Ctrl+PgUp",
                   .menu = links,
                   .scope = inLists,
                   .beginsGroup = true},
        ActionInfo{Action::MoveUp, "MoveUp", QT_TR_NOOP("Move up in the queue"), nullptr, nullptr,
                   "Ctrl+Up", links, inLists},
        ActionInfo{Action::MoveDown, "MoveDown", QT_TR_NOOP("Move down in the queue"), nullptr,
                   nullptr, "Ctrl+Down", links, inLists},
        ActionInfo{Action::MoveBottom, "MoveBottom", QT_TR_NOOP("Move to the bottom of the queue"),
                   nullptr, nullptr, "Ctrl+PgDown", links, inLists},
        ActionInfo{.action = Action::SelectAll,
                   .name = "SelectAll",
                   .text = QT_TR_NOOP("Select &all"),
                   .toolTip = nullptr,
                   .icon = nullptr,
                   .keys = "Ctrl+A",
                   .menu = links,
                   .scope = inTable,
                   .beginsGroup = true},
        ActionInfo{Action::InvertSelection, "InvertSelection", QT_TR_NOOP("&Invert the selection"),
                   nullptr, nullptr, "Ctrl+I", links, inTable},
        ActionInfo{.action = Action::Remove,
                   .name = "Remove",
                   .text = QT_TR_NOOP("Re&move…"),
                   .toolTip = QT_TR_NOOP("Remove the selected links, or the job in the sidebar"),
                   .icon = "remove",
                   .keys = "Del",
                   .menu = links,
                   .scope = inLists,
                   .beginsGroup = true},
        ActionInfo{Action::RemoveFinished, "RemoveFinished", QT_TR_NOOP("Remove a&ll finished…"),
                   QT_TR_NOOP("Remove what is done from the list; files stay unless you say so"),
                   nullptr, "", links},
        ActionInfo{.action = Action::Find,
                   .name = "Find",
                   .text = QT_TR_NOOP("&Find"),
                   .toolTip = nullptr,
                   .icon = "find",
                   .keys = "Ctrl+F",
                   .menu = links,
                   .beginsGroup = true},
        ActionInfo{.action = Action::ShowToolBar,
                   .name = "ShowToolBar",
                   .text = QT_TR_NOOP("&Tool bar"),
                   .toolTip = nullptr,
                   .icon = nullptr,
                   .keys = "",
                   .menu = view,
                   .checkable = true},
        ActionInfo{.action = Action::ShowSidebar,
                   .name = "ShowSidebar",
                   .text = QT_TR_NOOP("&Sidebar"),
                   .toolTip = nullptr,
                   .icon = nullptr,
                   .keys = "F9",
                   .menu = view,
                   .checkable = true},
        ActionInfo{.action = Action::ShowTabs,
                   .name = "ShowTabs",
                   .text = QT_TR_NOOP("&Chart and tabs below"),
                   .toolTip = nullptr,
                   .icon = nullptr,
                   .keys = "",
                   .menu = view,
                   .checkable = true},
        ActionInfo{.action = Action::SiUnits,
                   .name = "SiUnits",
                   .text = QT_TR_NOOP("Sizes in S&I units (1 MB = 1000 kB)"),
                   .toolTip = nullptr,
                   .icon = nullptr,
                   .keys = "",
                   .menu = view,
                   .beginsGroup = true,
                   .checkable = true},
        ActionInfo{.action = Action::RecipeEditor,
                   .name = "RecipeEditor",
                   .text = QT_TR_NOOP("&Recipe editor…"),
                   .toolTip = QT_TR_NOOP("Write what is taken from pages, and see what it finds"),
                   .icon = "recipe",
                   .keys = "Ctrl+Shift+E",
                   .menu = ActionMenu::Tools},
        ActionInfo{.action = Action::Shortcuts,
                   .name = "Shortcuts",
                   .text = QT_TR_NOOP("&Keyboard shortcuts"),
                   .toolTip = nullptr,
                   .icon = "keyboard",
                   .keys = "F1",
                   .menu = help},
        ActionInfo{.action = Action::About,
                   .name = "About",
                   .text = QT_TR_NOOP("&About Trawl"),
                   .toolTip = nullptr,
                   .icon = "about",
                   .keys = "",
                   .menu = help,
                   .beginsGroup = true},
    };
    static_assert(inOrder(rows));
    return rows;
}

Actions::Actions(QMainWindow &window)
    : QObject(&window)
{
    for (const auto &info : table()) {
        auto *action = new QAction(tr(info.text), &window);
        action->setObjectName(QStringLiteral("action") + QLatin1StringView(info.name));
        if (info.icon)
            action->setIcon(models::icon(QString::fromLatin1(info.icon)));
        action->setIconText(desktop::withoutMnemonic(action->text()));
        action->setCheckable(info.checkable);
        action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(info.keys)));
        action->setToolTip(
            toolTipOf(info.toolTip ? tr(info.toolTip) : desktop::withoutMnemonic(action->text()),
                      action->shortcut()));
        if (info.scope != ActionScope::Window)
            action->setShortcutContext(Qt::WidgetShortcut);
        else
            window.addAction(action);
        m_actions.push_back(action);
    }
}

QAction &Actions::operator[](Action action) const
{
    return *m_actions[std::size_t(action)];
}

void Actions::fill(QMenuBar &bar) const
{
    QMenu *menu = nullptr;
    auto current = ActionMenu::File;
    for (const auto &info : table()) {
        if (!menu || info.menu != current) {
            menu = bar.addMenu(tr(menuTitles[std::size_t(info.menu)]));
            current = info.menu;
        } else if (info.beginsGroup) {
            menu->addSeparator();
        }
        menu->addAction(&(*this)[info.action]);
    }
}

void Actions::fill(QToolBar &bar) const
{
    auto *add = new QToolButton(&bar);
    add->setObjectName(QStringLiteral("add"));
    add->setText(tr("Add"));
    add->setIcon(models::icon(u"add"));
    add->setToolTip(tr("Add links or lists"));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setPopupMode(QToolButton::InstantPopup);
    add->addActions(
        {&(*this)[Action::NewJob], &(*this)[Action::Paste], &(*this)[Action::OpenList]});
    bar.addWidget(add);
    // Start and Pause first: the table's order is that of the menus.
    for (const auto menu : {ActionMenu::Links, ActionMenu::File}) {
        for (const auto &info : table()) {
            if (info.inToolBar && info.menu == menu)
                bar.addAction(&(*this)[info.action]);
        }
    }
}

void Actions::addTo(QWidget &widget, ActionScope scope) const
{
    for (const auto &info : table()) {
        if (info.scope == scope)
            widget.addAction(&(*this)[info.action]);
    }
}

void Actions::connectTo(Action action, const QObject *context, std::function<void()> run) const
{
    connect(&(*this)[action], &QAction::triggered, context, std::move(run));
}

} // namespace trawl::windows

#include "moc_actions.cpp"
