// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QString>

#include <functional>
#include <span>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QMenuBar;
class QToolBar;
class QWidget;
QT_END_NAMESPACE

namespace trawl::windows {

/// What the person can make the window do by menu, tool bar or key; each is a row of
/// Actions::table(), in the order of the menus.
enum class Action {
    NewJob,
    Paste,
    OpenList,
    Export,
    Preferences,
    Quit,
    Start,
    Pause,
    Retry,
    Toggle,
    StartAll,
    PauseAll,
    Open,
    Details,
    CopyLinks,
    CopyReasons,
    CopyCurl,
    MoveTop,
    MoveUp,
    MoveDown,
    MoveBottom,
    SelectAll,
    InvertSelection,
    Remove,
    RemoveFinished,
    Find,
    ShowToolBar,
    ShowSidebar,
    ShowTabs,
    SiUnits,
    RecipeEditor,
    Shortcuts,
    About,
    Last = About,
};

/// The menu an action is in.
enum class ActionMenu { File, Links, View, Tools, Help, Last = Help };

/// Where an action's keys work.
enum class ActionScope {
    Window, ///< everywhere in the window
    Table,  ///< in the table only: text fields have their own use for them
    Lists,  ///< in the table and in the sidebar, on what is selected there
};

/// All that an action is, declared once. Texts are untranslated.
struct ActionInfo
{
    Action action;
    const char *name;    ///< "paste": the QAction is called actionPaste
    const char *text;    ///< with its mnemonic
    const char *toolTip; ///< nullptr = the text; its keys are added
    const char *icon;    ///< models/icons.h; nullptr = none
    const char *keys;    ///< QKeySequence::PortableText, several by "; "; "" = none
    ActionMenu menu;
    ActionScope scope = ActionScope::Window;
    bool beginsGroup = false; ///< a separator before it
    bool inToolBar = false;
    bool checkable = false;
};

/// The window's actions, made from the table, in its menus and on its tool bar.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QMainWindow &window);

    [[nodiscard]] static std::span<const ActionInfo> table();

    [[nodiscard]] QAction &operator[](Action action) const;
    /// In the order of the table; with a menu "Add" before the first.
    void fill(QMenuBar &bar) const;
    void fill(QToolBar &bar) const;
    /// Those of that scope work in this widget.
    void addTo(QWidget &widget, ActionScope scope) const;

    /// Runs (object->*member)() when the action is triggered.
    template <typename Object, typename Member>
    void on(Action action, Object *object, Member member) const
    {
        connectTo(action, object, [object, member] { (object->*member)(); });
    }

private:
    void connectTo(Action action, const QObject *context, std::function<void()> run) const;

    std::vector<QAction *> m_actions;
};

} // namespace trawl::windows
