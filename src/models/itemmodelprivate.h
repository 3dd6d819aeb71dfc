// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemcolumns.h"
#include "models/itemorder.h"
#include "models/itemrows.h"
#include "models/orderthread.h"
#include "models/shownrows.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

namespace trawl::models {

/// What ItemModel keeps, and how it gets from one list of rows shown to the next.
class ItemModel::Private
{
public:
    explicit Private(ItemModel *model);

    void apply(const engine::ChangeSet &changes);
    /// Works out anew what is shown: at once, or on the other thread.
    void refresh();
    void setBusy(bool now);
    [[nodiscard]] QString filePath(quint32 item) const;
    [[nodiscard]] QVariant toolTip(quint32 item, ItemColumn column) const;
    [[nodiscard]] QString accessibleText(quint32 item, const ItemColumnInfo &info) const;

    ItemRows rows;
    ShownRows shown;
    ItemFilter filter; ///< the last wanted
    int sortColumn = int(ItemColumn::Number);
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    QHash<item::JobId, QString> directories;
    Causes causes;
    bool busy = false;
    int digits = 0; ///< of the largest number
    OrderThread thread;

private:
    /// What an update does to the rows shown.
    struct Delta
    {
        std::vector<quint32> changed; ///< rows whose state is another
        std::vector<quint32> left;    ///< rows that the filter holds back now
        std::vector<quint32> came;    ///< items
        bool causes = false;
    };

    [[nodiscard]] Delta write(const engine::ChangeSet &changes, quint32 firstNew);
    void place(quint32 item, Changes changes, Delta &delta);
    void count(quint32 item, int by, Delta &delta);
    void announce(std::vector<quint32> &changed, Changes changes);
    void announceNumbers();
    void drop(std::vector<quint32> &left);
    void appendItems(const std::vector<quint32> &items);
    void announceDigits();
    [[nodiscard]] OrderRequest request() const;
    void take(OrderResult result);
    void fold(OrderResult &result);
    void rearrange(RowOrder next);

    ItemModel *q;
    ItemMatcher m_matcher;          ///< of what is shown
    ItemMatcher m_causesOf;         ///< of what is counted
    std::vector<quint32> m_touched; ///< items with another state since the last request
    std::vector<quint32> m_numbers; ///< items whose numbers are to be announced
    QTimer m_numbersTimer;
    QTimer m_sortInTimer; ///< new rows go to their place then
    qint64 m_orderMs = 0; ///< how long the last order took
    QElapsedTimer m_ordering;
};

} // namespace trawl::models
