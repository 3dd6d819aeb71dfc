// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"
#include "item/status.h"
#include "models/itemfilter.h"

#include <QTableView>
#include <QTimer>

#include <optional>

class QLabel;

namespace trawl::models {
class ItemModel;
class ItemSelectionModel;
} // namespace trawl::models

namespace trawl::windows {

class ColumnFit;

/// The table of items: whole rows, one height, a header that sorts, moves and chooses columns. When
/// rows are rearranged, the current row stays where it is on the screen, or else the first one;
/// other rows that were asked for are shown from the first on, but for a current one in sight.
class ItemTable : public QTableView
{
    Q_OBJECT

public:
    explicit ItemTable(QWidget *parent = nullptr);

    void setItems(models::ItemModel *model);
    [[nodiscard]] models::ItemModel &items() const;

    [[nodiscard]] models::ItemSelectionModel &selected() const;
    /// In order of row; also for a million selected rows.
    [[nodiscard]] QList<item::ItemId> selectedIds() const;
    [[nodiscard]] QList<item::ItemId> selectedIds(const QList<item::Status> &statuses) const;
    /// Whether any item with one of these is.
    [[nodiscard]] bool isSelected(const QList<item::Status> &statuses) const;
    [[nodiscard]] bool hasSelection() const;

    /// Order, widths and sort of the columns, and which are shown.
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &columns);
    void resetColumns();

Q_SIGNALS:
    void selectionMoved();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void startDrag(Qt::DropActions actions) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    /// A row and how far it is from the first one on the screen.
    struct Anchor
    {
        item::ItemId id;
        int offset;
        bool isCurrent;
    };

    template <typename Take> void forSelected(Take take) const;
    void chooseColumns(const QPoint &at);
    void lookAtRows();
    void rememberPlace();
    void keepPlace();
    void showBusy(bool busy);
    void placeBusyLabel();

    std::optional<Anchor> m_anchor;
    models::ItemFilter m_filter; ///< of the rows that are shown
    ColumnFit *m_columns = nullptr;
    QLabel *m_busy;
    QTimer m_busyTimer; ///< what is quick is not announced
};

} // namespace trawl::windows
