// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/livetable.h"

#include "models/plaintip.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace trawl::models {

int LiveTable::rowOf(int record) const
{
    const auto found = std::ranges::find(m_records, record);
    return found == m_records.end() ? -1 : int(found - m_records.begin());
}

int LiveTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int LiveTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns().size());
}

QVariant LiveTable::extra(int, int, int) const
{
    return {};
}

QVariant LiveTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto record = recordAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(record, index.column());
    case Qt::TextAlignmentRole:
        return int(columns()[std::size_t(index.column())].align | Qt::AlignVCenter);
    case NumberRole:
        return key(record, index.column()).number;
    case Qt::ToolTipRole:
        return plainTip(extra(record, index.column(), role).toString());
    default:
        return extra(record, index.column(), role);
    }
}

QVariant LiveTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto &column = columns()[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return translated(column.title);
    case Qt::ToolTipRole:
        return column.toolTip ? QVariant(translated(column.toolTip)) : QVariant();
    case Qt::TextAlignmentRole:
        return int(column.align | Qt::AlignVCenter);
    case KeyRole:
        return QString::fromLatin1(column.key);
    default:
        return column.look.value(role);
    }
}

void LiveTable::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    std::vector<SortKey> keys;
    keys.reserve(m_records.size());
    for (int record = 0; record < int(m_records.size()); ++record)
        keys.push_back(key(record, column));
    QCollator collator;
    collator.setNumericMode(true);
    const auto less = [&](int a, int b) {
        const auto &left = keys[std::size_t(a)];
        const auto &right = keys[std::size_t(b)];
        if (left.number != right.number)
            return left.number < right.number;
        return collator.compare(left.text, right.text) < 0;
    };
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = m_records;
    std::ranges::sort(m_records);
    std::ranges::stable_sort(m_records, [&](int a, int b) {
        return order == Qt::AscendingOrder ? less(a, b) : less(b, a);
    });
    std::vector<int> rows(m_records.size());
    for (std::size_t row = 0; row < m_records.size(); ++row)
        rows[std::size_t(m_records[row])] = int(row);
    const auto indexes = persistentIndexList();
    for (const auto &index : indexes) {
        const auto record = before[std::size_t(index.row())];
        changePersistentIndex(index, this->index(rows[std::size_t(record)], index.column()));
    }
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void LiveTable::grown(int count)
{
    const auto old = rowCount();
    if (count <= old)
        return;
    beginInsertRows({}, old, count - 1);
    m_records.resize(std::size_t(count));
    std::iota(m_records.begin() + old, m_records.end(), old);
    endInsertRows();
}

void LiveTable::shrink(int count)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (recordAt(row) < count)
            continue;
        beginRemoveRows({}, row, row);
        m_records.erase(m_records.begin() + row);
        endRemoveRows();
    }
}

void LiveTable::changed(const std::vector<int> &records)
{
    if (records.empty())
        return;
    auto first = rowCount();
    auto last = -1;
    // One span is enough: views look only at what is in sight.
    std::vector<bool> isChanged(m_records.size());
    for (const auto record : records)
        isChanged[std::size_t(record)] = true;
    for (int row = 0; row < rowCount(); ++row) {
        if (isChanged[std::size_t(recordAt(row))]) {
            first = std::min(first, row);
            last = row;
        }
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

} // namespace trawl::models

#include "moc_livetable.cpp"
