// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemcolumns.h"

namespace trawl::models {

/// Tells which rows an ItemFilter lets through; made once for many rows.
class ItemMatcher
{
public:
    explicit ItemMatcher(const ItemFilter &filter);

    [[nodiscard]] bool matches(const ItemRows &rows, quint32 row) const;

private:
    [[nodiscard]] bool contains(QByteArrayView url) const;

    std::optional<item::JobId> m_job;
    std::optional<item::Status> m_status;
    QByteArray m_needle; ///< percent-encoded where a URL has to be, lower case
};

/// The items in the column's order; equal ones stay in order of id, whichever the direction.
[[nodiscard]] std::vector<quint32> sorted(std::vector<quint32> items, const ItemRows &rows,
                                          const ItemColumnInfo &column, Qt::SortOrder order);

} // namespace trawl::models
