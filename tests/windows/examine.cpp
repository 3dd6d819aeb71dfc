// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/examine.h"

#include "windows/stage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHash>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QShortcut>
#include <QStyleOptionComboBox>
#include <QStyleOptionGroupBox>
#include <QStyleOptionHeader>
#include <QTabBar>
#include <QTabWidget>
#include <QTextDocument>
#include <QToolButton>

namespace trawl::windows {

namespace {

QString nameOf(const QWidget &widget)
{
    QString name =
        QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
    if (widget.objectName().isEmpty() && widget.parentWidget())
        name += QStringLiteral("in ") + nameOf(*widget.parentWidget());
    return name;
}

QList<QWidget *> seen(const QWidget &window)
{
    QList<QWidget *> visible;
    const auto widgets = window.findChildren<QWidget *>();
    for (auto *widget : widgets) {
        if (widget->isVisibleTo(&window) && widget->window() == window.window())
            visible << widget;
    }
    return visible;
}

bool inherits(const QWidget &widget, std::initializer_list<const char *> classes)
{
    return std::any_of(classes.begin(), classes.end(),
                       [&](const char *name) { return widget.inherits(name); });
}

/// Parts that Qt makes and names by itself.
bool isInternal(const QWidget &widget)
{
    const auto *parent = widget.parentWidget();
    return widget.objectName().startsWith(u"qt_scrollarea") ||
           inherits(widget, {"QScrollBar", "QHeaderView", "QTableCornerButton",
                             "QLineEditIconButton", "QComboBoxListView"}) ||
           (parent && (parent->inherits("QTabBar") || parent->inherits("QAbstractSpinBox") ||
                       parent->inherits("QComboBox") ||
                       (widget.inherits("QAbstractButton") && parent->inherits("QTableView"))));
}

bool tells(const QWidget &widget, const QString &text)
{
    return !text.isEmpty() && widget.toolTip().contains(text);
}

QString withoutMnemonic(const QString &text)
{
    static const QString twoAmpersands = QStringLiteral("&&");
    QString plain = text;
    plain.replace(twoAmpersands, QStringLiteral("\x01"));
    plain.remove(u'&');
    return plain.replace(QChar(1), u'&');
}

int widthOf(const QWidget &widget, const QString &text)
{
    return widget.fontMetrics().size(Qt::TextSingleLine, withoutMnemonic(text)).width();
}

/// What is missing of a text; empty = nothing.
QString labelFault(const QLabel &label)
{
    if (label.text().isEmpty() || !label.pixmap(Qt::ReturnByValue).isNull())
        return {};
    const bool elided = label.text().contains(u'…') && !label.text().endsWith(u'…');
    if (elided && label.toolTip().isEmpty())
        return label.text();
    const bool fits = label.wordWrap() ? label.heightForWidth(label.width()) <= label.height()
                                       : label.sizeHint().width() <= label.width() &&
                                             label.sizeHint().height() <= label.height();
    return fits || tells(label, label.text()) ? QString() : label.text();
}

QString buttonFault(const QAbstractButton &button)
{
    if (inherits(button, {"QLineEditIconButton"}))
        return {}; // an icon inside of its field
    if (button.text().isEmpty() || inherits(button, {"QToolButton"}))
        return inherits(button, {"QToolButton"}) && button.sizeHint().width() > button.width()
                   ? button.text()
                   : QString();
    const int space = button.icon().isNull() ? 0 : button.iconSize().width() + 4;
    const bool choice = inherits(button, {"QCheckBox", "QRadioButton"});
    const int needed = choice ? button.sizeHint().width() : widthOf(button, button.text()) + space;
    return needed <= button.width() && button.fontMetrics().height() <= button.height()
               ? QString()
               : button.text();
}

QString comboFault(const QComboBox &combo)
{
    if (combo.isEditable())
        return {};
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.editable = false;
    const auto field = combo.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                     QStyle::SC_ComboBoxEditField, &combo);
    return widthOf(combo, combo.currentText()) <= field.width() || tells(combo, combo.currentText())
               ? QString()
               : combo.currentText();
}

QString lineFault(const QLineEdit &line)
{
    const auto inner =
        line.contentsRect().width() - line.textMargins().left() - line.textMargins().right() - 4;
    const bool fits = widthOf(line, line.placeholderText()) <= inner;
    return fits || tells(line, line.placeholderText()) ? QString() : line.placeholderText();
}

QString groupFault(const QGroupBox &group)
{
    return widthOf(group, group.title()) <= group.width() - 8 ? QString() : group.title();
}

QStringList headerFaults(const QHeaderView &header)
{
    QStringList faults;
    if (header.orientation() != Qt::Horizontal)
        return faults;
    const auto margin = 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header);
    for (int i = 0; i < header.count(); ++i) {
        const auto text = header.model()->headerData(i, Qt::Horizontal).toString();
        if (!header.isSectionHidden(i) && widthOf(header, text) + margin > header.sectionSize(i))
            faults << text;
    }
    return faults;
}

