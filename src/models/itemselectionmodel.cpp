// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemselectionmodel.h"

#include <QSignalBlocker>

#include <algorithm>

namespace trawl::models {

namespace {

/// Every cell that is painted looks through all ranges: more of them make a view slow for good.
constexpr std::size_t mostRanges = 4000;

} // namespace

ItemSelectionModel::ItemSelectionModel(ItemModel *model, QObject *parent)
    : QItemSelectionModel(model, parent)
    , m_items(model)
{
    connect(model, &ItemModel::aboutToRearrange, this, &ItemSelectionModel::lift);
    connect(model, &ItemModel::rearranged, this, &ItemSelectionModel::putBack);
}

void ItemSelectionModel::lift()
{
    m_lifted.clear();
    m_current.reset();
    const auto now = selection();
    for (const auto &range : now) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_lifted.push_back(m_items->idAt(row));
    }
    if (currentIndex().isValid()) {
        m_current = m_items->idAt(currentIndex().row());
        m_currentColumn = currentIndex().column();
    }
    const QSignalBlocker quiet(this);
    reset();
}

void ItemSelectionModel::putBack()
{
    std::vector<int> rows;
    rows.reserve(m_lifted.size());
    for (const auto id : m_lifted) {
        if (const auto row = m_items->rowOf(id); row >= 0)
            rows.push_back(row);
    }
    const bool fewer = rows.size() < m_lifted.size();
    const auto currentRow = m_current ? m_items->rowOf(*m_current) : -1;
    {
        const QSignalBlocker quiet(this);
        select(selectionOf(rows), ClearAndSelect);
        if (currentRow >= 0)
            setCurrentIndex(m_items->index(currentRow, m_currentColumn), NoUpdate);
    }
    m_lifted.clear();
    if (fewer)
        Q_EMIT selectionChanged({}, {});
    if (m_current && currentRow < 0)
        Q_EMIT currentChanged({}, {});
}

QItemSelection ItemSelectionModel::selectionOf(std::vector<int> &rows) const
{
    std::ranges::sort(rows);
    QItemSelection selection;
    const auto last = m_items->columnCount() - 1;
    std::size_t ranges = 0;
    for (std::size_t begin = 0, end = 0; begin < rows.size() && ranges < mostRanges;
         begin = end, ++ranges) {
        for (end = begin + 1; end < rows.size() && rows[end] == rows[end - 1] + 1;)
            ++end;
        selection.append({m_items->index(rows[begin], 0), m_items->index(rows[end - 1], last)});
    }
    return selection;
}

} // namespace trawl::models
