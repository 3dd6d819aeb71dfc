// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"
#include "item/status.h"

#include <QTableView>

namespace trawl::models {
class ItemModel;
}

namespace trawl::windows {

/// The table of items: whole rows, one height, a header that sorts, moves and chooses columns.
class ItemTable : public QTableView
{
    Q_OBJECT

public:
    explicit ItemTable(QWidget *parent = nullptr);

    void setItems(models::ItemModel *model);
    [[nodiscard]] models::ItemModel &items() const;

    /// In order of row; also for a million selected rows.
    [[nodiscard]] QList<item::ItemId> selectedIds() const;
    [[nodiscard]] QList<item::ItemId> selectedIds(const QList<item::Status> &statuses) const;
    [[nodiscard]] bool hasSelection() const;

    /// Order, widths and sort of the columns, and which are shown.
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &columns);

Q_SIGNALS:
    void selectionMoved();

protected:
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void setFirstColumns();
    void chooseColumns(const QPoint &at);
};

} // namespace trawl::windows