QStringList tabFaults(const QTabBar &bar)
{
    QStringList faults;
    for (int i = 0; i < bar.count(); ++i) {
        const auto rect = bar.tabRect(i);
        const bool narrow = widthOf(bar, bar.tabText(i)) > rect.width();
        if (bar.isTabVisible(i) && (narrow || !bar.rect().contains(rect.center())))
            faults << bar.tabText(i);
    }
    return faults;
}

/// Empty ones among them mean nothing.
QStringList textFaults(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return {labelFault(*label)};
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return {buttonFault(*button)};
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        return {comboFault(*combo)};
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return {lineFault(*line)};
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        return {groupFault(*group)};
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
        return headerFaults(*header);
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget))
        return tabFaults(*bar);
    return {};
}

QString mnemonicOf(const QString &text)
{
    return QKeySequence::mnemonic(text).toString();
}

/// Notes a key's owner; tells the fault when it has one already.
void claim(QHash<QString, QString> &owners, const QString &key, const QString &owner,
           QStringList &faults)
{
    if (key.isEmpty())
        return;
    if (owners.contains(key))
        faults << QStringLiteral("%1: “%2” and “%3”").arg(key, owners.value(key), owner);
    owners.insert(key, owner);
}

template <typename Widget> QStringList actionFaults(const Widget &menu)
{
    QHash<QString, QString> owners;
    QStringList faults;
    const auto actions = menu.actions();
    for (const auto *action : actions) {
        if (action->isVisible() && !action->isSeparator())
            claim(owners, mnemonicOf(action->text()), action->text(), faults);
    }
    return faults;
}

/// The texts of a widget whose mnemonics work in its window.
QStringList mnemonicTexts(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->buddy() ? QStringList{label->text()} : QStringList();
    if (const auto *tool = widget.inherits("QToolButton") ? &widget : nullptr)
        return tool->actions().isEmpty()
                   ? QStringList{qobject_cast<const QAbstractButton *>(tool)->text()}
                   : QStringList(); // a tool bar takes its actions' mnemonics off
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return {button->text()};
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        return {group->title()};
    QStringList texts;
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < bar->count(); ++i)
            texts << bar->tabText(i);
    }
    if (const auto *bar = qobject_cast<const QMenuBar *>(&widget)) {
        const auto actions = bar->actions();
        for (const auto *action : actions)
            texts << action->text();
    }
    return texts;
}

/// Something that hears keys.
struct Listener
{
    QString name;
    QList<QKeySequence> keys;
    Qt::ShortcutContext context;
    QObjectList owners;
};

bool meet(const Listener &one, const Listener &other)
{
    const auto wide = [](const Listener &l) {
        return l.context == Qt::WindowShortcut || l.context == Qt::ApplicationShortcut;
    };
    if (wide(one) || wide(other))
        return true;
    return std::any_of(one.owners.begin(), one.owners.end(),
                       [&](QObject *owner) { return other.owners.contains(owner); });
}

QList<Listener> listeners(const QWidget &window)
{
    QList<Listener> found;
    const auto actions = window.findChildren<QAction *>();
    for (const auto *action : actions) {
        if (!action->shortcuts().isEmpty())
            found.append({action->text(), action->shortcuts(), action->shortcutContext(),
                          action->associatedObjects()});
    }
    const auto shortcuts = window.findChildren<QShortcut *>();
    for (const auto *shortcut : shortcuts)
        found.append({QStringLiteral("a shortcut"),
                      {shortcut->key()},
                      shortcut->context(),
                      {shortcut->parent()}});
    return found;
}

void addPoisoned(QStringList &faults, const QString &where, const QString &toolTip)
{
    if (toolTip.contains(poison))
        faults << where + QStringLiteral(": ") + toolTip;
}

/// Looks at the first rows below each parent.
void addPoisonedCells(QStringList &faults, const QAbstractItemModel &model,
                      const QModelIndex &parent = {})
{
    constexpr int mostRows = 100;
    const QString name = QString::fromLatin1(model.metaObject()->className());
    for (int row = 0; row < std::min(model.rowCount(parent), mostRows); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const auto cell = model.index(row, column, parent);
            addPoisoned(faults, name, cell.data(Qt::ToolTipRole).toString());
            addPoisonedCells(faults, model, cell);
        }
    }
    for (int column = 0; column < model.columnCount(parent); ++column)
        addPoisoned(faults, name,
                    model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
}

} // namespace

