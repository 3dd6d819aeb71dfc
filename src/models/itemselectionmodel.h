// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodel.h"

#include <QItemSelectionModel>

#include <optional>
#include <vector>

namespace trawl::models {

/// Selection of whole rows of an ItemModel that stays on its items, as the current row does, when
/// rows are rearranged. Nothing takes the place of a row that is not shown any more; what would be
/// scattered over thousands of places is let go of.
class ItemSelectionModel : public QItemSelectionModel
{
    Q_OBJECT

public:
    explicit ItemSelectionModel(ItemModel *model, QObject *parent = nullptr);

private:
    void lift();
    void putBack();
    [[nodiscard]] QItemSelection selectionOf(const std::vector<bool> &rows) const;

    ItemModel *m_items;
    std::vector<item::ItemId> m_lifted;
    std::optional<item::ItemId> m_current;
    int m_currentColumn = 0;
};

} // namespace trawl::models
