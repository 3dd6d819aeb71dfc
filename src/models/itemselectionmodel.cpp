// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemselectionmodel.h"

#include <QSignalBlocker>

#include <algorithm>

namespace trawl::models {

namespace {

/// Every cell that is painted looks through all ranges: more of them make a view slow for good.
/// Then nothing is selected, for a part of it would be acted on as if it were all.
constexpr qsizetype mostRanges = 4000;

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
    std::vector<bool> rows(std::size_t(m_items->rowCount()));
    std::size_t found = 0;
    for (const auto id : m_lifted) {
        if (const auto row = m_items->rowOf(id); row >= 0) {
            rows[std::size_t(row)] = true;
            ++found;
        }
    }
    const auto selected = selectionOf(rows);
    const bool fewer = found < m_lifted.size() || (selected.isEmpty() && found > 0);
    const auto currentRow = m_current ? m_items->rowOf(*m_current) : -1;
    {
        const QSignalBlocker quiet(this);
        select(selected, ClearAndSelect);
        if (currentRow >= 0)
            setCurrentIndex(m_items->index(currentRow, m_currentColumn), NoUpdate);
    }
    m_lifted.clear();
    if (fewer)
        Q_EMIT selectionChanged({}, {});
    if (m_current && currentRow < 0)
        Q_EMIT currentChanged({}, {});
}

QItemSelection ItemSelectionModel::selectionOf(const std::vector<bool> &rows) const
{
    QItemSelection selection;
    const auto last = m_items->columnCount() - 1;
    for (auto begin = std::ranges::find(rows, true); begin != rows.end();) {
        const auto end = std::find(begin, rows.end(), false);
        if (selection.size() == mostRanges)
            return {};
        selection.append({m_items->index(int(begin - rows.begin()), 0),
                          m_items->index(int(end - rows.begin()) - 1, last)});
        begin = std::find(end, rows.end(), true);
    }
    return selection;
}

} // namespace trawl::models
