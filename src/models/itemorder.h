// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemcolumns.h"
#include "models/itemmatcher.h"
#include "models/shownrows.h"

#include <functional>

namespace trawl::models {

/// How many failed for what.
using Causes = QHash<Cause, qint64>;

/// What is to be shown of some rows, and how.
struct OrderRequest
{
    ItemRows rows; ///< a snapshot
    ItemMatcher matcher;
    ItemMatcher causesOf; ///< the same without a cause: which rows are counted by cause
    int column = 0;       ///< ItemColumn
    Qt::SortOrder order = Qt::AscendingOrder;
};

/// The answer to an OrderRequest, with what it was asked of.
struct OrderResult
{
    OrderRequest request;
    RowOrder order;
    Causes causes;
};

/// Any thread. Empty when `cancelled` said so on the way: it is asked every few ms.
[[nodiscard]] std::optional<OrderResult> ordered(OrderRequest request,
                                                 const std::function<bool()> &cancelled);

/// The rows that match, in order of id. Empty when cancelled.
[[nodiscard]] std::vector<quint32> matching(const ItemRows &rows, const ItemMatcher &matcher,
                                            const std::function<bool()> &cancelled);

} // namespace trawl::models
