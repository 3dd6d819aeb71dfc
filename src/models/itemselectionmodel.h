// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodel.h"
#include "models/ranges.h"

#include <QItemSelectionModel>

#include <optional>
#include <vector>

namespace trawl::models {

/// Selection of whole rows of an ItemModel that stays on its items, as the current row does, when
/// rows are rearranged. Nothing takes the place of a row that is not shown any more.
///
/// Every cell that is painted has QItemSelectionModel look through all its ranges. So a selection
/// that lies scattered over thousands of places is kept here, a bit for each row, and only what is
/// of it about the rows on the screen is in the base: rowRanges() and hasRows() tell the whole.
class ItemSelectionModel : public QItemSelectionModel
{
    Q_OBJECT

public:
    explicit ItemSelectionModel(ItemModel *model, QObject *parent = nullptr);

    /// What is selected, in order; neighbours are one range.
    [[nodiscard]] std::vector<RowRange> rowRanges() const;
    [[nodiscard]] bool hasRows() const;
    /// Which rows the view shows: isSelected() and what stands on it is true for these.
    void look(int first, int last);

    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;
    void clear() override;
    void reset() override;

private:
    using Bits = std::vector<bool>; ///< one for each row

    void lift();
    void putBack();
    void hold(Bits rows);
    void letGo();
    void showNear();
    [[nodiscard]] bool isScattered() const { return !m_rows.empty(); }
    [[nodiscard]] QItemSelection selectionOf(const std::vector<RowRange> &ranges) const;

    ItemModel *m_items;
    Bits m_rows;   ///< empty = the base has it all
    Bits m_before; ///< without the last command, which a further drag of the mouse replaces
    RowRange m_looked{0, 0};
    RowRange m_near{0, 0}; ///< of which the base knows

    std::vector<item::ItemId> m_lifted;
    std::optional<item::ItemId> m_current;
    int m_currentColumn = 0;
};

} // namespace trawl::models
