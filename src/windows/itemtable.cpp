// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/itemtable.h"

#include "models/icons.h"
#include "models/itemmodel.h"
#include "models/itemselectionmodel.h"
#include "windows/columnfit.h"
#include "windows/tablelook.h"

#include <QApplication>
#include <QDrag>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <utility>

namespace trawl::windows {

using models::ItemColumn;
using models::ItemModel;

namespace {

constexpr int busyMs = 200;

/// Draws ItemModel::ProgressRole as a bar with the percentage on it; nothing while it is unknown.
class ProgressDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    auto ground = option;
    initStyleOption(&ground, index);
    const auto text = ground.text;
    ground.text.clear();
    auto *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const auto progress = index.data(ItemModel::ProgressRole).toInt();
    if (progress < 0)
        return;
    // A bar of our own: a style's progress bar costs too much for fifty rows ten times a second.
    const auto selected = option.state.testFlag(QStyle::State_Selected);
    const auto group =
        option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const auto words =
        option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const auto frame = option.rect.adjusted(4, 4, -5, -5);
    auto fill = selected ? words : option.palette.color(group, QPalette::Highlight);
    fill.setAlphaF(selected ? 0.2F : 0.35F); // the words have the fill's own colour there
    auto edge = words;
    edge.setAlphaF(0.35F);
    painter->save();
    const QRect part(frame.topLeft(), QSize(frame.width() * progress / 1000, frame.height()));
    painter->fillRect(QStyle::visualRect(option.direction, frame, part), fill);
    painter->setPen(edge);
    painter->drawRect(frame);
    painter->setPen(words);
    style->drawItemText(painter, frame, Qt::AlignCenter, option.palette, true, text);
    painter->restore();
}

} // namespace

ItemTable::ItemTable(QWidget *parent)
    : QTableView(parent)
    , m_busy(new QLabel(tr("Sorting…"), this))
{
    giveListLook(*this);
    setDragDropMode(DragOnly);
    setAcceptDrops(false);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            &ItemTable::chooseColumns);
    setItemDelegateForColumn(int(ItemColumn::Progress), new ProgressDelegate(this));
    m_busy->setAutoFillBackground(true);
    m_busy->setFrameStyle(int(QFrame::StyledPanel) | int(QFrame::Plain));
    m_busy->setMargin(4);
    m_busy->hide();
    m_busyTimer.setSingleShot(true);
    m_busyTimer.setInterval(busyMs);
    connect(&m_busyTimer, &QTimer::timeout, this, [this] {
        placeBusyLabel();
        m_busy->show();
    });
}

void ItemTable::setItems(ItemModel *model)
{
    setModel(model);
    // Before and behind what the selection model does at the same signals.
    connect(model, &ItemModel::aboutToRearrange, this, &ItemTable::rememberPlace);
    auto *former = selectionModel();
    setSelectionModel(new models::ItemSelectionModel(model, this));
    delete former;
    // The header would ask of each column, through all rows, whether it is selected.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(model, horizontalHeader()));
    connect(model, &ItemModel::rearranged, this, &ItemTable::keepPlace);
    connect(model, &ItemModel::busyChanged, this, &ItemTable::showBusy);
    horizontalHeader()->setSortIndicator(int(ItemColumn::Number), Qt::AscendingOrder);
    setSortingEnabled(true);
    m_columns = new ColumnFit(*this);
}

ItemModel &ItemTable::items() const
{
    return *static_cast<ItemModel *>(model());
}

models::ItemSelectionModel &ItemTable::selected() const
{
    return *static_cast<models::ItemSelectionModel *>(selectionModel());
}

/// Calls `take` with each selected row in order, until it says false.
template <typename Take> void ItemTable::forSelected(Take take) const
{
    for (const auto &[first, last] : selected().rowRanges()) {
        for (auto row = first; row <= last; ++row) {
            if (!take(int(row)))
                return;
        }
    }
}

QList<item::ItemId> ItemTable::selectedIds() const
{
    QList<item::ItemId> ids;
    forSelected([&](int row) {
        ids.append(items().idAt(row));
        return true;
    });
    return ids;
}

