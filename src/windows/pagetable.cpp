// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/pagetable.h"

#include "windows/columnfit.h"
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
    m_columns = new ColumnFit(*this);
    m_columns->growAsNeeded();
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
    return m_columns->save();
}

void PageTable::restoreColumns(const QByteArray &columns)
{
    m_columns->restore(columns);
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
    m_columns->menu(0)->popup(horizontalHeader()->mapToGlobal(at));
}

} // namespace trawl::windows

#include "moc_pagetable.cpp"
