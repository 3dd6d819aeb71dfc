// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemcolumns.h"
#include "models/itemorder.h"
#include "models/itemrows.h"
#include "models/shownrows.h"

#include <QHash>

namespace trawl::models {

/// What ItemModel keeps, and how it gets from one list of rows shown to the next.
class ItemModel::Private
{
public:
    explicit Private(ItemModel *model)
        : q(model)
    {
    }

    void apply(const engine::ChangeSet &changes);
    void show(std::vector<quint32> next);
    void reorder(std::vector<quint32> next);
    [[nodiscard]] std::vector<quint32> matching() const;
    [[nodiscard]] std::vector<quint32> inOrder(std::vector<quint32> items) const;
    [[nodiscard]] QString filePath(quint32 item) const;
    [[nodiscard]] QVariant toolTip(quint32 item, ItemColumn column) const;
    [[nodiscard]] QString accessibleText(quint32 item, const ItemColumnInfo &info) const;

    ItemRows rows;
    ShownRows shown;
    ItemFilter filter;
    ItemMatcher matcher{filter};
    int sortColumn = int(ItemColumn::Number);
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    QHash<item::JobId, QString> directories;

private:
    /// What an update does to the rows shown.
    struct Delta
    {
        std::vector<quint32> changed; ///< rows
        std::vector<quint32> left;    ///< rows that the filter holds back now
        std::vector<quint32> came;    ///< items
        Changes changes;
    };

    [[nodiscard]] Delta write(const std::vector<engine::RowState> &states, quint32 firstNew);
    void announce(Delta &delta);
    void removeAll(std::vector<quint32> &left);
    void removeRange(quint32 first, quint32 last);
    void appendItems(const std::vector<quint32> &items);

    ItemModel *q;
};

} // namespace trawl::models
