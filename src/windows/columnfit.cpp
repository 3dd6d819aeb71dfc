// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/columnfit.h"

#include <QDataStream>
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
    connect(table.model(), &QAbstractItemModel::headerDataChanged, this, &ColumnFit::fit);
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

void ColumnFit::growAsNeeded()
{
    m_grows = true;
    m_growing.setSingleShot(true);
    m_growing.setInterval(0);
    connect(&m_growing, &QTimer::timeout, this, &ColumnFit::grow);
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
    if (!m_changed)
        return {};
    QByteArray columns;
    QDataStream(&columns, QIODevice::WriteOnly)
        << m_sized << m_table.horizontalHeader()->saveState();
    return columns;
}

void ColumnFit::restore(const QByteArray &columns)
{
    QDataStream stream(columns);
    bool sized = false;
    QByteArray state;
    stream >> sized >> state;
    if (stream.status() != QDataStream::Ok) { // settings may still have the header's state alone
        sized = true;
        state = columns;
    }
    {
        const QScopedValueRollback fitting(m_fitting, true);
        if (!m_table.horizontalHeader()->restoreState(state))
            return;
    }
    m_changed = true;
    m_sized = sized;
    fit(); // the room may be another than it was
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (watched == m_viewport) {
        if (type == QEvent::Resize)
            fit();
        else if (type == QEvent::Paint && m_grows && !m_sized)
            m_growing.start();
    } else if (type == QEvent::FontChange || type == QEvent::StyleChange) {
        m_seen.clear();
        fit();
    }
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
    m_seen.resize(std::size_t(count));
    std::vector<int> widths(std::size_t(count), 0);
    int stretches = 0;
    for (int column = 0; column < count; ++column) {
        if (m_table.isColumnHidden(column))
            continue;
        const auto digits = look(column, ColumnLook::DigitsRole);
        widths[std::size_t(column)] = std::max(
            {titleWidth(column), digits * digit + digit + digit / 2, m_seen[std::size_t(column)]});
        stretches += look(column, ColumnLook::StretchRole);
    }
    if (m_grows)
        squeeze(widths, digit);
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

/// Where that makes all of them fit, they do without some of the room for what may come: with a
/// wide font, say. What comes is given it then.
void ColumnFit::squeeze(std::vector<int> &widths, int digit) const
{
    std::vector<int> excess(widths.size(), 0);
    for (int column = 0; column < int(widths.size()); ++column) {
        if (m_table.isColumnHidden(column))
            continue;
        const bool shares = look(column, ColumnLook::StretchRole) > 0;
        const auto words = shares ? look(column, ColumnLook::DigitsRole) * digit * 2 / 3 : 0;
        const auto least = std::max({titleWidth(column), words, m_seen[std::size_t(column)]});
        excess[std::size_t(column)] = std::max(0, widths[std::size_t(column)] - least);
    }
    auto left = std::accumulate(excess.begin(), excess.end(), 0);
    auto over = std::accumulate(widths.begin(), widths.end(), 0) - m_table.viewport()->width();
    if (over <= 0 || over > left)
        return;
    for (std::size_t i = 0; i < widths.size() && over > 0; ++i) {
        if (excess[i] == 0)
            continue;
        const auto given = (over * excess[i] + left - 1) / left;
        widths[i] -= std::min({given, over, excess[i]});
        over -= std::min({given, over, excess[i]});
        left -= excess[i];
    }
}

/// What is on the screen has been painted: numbers that were cut have room from now on.
void ColumnFit::grow()
{
    const QAbstractItemView &view = m_table;
    bool grown = false;
    for (int column = 0; column < int(m_seen.size()); ++column) {
        if (m_sized || m_table.isColumnHidden(column) || look(column, ColumnLook::StretchRole) > 0)
            continue;
        const auto seen = view.sizeHintForColumn(column);
        grown = grown || seen > m_table.columnWidth(column);
        m_seen[std::size_t(column)] = std::max(m_seen[std::size_t(column)], seen);
    }
    if (grown)
        fit();
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