QStringList namelessWidgets(const QWidget &window)
{
    QStringList nameless;
    const auto widgets = window.findChildren<QWidget *>();
    for (auto *widget : widgets) {
        const bool interactive =
            inherits(*widget, {"QAbstractButton", "QLineEdit", "QComboBox", "QAbstractItemView",
                               "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox", "QAbstractSlider",
                               "QTabWidget", "QProgressBar"});
        if (!interactive || isInternal(*widget))
            continue;
        const auto *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty())
            nameless << nameOf(*widget);
    }
    return nameless;
}

QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    const auto widgets = seen(window);
    for (const auto *widget : widgets) {
        const auto faults = textFaults(*widget);
        for (const auto &text : faults) {
            if (!text.isEmpty())
                cut << nameOf(*widget) + QStringLiteral(": ") + text;
        }
    }
    return cut;
}

QStringList strayWidgets(const QWidget &window)
{
    QStringList stray;
    const auto widgets = seen(window);
    for (const auto *widget : widgets) {
        const auto *parent = widget->parentWidget();
        const auto *area = qobject_cast<const QAbstractScrollArea *>(parent->parentWidget());
        const bool scrolls = area && area->viewport() == parent;
        // A QSplitter that is laid out from the right is a pixel off.
        const int slack = parent->inherits("QSplitter") ? 1 : 0;
        const auto room = parent->rect().adjusted(-slack, -slack, slack, slack);
        if (scrolls || room.contains(widget->geometry()) || widget->size().isEmpty())
            continue;
        const auto at = widget->geometry();
        stray << QStringLiteral("%1 at %2,%3 %4×%5 in %6×%7")
                     .arg(nameOf(*widget))
                     .arg(at.x())
                     .arg(at.y())
                     .arg(at.width())
                     .arg(at.height())
                     .arg(parent->width())
                     .arg(parent->height());
    }
    return stray;
}

QStringList doubleMnemonics(const QWidget &window)
{
    if (const auto *menu = qobject_cast<const QMenu *>(&window))
        return actionFaults(*menu);
    QStringList faults;
    QHash<QString, QString> owners;
    const auto widgets = seen(window);
    for (const auto *widget : widgets) {
        const auto texts = mnemonicTexts(*widget);
        for (const auto &text : texts)
            claim(owners, mnemonicOf(text), text, faults);
    }
    const auto menus = window.findChildren<QMenu *>();
    for (const auto *menu : menus)
        faults += actionFaults(*menu);
    return faults;
}

QStringList leftMnemonics(const QWidget &window)
{
    static const QRegularExpression bracketed(QStringLiteral("\\(&?[A-Z]\\)"));
    QStringList faults;
    const auto widgets = seen(window);
    for (const auto *widget : widgets) {
        const auto *tool = qobject_cast<const QToolButton *>(widget);
        const QString shown = tool ? tool->text() + u' ' + tool->toolTip() : widget->toolTip();
        if (shown.contains(bracketed))
            faults << nameOf(*widget) + QStringLiteral(": ") + shown;
    }
    return faults;
}

QStringList doubleShortcuts(const QWidget &window)
{
    QStringList faults;
    const auto all = listeners(window);
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype k = i + 1; k < all.size(); ++k) {
            for (const auto &key : all[i].keys) {
                if (!key.isEmpty() && all[k].keys.contains(key) && meet(all[i], all[k]))
                    faults << QStringLiteral("%1: “%2” and “%3”")
                                  .arg(key.toString(), all[i].name, all[k].name);
            }
        }
    }
    return faults;
}

QStringList formattedTexts(const QWidget &window)
{
    QStringList faults;
    const auto widgets = seen(window);
    for (const auto *widget : widgets) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->textFormat() == Qt::AutoText)
            faults << nameOf(*widget) + QStringLiteral(": ") + label->text();
        addPoisoned(faults, nameOf(*widget), widget->toolTip());
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            view && view->model())
            addPoisonedCells(faults, *view->model());
        if (const auto *combo = qobject_cast<const QComboBox *>(widget))
            addPoisonedCells(faults, *combo->model());
    }
    const auto actions = window.findChildren<QAction *>();
    for (const auto *action : actions)
        addPoisoned(faults, action->text(), action->toolTip());
    return faults;
}

} // namespace trawl::windows
