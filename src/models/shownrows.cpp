// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shownrows.h"

#include <algorithm>

namespace trawl::models {

quint32 ShownRows::rowOf(quint32 item) const
{
    if (m_numbered < size())
        renumber(m_numbered);
    return item < m_rows.size() ? m_rows[item] : hidden;
}

void ShownRows::assign(std::vector<quint32> items)
{
    for (const auto item : m_items) {
        if (item < m_rows.size())
            m_rows[item] = hidden;
    }
    m_items = std::move(items);
    m_numbered = 0;
}

void ShownRows::append(const quint32 *begin, const quint32 *end)
{
    m_items.insert(m_items.end(), begin, end);
}

void ShownRows::remove(quint32 first, quint32 last)
{
    const auto begin = m_items.begin() + first;
    const auto end = m_items.begin() + last + 1;
    std::for_each(begin, end, [this](quint32 item) {
        if (item < m_rows.size())
            m_rows[item] = hidden;
    });
    m_items.erase(begin, end);
    m_numbered = std::min(m_numbered, first);
}

void ShownRows::renumber(quint32 from) const
{
    for (auto row = from; row < size(); ++row) {
        const auto item = m_items[row];
        if (item >= m_rows.size())
            m_rows.resize(std::max(std::size_t(item) + 1, m_rows.size() * 2), hidden);
        m_rows[item] = row;
    }
    m_numbered = size();
}

} // namespace trawl::models
