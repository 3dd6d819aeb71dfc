// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace trawl::models {

/// The rows that a view shows, in its order: an index into ItemRows with its inverse.
class ShownRows
{
public:
    static constexpr quint32 hidden = ~0U;

    [[nodiscard]] quint32 size() const { return quint32(m_items.size()); }
    [[nodiscard]] quint32 itemAt(quint32 row) const { return m_items[row]; }
    [[nodiscard]] const std::vector<quint32> &items() const { return m_items; }
    [[nodiscard]] quint32 rowOf(quint32 item) const;

    void assign(std::vector<quint32> items);
    void append(const quint32 *begin, const quint32 *end);
    void remove(quint32 first, quint32 last); ///< last included

private:
    void renumber(quint32 from) const;

    std::vector<quint32> m_items;
    mutable std::vector<quint32> m_rows; ///< by item; good for rows before m_numbered
    mutable quint32 m_numbered = 0;      ///< the rest is numbered when it is asked for
};

} // namespace trawl::models
