// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/valuecolumns.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace trawl::recipes {

ValueColumns::ValueColumns(QTableView &table)
    : QObject(&table)
    , m_table(table)
{
    table.horizontalHeader()->setResizeContentsPrecision(0); // the rows to be seen
    connect(table.model(), &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_sizing = true; });
    // Behind the header, which gives all columns the usual width then.
    connect(table.model(), &QAbstractItemModel::modelReset, this, &ValueColumns::begin);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, &ValueColumns::noteWidth);
}

void ValueColumns::begin()
{
    m_sizing = true;
    const auto widths = m_chosen.value(titles());
    for (int column = 0; column < int(widths.size()); ++column)
        m_table.setColumnWidth(column, widths[column]);
    m_sized = !widths.isEmpty();
    m_sizing = false;
}

void ValueColumns::sizeOnce()
{
    if (std::exchange(m_sized, true))
        return;
    const QScopedValueRollback sizing(m_sizing, true);
    const auto most = m_table.fontMetrics().horizontalAdvance(u'0') * 36;
    // Wider tables keep the usual widths: to look at all their cells takes too long.
    constexpr int mostColumns = 50;
    for (int column = 0; column < std::min(m_table.model()->columnCount(), mostColumns); ++column) {
        m_table.resizeColumnToContents(column);
        m_table.setColumnWidth(column, std::min(m_table.columnWidth(column), most));
    }
}

/// The last one fills the table, and so changes by itself.
void ValueColumns::noteWidth(int column, int before, int now)
{
    const auto *header = m_table.horizontalHeader();
    const bool isLast = header->visualIndex(column) == header->count() - 1;
    if (m_sizing || isLast || before <= 0 || now <= 0)
        return;
    QList<int> widths;
    for (int each = 0; each < header->count(); ++each)
        widths << header->sectionSize(each);
    m_chosen.insert(titles(), widths);
    m_sized = true;
}

QStringList ValueColumns::titles() const
{
    QStringList titles;
    for (int column = 0; column < m_table.model()->columnCount(); ++column)
        titles << m_table.model()->headerData(column, Qt::Horizontal).toString();
    return titles;
}

} // namespace trawl::recipes

#include "moc_valuecolumns.cpp"
