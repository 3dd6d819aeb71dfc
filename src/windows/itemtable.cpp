// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/itemtable.h"

#include "models/itemmodel.h"
#include "models/itemselectionmodel.h"
#include "windows/progressdelegate.h"

#include <QHeaderView>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <array>

namespace trawl::windows {

using models::ItemColumn;
using models::ItemModel;

namespace {

struct FirstWidth
{
    ItemColumn column;
    int digits;
};

constexpr std::array firstWidths{
    FirstWidth{ItemColumn::Number, 6},  FirstWidth{ItemColumn::Name, 16},
    FirstWidth{ItemColumn::Status, 11}, FirstWidth{ItemColumn::Progress, 9},
    FirstWidth{ItemColumn::Size, 8},    FirstWidth{ItemColumn::Speed, 9},
    FirstWidth{ItemColumn::Left, 10},   FirstWidth{ItemColumn::Host, 13},
    FirstWidth{ItemColumn::Code, 5},    FirstWidth{ItemColumn::Tries, 6},
    FirstWidth{ItemColumn::Why, 16},    FirstWidth{ItemColumn::Url, 40},
    FirstWidth{ItemColumn::Job, 14},    FirstWidth{ItemColumn::Ended, 14},
    FirstWidth{ItemColumn::File, 24},
};

} // namespace

ItemTable::ItemTable(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setDragDropMode(DragOnly);
    setAcceptDrops(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    auto *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &ItemTable::chooseColumns);
    setItemDelegateForColumn(int(ItemColumn::Progress), new ProgressDelegate(this));
}

void ItemTable::setItems(ItemModel *model)
{
    setModel(model);
    auto *former = selectionModel();
    setSelectionModel(new models::ItemSelectionModel(model, this));
    delete former;
    setFirstColumns();
    horizontalHeader()->setSortIndicator(int(ItemColumn::Number), Qt::AscendingOrder);
    setSortingEnabled(true);
}

ItemModel &ItemTable::items() const
{
    return *static_cast<ItemModel *>(model());
}

QList<item::ItemId> ItemTable::selectedIds() const
{
    QList<item::ItemId> ids;
    const auto ranges = selectionModel()->selection();
    for (const auto &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.append(items().idAt(row));
    }
    std::ranges::sort(ids, {}, [this](item::ItemId id) { return items().rowOf(id); });
    return ids;
}

QList<item::ItemId> ItemTable::selectedIds(const QList<item::Status> &statuses) const
{
    auto ids = selectedIds();
    ids.removeIf([&](item::ItemId id) {
        const auto index = items().index(items().rowOf(id), 0);
        return !statuses.contains(item::Status(index.data(ItemModel::StatusRole).toInt()));
    });
    return ids;
}

bool ItemTable::hasSelection() const
{
    return selectionModel() && selectionModel()->hasSelection();
}

QByteArray ItemTable::saveColumns() const
{
    return horizontalHeader()->saveState();
}

void ItemTable::restoreColumns(const QByteArray &columns)
{
    if (!columns.isEmpty())
        horizontalHeader()->restoreState(columns);
}

void ItemTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (model() && model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::Disabled, QPalette::Text));
    painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No link matches."));
}

void ItemTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void ItemTable::setFirstColumns()
{
    // Not the average width: a font with Chinese in it has a far larger one.
    const auto digit = fontMetrics().horizontalAdvance(u'0');
    for (const auto &[column, digits] : firstWidths)
        setColumnWidth(int(column), digit * digits + 12);
    // Name, host and reason say it shorter; who wants the whole link can show it.
    for (const auto column :
         {ItemColumn::Url, ItemColumn::Job, ItemColumn::Ended, ItemColumn::File})
        setColumnHidden(int(column), true);
}

void ItemTable::chooseColumns(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < model()->columnCount(); ++column) {
        auto *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        // The name stays, so that a row can always be told from the next.
        action->setEnabled(column != int(ItemColumn::Name));
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

} // namespace trawl::windows
