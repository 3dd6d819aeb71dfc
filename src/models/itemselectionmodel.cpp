// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemselectionmodel.h"

#include <QSignalBlocker>

#include <algorithm>

namespace trawl::models {

namespace {

/// More ranges than this are kept as bits.
constexpr std::size_t mostRanges = 1000;
/// So many rows above and below those on the screen are in the base as well.
constexpr quint32 margin = 400;

std::vector<RowRange> rangesOf(const std::vector<bool> &rows, RowRange within)
{
    std::vector<RowRange> ranges;
    const auto end = rows.begin() + qMin(qsizetype(within.last) + 1, qsizetype(rows.size()));
    auto from = rows.begin() + qMin(qsizetype(within.first), qsizetype(rows.size()));
    for (from = std::find(from, end, true); from != end; from = std::find(from, end, true)) {
        const auto to = std::find(from, end, false);
        ranges.push_back({quint32(from - rows.begin()), quint32(to - rows.begin()) - 1});
        from = to;
    }
    return ranges;
}

std::vector<RowRange> rangesOf(const std::vector<bool> &rows)
{
    return rangesOf(rows, {0, quint32(rows.size())});
}

/// Columns that were moved make several ranges of one row.
std::vector<RowRange> rangesOf(const QItemSelection &selection)
{
    std::vector<RowRange> ranges;
    for (const auto &range : selection)
        ranges.push_back({quint32(range.top()), quint32(range.bottom())});
    std::ranges::sort(ranges, {}, &RowRange::first);
    std::vector<RowRange> joined;
    for (const auto &range : ranges) {
        if (!joined.empty() && range.first <= joined.back().last + 1)
            joined.back().last = std::max(joined.back().last, range.last);
        else
            joined.push_back(range);
    }
    return joined;
}

} // namespace

ItemSelectionModel::ItemSelectionModel(ItemModel *model, QObject *parent)
    : QItemSelectionModel(model, parent)
    , m_items(model)
{
    connect(model, &ItemModel::aboutToRearrange, this, &ItemSelectionModel::lift);
    connect(model, &ItemModel::rearranged, this, &ItemSelectionModel::putBack);
}

std::vector<RowRange> ItemSelectionModel::rowRanges() const
{
    return isScattered() ? rangesOf(m_rows) : rangesOf(selection());
}

bool ItemSelectionModel::hasRows() const
{
    return isScattered() ? std::ranges::find(m_rows, true) != m_rows.end() : hasSelection();
}

void ItemSelectionModel::look(int first, int last)
{
    m_looked = {quint32(std::max(first, 0)), quint32(std::max(last, 0))};
    if (isScattered() && (m_looked.first < m_near.first || m_looked.last > m_near.last))
        showNear();
}

/// As the base does it, with bits in place of ranges.
void ItemSelectionModel::select(const QItemSelection &selection, SelectionFlags command)
{
    if (!isScattered())
        return QItemSelectionModel::select(selection, command);
    if (command == NoUpdate)
        return;
    if (command.testFlag(Clear)) {
        letGo();
        QItemSelectionModel::select(selection, command);
        Q_EMIT selectionChanged({}, {}); // the base knew of a part only
        return;
    }
    if (!command.testFlag(Current))
        m_before = m_rows;
    m_rows = m_before;
    m_rows.resize(std::size_t(m_items->rowCount()));
    for (const auto &[first, last] : rangesOf(selection)) {
        for (auto row = first; row <= last; ++row)
            m_rows[row] = command.testFlag(Toggle) ? !m_rows[row] : command.testFlag(Select);
    }
    showNear();
    Q_EMIT selectionChanged({}, {});
}

void ItemSelectionModel::clear()
{
    letGo();
    QItemSelectionModel::clear();
}

void ItemSelectionModel::reset()
{
    letGo();
    QItemSelectionModel::reset();
}

void ItemSelectionModel::hold(Bits rows)
{
    m_before = m_rows = std::move(rows);
    showNear();
}

void ItemSelectionModel::letGo()
{
    m_rows = {};
    m_before = {};
}

void ItemSelectionModel::showNear()
{
    m_near = {m_looked.first - std::min(m_looked.first, margin), m_looked.last + margin};
    const QSignalBlocker quiet(this);
    QItemSelectionModel::select(selectionOf(rangesOf(m_rows, m_near)), ClearAndSelect);
}

void ItemSelectionModel::lift()
{
    m_lifted.clear();
    m_current.reset();
    for (const auto &[first, last] : rowRanges()) {
        for (auto row = first; row <= last; ++row)
            m_lifted.push_back(m_items->idAt(int(row)));
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
    Bits rows(std::size_t(m_items->rowCount()));
    std::size_t found = 0;
    for (const auto id : m_lifted) {
        if (const auto row = m_items->rowOf(id); row >= 0) {
            rows[std::size_t(row)] = true;
            ++found;
        }
    }
    const bool fewer = found < m_lifted.size();
    m_lifted = {};
    const auto currentRow = m_current ? m_items->rowOf(*m_current) : -1;
    {
        const QSignalBlocker quiet(this);
        if (const auto ranges = rangesOf(rows); ranges.size() <= mostRanges)
            QItemSelectionModel::select(selectionOf(ranges), ClearAndSelect);
        else
            hold(std::move(rows));
        if (currentRow >= 0)
            setCurrentIndex(m_items->index(currentRow, m_currentColumn), NoUpdate);
    }
    if (fewer)
        Q_EMIT selectionChanged({}, {});
    if (m_current && currentRow < 0)
        Q_EMIT currentChanged({}, {});
}

QItemSelection ItemSelectionModel::selectionOf(const std::vector<RowRange> &ranges) const
{
    QItemSelection selection;
    const auto column = m_items->columnCount() - 1;
    for (const auto &[first, last] : ranges)
        selection.append({m_items->index(int(first), 0), m_items->index(int(last), column)});
    return selection;
}

} // namespace trawl::models

#include "moc_itemselectionmodel.cpp"
