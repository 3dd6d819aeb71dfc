// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shownrows.h"

#include <algorithm>

namespace trawl::models {

void RowOrder::number(std::size_t from)
{
    const auto last = std::max_element(items.begin() + qptrdiff(from), items.end());
    if (last != items.end() && *last >= places.size())
        places.resize(std::size_t(*last) + 1);
    for (auto place = from; place < items.size(); ++place)
        places[items[place]] = quint32(place);
}

quint32 ShownRows::rowOf(quint32 item) const
{
    if (item >= m_order.places.size())
        return hidden;
    const auto row = m_order.places[item];
    return row < m_size && m_order.items[row] == item ? row : hidden;
}

void ShownRows::assign(RowOrder order, quint32 size)
{
    m_order = std::move(order);
    m_size = size;
}

void ShownRows::append(const quint32 *begin, const quint32 *end)
{
    m_order.items.resize(m_size);
    m_order.items.insert(m_order.items.end(), begin, end);
    m_order.number(m_size);
    m_size = quint32(m_order.items.size());
}

RowOrder ShownRows::without(const std::vector<quint32> &rows) const
{
    RowOrder next;
    next.items.reserve(m_size);
    auto gone = rows.begin();
    for (quint32 row = 0; row < m_size; ++row) {
        if (gone != rows.end() && *gone == row)
            ++gone;
        else
            next.items.push_back(m_order.items[row]);
    }
    next.places = m_order.places;
    next.number(rows.empty() ? next.items.size() : rows.front());
    return next;
}

} // namespace trawl::models
