// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/pagetable.h"

#include "models/livetable.h"
#include "windows/tablelook.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>
#include <numeric>
#include <vector>

namespace trawl::windows {

using models::LiveTable;

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
    fitColumns();
    auto *header = horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, &PageTable::noteWidth);
    const auto note = [this] {
        if (m_fitting)
            return;
        m_changed = true;
        fitColumns(); // the arrow needs room elsewhere
    };
    connect(header, &QHeaderView::sectionMoved, this, note);
    connect(header, &QHeaderView::sortIndicatorChanged, this, note);
}

void PageTable::hideAtFirst(const QList<int> &columns)
{
    {
        const QScopedValueRollback fitting(m_fitting, true);
        for (const auto column : columns)
            hideColumn(column);
    }
    fitColumns();
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
    return m_changed ? horizontalHeader()->saveState() : QByteArray();
}

void PageTable::restoreColumns(const QByteArray &columns)
{
    const QScopedValueRollback fitting(m_fitting, true);
    if (!columns.isEmpty() && horizontalHeader()->restoreState(columns))
        m_changed = m_sized = true;
}

/// Each as wide as its title and what it mostly holds; those that stretch share the rest.
void PageTable::fitColumns()
{
    if (m_sized || !model())
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    const auto *header = horizontalHeader();
    const auto of = [&](int column, int role) {
        return model()->headerData(column, Qt::Horizontal, role).toInt();
    };
    // Not the average width: a font with Chinese in it has a far larger one.
    const auto digit = fontMetrics().horizontalAdvance(u'0');
    std::vector<int> widths(std::size_t(header->count()), 0);
    int stretches = 0;
    for (int column = 0; column < header->count(); ++column) {
        if (isColumnHidden(column))
            continue;
        widths[std::size_t(column)] = std::max(
            titleWidth(column), of(column, LiveTable::DigitsRole) * digit + digit + digit / 2);
        stretches += of(column, LiveTable::StretchRole);
    }
    const auto spare =
        std::max(0, viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0));
    for (int column = 0; column < header->count(); ++column) {
        const auto share = of(column, LiveTable::StretchRole);
        if (!isColumnHidden(column))
            setColumnWidth(column, widths[std::size_t(column)] +
                                       (stretches > 0 ? spare * share / stretches : 0));
    }
}

/// Qt's own hint has room for the arrow in each column that can be sorted.
int PageTable::titleWidth(int column) const
{
    const auto *header = horizontalHeader();
    if (header->isSortIndicatorShown() && header->sortIndicatorSection() == column)
        return header->sectionSizeHint(column);
    const auto title = model()->headerData(column, Qt::Horizontal).toString();
    const auto margin = style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header);
    return header->fontMetrics().horizontalAdvance(title) + 2 * margin + 4;
}

/// The last column changes by itself: it fills the table.
void PageTable::noteWidth(int column)
{
    const auto *header = horizontalHeader();
    int last = header->count() - 1;
    while (last > 0 && header->isSectionHidden(header->logicalIndex(last)))
        --last;
    if (m_fitting || (header->logicalIndex(last) == column && !isColumnHidden(column)))
        return;
    m_changed = m_sized = true;
}

void PageTable::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

void PageTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
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
    auto *menu = columnMenu(*this, 0);
    const auto actions = menu->actions();
    for (const auto *action : actions) {
        connect(action, &QAction::toggled, this, [this] {
            m_changed = true;
            fitColumns();
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

} // namespace trawl::windows
