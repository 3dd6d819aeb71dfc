// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodelprivate.h"

#include "models/ranges.h"

#include <algorithm>
#include <numeric>

namespace trawl::models {

namespace {

/// So many signals an update at the most: each costs a view of a million rows a millisecond.
constexpr std::size_t maxRanges = 48;

/// The columns from the first to the last that these changes touch.
std::pair<int, int> columnsOf(Changes changes)
{
    const auto columns = itemColumns();
    const auto touched = [&](const ItemColumnInfo &info) { return bool(info.shows & changes); };
    const auto first = std::ranges::find_if(columns, touched) - columns.begin();
    const auto last = std::find_if(columns.rbegin(), columns.rend(), touched).base() - 1;
    return {int(first), int(last - columns.begin())};
}

} // namespace

void ItemModel::Private::apply(const engine::ChangeSet &changes)
{
    for (const auto &job : changes.jobs)
        directories.insert(job.id, job.directory);
    const auto firstNew = rows.size();
    for (const auto &block : changes.added)
        rows.append(block);
    auto delta = write(changes.rows, firstNew);
    announce(delta);
    removeAll(delta.left);
    appendItems(delta.came);
}

ItemModel::Private::Delta ItemModel::Private::write(const std::vector<engine::RowState> &states,
                                                    quint32 firstNew)
{
    Delta delta;
    for (const auto &state : states) {
        const auto item = rows.rowOf(state.id);
        if (!item)
            continue;
        const auto changes = rows.set(*item, state);
        if (!changes || *item >= firstNew)
            continue;
        const auto row = shown.rowOf(*item);
        const bool matches = matcher.matches(rows, *item);
        if (row == ShownRows::hidden) {
            if (matches)
                delta.came.push_back(*item);
        } else if (matches) {
            delta.changed.push_back(row);
            delta.changes |= changes;
        } else {
            delta.left.push_back(row);
        }
    }
    std::ranges::sort(delta.came);
    for (auto item = firstNew; item < rows.size(); ++item) {
        if (matcher.matches(rows, item))
            delta.came.push_back(item);
    }
    return delta;
}

void ItemModel::Private::announce(Delta &delta)
{
    if (delta.changed.empty())
        return;
    const auto [firstColumn, lastColumn] = columnsOf(delta.changes);
    for (const auto &range : coarseRanges(delta.changed, maxRanges)) {
        Q_EMIT q->dataChanged(q->index(int(range.first), firstColumn),
                              q->index(int(range.last), lastColumn));
    }
}

void ItemModel::Private::removeAll(std::vector<quint32> &left)
{
    if (left.empty())
        return;
    const auto ranges = exactRanges(left);
    if (ranges.size() <= maxRanges) {
        std::for_each(ranges.rbegin(), ranges.rend(),
                      [this](const RowRange &range) { removeRange(range.first, range.last); });
        return;
    }
    std::vector<quint32> next;
    next.reserve(shown.size() - left.size());
    auto gone = left.begin();
    for (quint32 row = 0; row < shown.size(); ++row) {
        if (gone != left.end() && *gone == row)
            ++gone;
        else
            next.push_back(shown.itemAt(row));
    }
    show(std::move(next));
}

void ItemModel::Private::removeRange(quint32 first, quint32 last)
{
    q->beginRemoveRows({}, int(first), int(last));
    shown.remove(first, last);
    q->endRemoveRows();
}

void ItemModel::Private::appendItems(const std::vector<quint32> &items)
{
    if (items.empty())
        return;
    q->beginInsertRows({}, int(shown.size()), int(shown.size() + items.size()) - 1);
    shown.append(items.data(), items.data() + items.size());
    q->endInsertRows();
}

/// The same items in another order; persistent indexes go with their items.
void ItemModel::Private::reorder(std::vector<quint32> next)
{
    if (next == shown.items())
        return;
    Q_EMIT q->layoutAboutToBeChanged({}, VerticalSortHint);
    const auto from = q->persistentIndexList();
    std::vector<quint32> items;
    items.reserve(std::size_t(from.size()));
    for (const auto &index : from)
        items.push_back(shown.itemAt(quint32(index.row())));
    shown.assign(std::move(next));
    QModelIndexList to;
    to.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(q->index(int(shown.rowOf(items[std::size_t(i)])), from[i].column()));
    q->changePersistentIndexList(from, to);
    Q_EMIT q->layoutChanged({}, VerticalSortHint);
}

/// From one list of rows to any other without a reset, which would lose selection and current row:
/// what goes is moved to the end and removed there, what comes is appended and moved into place.
void ItemModel::Private::show(std::vector<quint32> next)
{
    std::vector<bool> stays(rows.size());
    for (const auto item : next)
        stays[item] = true;
    std::vector<quint32> now = next;
    std::erase_if(now, [this](quint32 item) { return shown.rowOf(item) == ShownRows::hidden; });
    const auto kept = quint32(now.size());
    std::ranges::copy_if(shown.items(), std::back_inserter(now),
                         [&stays](quint32 item) { return !stays[item]; });
    if (kept > 0)
        reorder(std::move(now));
    if (kept < shown.size())
        removeRange(kept, shown.size() - 1);
    auto came = next;
    std::erase_if(came, [this](quint32 item) { return shown.rowOf(item) != ShownRows::hidden; });
    appendItems(came);
    reorder(std::move(next));
}

std::vector<quint32> ItemModel::Private::matching() const
{
    std::vector<quint32> items(rows.size());
    std::iota(items.begin(), items.end(), 0U);
    if (filter != ItemFilter())
        std::erase_if(items, [this](quint32 item) { return !matcher.matches(rows, item); });
    return items;
}

std::vector<quint32> ItemModel::Private::inOrder(std::vector<quint32> items) const
{
    return sorted(std::move(items), rows, itemColumns()[std::size_t(sortColumn)], sortOrder);
}

} // namespace trawl::models