QList<item::ItemId> ItemTable::selectedIds(const QList<item::Status> &statuses) const
{
    QList<item::ItemId> ids;
    forSelected([&](int row) {
        if (statuses.contains(items().statusAt(row)))
            ids.append(items().idAt(row));
        return true;
    });
    return ids;
}

bool ItemTable::isSelected(const QList<item::Status> &statuses) const
{
    bool found = false;
    forSelected([&](int row) {
        found = statuses.contains(items().statusAt(row));
        return !found;
    });
    return found;
}

bool ItemTable::hasSelection() const
{
    return selectionModel() && selected().hasRows();
}

QByteArray ItemTable::saveColumns() const
{
    return m_columns->save();
}

void ItemTable::restoreColumns(const QByteArray &columns)
{
    m_columns->restore(columns);
}

void ItemTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!model() || model()->rowCount() > 0 || items().isBusy())
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No link matches."));
}

void ItemTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    lookAtRows();
    placeBusyLabel();
}

void ItemTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    lookAtRows();
}

void ItemTable::lookAtRows()
{
    auto *selection = qobject_cast<models::ItemSelectionModel *>(selectionModel());
    if (!selection) // not set up yet
        return;
    const auto last = rowAt(viewport()->height() - 1);
    selection->look(rowAt(0), last < 0 ? model()->rowCount() - 1 : last);
}

void ItemTable::placeBusyLabel()
{
    m_busy->adjustSize();
    const auto area = viewport()->geometry();
    const QSize size = m_busy->size();
    const QRect corner(area.bottomRight() - QPoint(size.width() + 8, size.height() + 8), size);
    m_busy->setGeometry(QStyle::visualRect(layoutDirection(), area, corner));
}

void ItemTable::showBusy(bool busy)
{
    if (busy) {
        m_busyTimer.start();
        return;
    }
    m_busyTimer.stop();
    m_busy->hide();
    viewport()->update();
}

void ItemTable::rememberPlace()
{
    const auto first = rowAt(0);
    const auto last = rowAt(viewport()->height() - 1);
    const auto current = currentIndex().row();
    m_anchor.reset();
    if (first < 0)
        return;
    if (current >= first && (current <= last || last < 0))
        m_anchor = {items().idAt(current), current - first, true};
    else if (first > 0) // who is at the top wants to see what comes there
        m_anchor = {items().idAt(first), 0, false};
}

void ItemTable::keepPlace()
{
    const auto former = std::exchange(m_filter, items().filter());
    const bool others = m_filter != former;
    const bool keeps = m_anchor && (m_anchor->isCurrent || !others);
    const auto row = keeps ? items().rowOf(m_anchor->id) : -1;
    if (row < 0 && !others)
        return;
    executeDelayedItemsLayout(); // the scroll bar knows of all rows then
    verticalScrollBar()->setValue(row < 0 ? 0 : row - m_anchor->offset);
}

/// One cell a row will do: Qt's own way makes a list of all cells.
void ItemTable::startDrag(Qt::DropActions actions)
{
    QModelIndexList rows;
    forSelected([&](int row) {
        rows.append(model()->index(row, 0));
        return true;
    });
    if (rows.isEmpty())
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(model()->mimeData(rows));
    const auto size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    drag->setPixmap(models::icon(u"job").pixmap(size));
    drag->exec(actions, Qt::CopyAction);
}

void ItemTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (selected.isEmpty() && deselected.isEmpty()) // it is not said what became another
        viewport()->update();
    Q_EMIT selectionMoved();
}

void ItemTable::resetColumns()
{
    sortByColumn(int(ItemColumn::Number), Qt::AscendingOrder);
    m_columns->startAnew();
}

void ItemTable::chooseColumns(const QPoint &at)
{
    auto *menu = m_columns->menu(int(ItemColumn::Name));
    menu->addSeparator();
    menu->addAction(tr("&Reset columns"), this, &ItemTable::resetColumns);
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

} // namespace trawl::windows

#include "moc_itemtable.cpp"
