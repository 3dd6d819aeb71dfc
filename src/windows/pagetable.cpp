// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/pagetable.h"

#include "windows/tablelook.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace trawl::windows {

PageTable::PageTable(QWidget *parent)
    : QTableView(parent)
{
    setFrameShape(NoFrame);
    giveListLook(*this);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            &PageTable::chooseColumns);
}

void PageTable::setUp(QAbstractItemModel *model, const QString &emptyWord, bool sorts)
{
    m_emptyWord = emptyWord;
    setModel(model);
    if (sorts) {
        horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
        setSortingEnabled(true);
    }
    connect(model, &QAbstractItemModel::rowsInserted, this, &PageTable::sizeColumns);
    sizeColumns();
}

void PageTable::setEmptyWord(const QString &emptyWord)
{
    m_emptyWord = emptyWord;
    viewport()->update();
}

QList<int> PageTable::selectedRows() const
{
    QList<int> rows;
    const auto indexes = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    for (const auto &index : indexes)
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

QString PageTable::selectedText() const
{
    QStringList lines;
    const auto rows = selectedRows();
    for (const auto row : rows) {
        QStringList cells;
        for (int at = 0; at < horizontalHeader()->count(); ++at) {
            const auto column = horizontalHeader()->logicalIndex(at);
            if (!isColumnHidden(column))
                cells << model()->index(row, column).data().toString();
        }
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

QByteArray PageTable::saveColumns() const
{
    return m_sized ? horizontalHeader()->saveState() : QByteArray();
}

void PageTable::restoreColumns(const QByteArray &columns)
{
    if (!columns.isEmpty() && horizontalHeader()->restoreState(columns))
        m_sized = true;
}

/// To what the titles and then the first rows hold, with room for them to grow. One long name does
/// not push the other columns out of sight.
void PageTable::sizeColumns()
{
    if (m_sized)
        return;
    m_sized = model()->rowCount() > 0;
    const auto digit = fontMetrics().horizontalAdvance(u'0');
    resizeColumnsToContents();
    for (int column = 0; column < model()->columnCount(); ++column) {
        const auto alignment = model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        const bool isNumber = (Qt::Alignment(alignment.toInt()) & Qt::AlignRight) != 0;
        setColumnWidth(column,
                       std::min(columnWidth(column), digit * 36) + digit * (isNumber ? 2 : 6));
    }
}

void PageTable::keyPressEvent(QKeyEvent *event)
{
    if (event != QKeySequence::Copy)
        return QTableView::keyPressEvent(event);
    if (const auto text = selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void PageTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const auto margin = fontMetrics().height();
    painter.drawText(viewport()->rect().adjusted(margin, 0, -margin, 0),
                     Qt::AlignCenter | Qt::TextWordWrap, m_emptyWord);
}

void PageTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void PageTable::chooseColumns(const QPoint &at)
{
    columnMenu(*this, 0)->popup(horizontalHeader()->mapToGlobal(at));
}

} // namespace trawl::windows
