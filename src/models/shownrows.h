// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace trawl::models {

/// Items in the order of a view, and for each item its place in it. Both may be computed on another
/// thread: `places` of items that are not in the order may hold anything.
struct RowOrder
{
    std::vector<quint32> items;
    std::vector<quint32> places; ///< by item

    /// Makes places of the items from this place on.
    void number(std::size_t from = 0);
};

/// The rows that a view shows: the first size() ones of an order.
class ShownRows
{
public:
    static constexpr quint32 hidden = ~0U;

    [[nodiscard]] quint32 size() const { return m_size; }
    [[nodiscard]] quint32 itemAt(quint32 row) const { return m_order.items[row]; }
    [[nodiscard]] const RowOrder &order() const { return m_order; }
    /// O(1)
    [[nodiscard]] quint32 rowOf(quint32 item) const;

    /// All of an order, or as much of it as is to be shown for now.
    void assign(RowOrder order, quint32 size);
    void resize(quint32 size) { m_size = size; }
    void append(const quint32 *begin, const quint32 *end);
    /// The order without these rows, which are sorted; its copy.
    [[nodiscard]] RowOrder without(const std::vector<quint32> &rows) const;

private:
    RowOrder m_order;
    quint32 m_size = 0;
};

} // namespace trawl::models
