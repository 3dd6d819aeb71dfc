// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/shortcutsdialog.h"

#include "desktop/mnemonic.h"
#include "windows/actions.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QLineEdit>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace trawl::windows {

namespace {

/// What views do with keys by themselves.
struct OwnKey
{
    const char *where;
    const char *what;
    const char *keys; ///< as in ActionInfo
};

constexpr std::array ownKeys{
    OwnKey{QT_TRANSLATE_NOOP("trawl::windows::ShortcutsDialog", "Table of links"),
           QT_TRANSLATE_NOOP("trawl::windows::ShortcutsDialog", "First or last row"),
           "Ctrl+Home; Ctrl+End"},
    OwnKey{QT_TRANSLATE_NOOP("trawl::windows::ShortcutsDialog", "Table of links"),
           QT_TRANSLATE_NOOP("trawl::windows::ShortcutsDialog", "Menu of the selected rows"),
           "Menu; Shift+F10"},
    OwnKey{QT_TRANSLATE_NOOP("trawl::windows::ShortcutsDialog", "Everywhere"),
           QT_TRANSLATE_NOOP("trawl::windows::ShortcutsDialog", "Next or previous control"),
           "Tab; Shift+Tab"},
    OwnKey{QT_TRANSLATE_NOOP("trawl::windows::ShortcutsDialog", "Tabs"),
           QT_TRANSLATE_NOOP("trawl::windows::ShortcutsDialog", "Next or previous tab"),
           "Ctrl+Tab; Ctrl+Shift+Tab"},
};

QString nativeKeys(const char *keys)
{
    QStringList shown;
    const auto sequences = QKeySequence::listFromString(QString::fromLatin1(keys));
    for (const auto &sequence : sequences)
        shown << sequence.toString(QKeySequence::NativeText);
    shown.removeDuplicates(); // in some languages Return and Enter are one word
    return shown.join(QStringLiteral(", "));
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *search = new QLineEdit(this);
    search->setPlaceholderText(tr("Search for a key or what it does"));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    auto *view = new QTreeView(this);
    view->setAccessibleName(windowTitle());
    view->setRootIsDecorated(false);
    view->setAlternatingRowColors(true);
    view->setSortingEnabled(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(search);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
    fill();
    m_found.setSourceModel(&m_rows);
    m_found.setFilterKeyColumn(-1);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found.sort(-1); // as in the menus, until a header is clicked
    view->setModel(&m_found);
    view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    view->header()->resizeSections(QHeaderView::ResizeToContents);
    connect(search, &QLineEdit::textChanged, &m_found,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    search->setFocus();
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 30);
}

void ShortcutsDialog::fill()
{
    m_rows.setHorizontalHeaderLabels({tr("Keys"), tr("What they do"), tr("Where")});
    for (const auto &info : Actions::table()) {
        if (*info.keys == '\0')
            continue;
        const auto where =
            info.scope == ActionScope::Table ? tr("Table of links") : tr("Everywhere");
        const auto *what = info.toolTip ? info.toolTip : info.text;
        add(where, desktop::withoutMnemonic(Actions::tr(what)), nativeKeys(info.keys));
    }
    addTabsKeys();
    for (const auto &key : ownKeys)
        add(tr(key.where), tr(key.what), nativeKeys(key.keys));
}

/// Each tab has actions of its own beside those of the window.
void ShortcutsDialog::addTabsKeys()
{
    const auto *tabs = parentWidget() ? parentWidget()->findChild<QTabWidget *>() : nullptr;
    for (int i = 0; tabs && i < tabs->count(); ++i) {
        const auto actions = tabs->widget(i)->findChildren<QAction *>();
        for (const auto *action : actions) {
            const auto keys = QKeySequence::listToString(action->shortcuts());
            if (!keys.isEmpty())
                add(desktop::withoutMnemonic(tabs->tabText(i)),
                    desktop::withoutMnemonic(action->text()), nativeKeys(keys.toLatin1()));
        }
    }
}

void ShortcutsDialog::add(const QString &where, const QString &what, const QString &keys)
{
    QList<QStandardItem *> row;
    for (const auto &text : {keys, what, where}) {
        row << new QStandardItem(text);
        row.last()->setEditable(false);
    }
    m_rows.appendRow(row);
}

} // namespace trawl::windows

#include "moc_shortcutsdialog.cpp"
