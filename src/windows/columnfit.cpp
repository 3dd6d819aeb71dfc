// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/columnfit.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>
#include <numeric>
#include <vector>

namespace trawl::windows {

using models::ColumnLook;

namespace {

/// For texts whose end tells as much as their beginning.
class MiddleElided : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

} // namespace

ColumnFit::ColumnFit(QTableView &table)
    : QObject(&table)
    , m_table(table)
    , m_viewport(table.viewport())
{
    table.installEventFilter(this);
    table.viewport()->installEventFilter(this);
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        table.setColumnHidden(column, look(column, ColumnLook::HiddenRole) != 0);
        if (look(column, ColumnLook::ElideRole) == int(Qt::ElideMiddle))
            table.setItemDelegateForColumn(column, new MiddleElided(&table));
    }
    fit();
    const auto *header = table.horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, &ColumnFit::noteWidth);
    connect(header, &QHeaderView::sectionMoved, this, &ColumnFit::note);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ColumnFit::note);
}

void ColumnFit::startAnew()
{
    {
        const QScopedValueRollback fitting(m_fitting, true);
        auto *header = m_table.horizontalHeader();
        for (int column = 0; column < header->count(); ++column) {
            header->moveSection(header->visualIndex(column), column);
            m_table.setColumnHidden(column, look(column, ColumnLook::HiddenRole) != 0);
        }
    }
    m_changed = m_sized = false;
    fit();
}

QMenu *ColumnFit::menu(int kept)
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto *model = m_table.model();
    for (int column = 0; column < model->columnCount(); ++column) {
        auto *action = menu->addAction(model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_table.isColumnHidden(column));
        action->setEnabled(column != kept);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_table.setColumnHidden(column, !shown);
            note();
        });
    }
    return menu;
}

QByteArray ColumnFit::save() const
{
    return m_changed ? m_table.horizontalHeader()->saveState() : QByteArray();
}

void ColumnFit::restore(const QByteArray &columns)
{
    const QScopedValueRollback fitting(m_fitting, true);
    if (!columns.isEmpty() && m_table.horizontalHeader()->restoreState(columns))
        m_changed = m_sized = true;
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (watched == m_viewport ? type == QEvent::Resize
                              : type == QEvent::FontChange || type == QEvent::StyleChange)
        fit();
    return QObject::eventFilter(watched, event);
}

void ColumnFit::fit()
{
    if (m_sized)
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    // Not the average width: a font with Chinese in it has a far larger one.
    const auto digit = m_table.fontMetrics().horizontalAdvance(u'0');
    const int count = m_table.horizontalHeader()->count();
    std::vector<int> widths(std::size_t(count), 0);
    int stretches = 0;
    for (int column = 0; column < count; ++column) {
        if (m_table.isColumnHidden(column))
            continue;
        const auto digits = look(column, ColumnLook::DigitsRole);
        widths[std::size_t(column)] =
            std::max(titleWidth(column), digits * digit + digit + digit / 2);
        stretches += look(column, ColumnLook::StretchRole);
    }
    const auto spare =
        std::max(0, m_table.viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0));
    for (int column = 0; column < count; ++column) {
        if (m_table.isColumnHidden(column))
            continue;
        const auto stretch = look(column, ColumnLook::StretchRole);
        const auto share = stretches > 0 ? spare * stretch / stretches : 0;
        m_table.setColumnWidth(column, widths[std::size_t(column)] + share);
    }
}

int ColumnFit::look(int column, ColumnLook::Role role) const
{
    return m_table.model()->headerData(column, Qt::Horizontal, role).toInt();
}

/// Qt's own hint has room for the arrow in each column that can be sorted.
int ColumnFit::titleWidth(int column) const
{
    const auto *header = m_table.horizontalHeader();
    if (header->isSortIndicatorShown() && header->sortIndicatorSection() == column)
        return header->sectionSizeHint(column);
    const auto title = m_table.model()->headerData(column, Qt::Horizontal).toString();
    const auto margin = m_table.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header);
    return header->fontMetrics().horizontalAdvance(title) + 2 * margin + 4;
}

void ColumnFit::note()
{
    if (m_fitting)
        return;
    m_changed = true;
    fit(); // the arrow needs room elsewhere
}

void ColumnFit::noteWidth(int column, int before, int now)
{
    const bool resized = before > 0 && now > 0; // not hidden or shown, of which is told late
    if (m_fitting || !resized || isLast(column))
        return;
    m_changed = m_sized = true;
}

/// That one changes by itself: it fills the table.
bool ColumnFit::isLast(int column) const
{
    const auto *header = m_table.horizontalHeader();
    int last = header->count() - 1;
    while (last > 0 && header->isSectionHidden(header->logicalIndex(last)))
        --last;
    return header->logicalIndex(last) == column;
}

} // namespace trawl::windows

#include "moc_columnfit.cpp"
