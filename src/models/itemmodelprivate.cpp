// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodelprivate.h"

#include "models/ranges.h"

#include <algorithm>
#include <utility>

namespace trawl::models {

namespace {

/// So many signals an update at the most: each costs a view of a million rows some time.
constexpr std::size_t maxRanges = 48;

/// Numbers that a person is to read change twice a second.
constexpr int numbersMs = 500;

/// New rows wait at the end for so long, or for four times what the last order took.
constexpr qint64 sortInMs = 1000;

/// The columns from the first to the last that these changes touch.
std::pair<int, int> columnsOf(Changes changes)
{
    const auto columns = itemColumns();
    const auto touched = [&](const ItemColumnInfo &info) { return bool(info.shows & changes); };
    const auto first = std::ranges::find_if(columns, touched) - columns.begin();
    const auto last = std::find_if(columns.rbegin(), columns.rend(), touched).base() - 1;
    return {int(first), int(last - columns.begin())};
}

void sortUnique(std::vector<quint32> &numbers)
{
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

bool never()
{
    return false;
}

} // namespace

ItemModel::Private::Private(ItemModel *model)
    : thread(model)
    , q(model)
{
    m_numbersTimer.setSingleShot(true);
    m_numbersTimer.setInterval(numbersMs);
    m_sortInTimer.setSingleShot(true);
    QObject::connect(&m_numbersTimer, &QTimer::timeout, q, [this] { announceNumbers(); });
    QObject::connect(&m_sortInTimer, &QTimer::timeout, q, [this] { refresh(); });
}

void ItemModel::Private::apply(const engine::ChangeSet &changes)
{
    for (const auto &job : changes.jobs) {
        directories.insert(job.id, job.directory);
        rows.setJobName(job.id, job.name);
    }
    const auto firstNew = rows.size();
    for (const auto &block : changes.added)
        rows.append(block);
    auto delta = write(changes, firstNew);
    announce(delta.changed, Changes(Change::Amount) | Change::Rate | Change::State);
    if (!m_numbers.empty() && !m_numbersTimer.isActive())
        announceNumbers();
    drop(delta.left);
    appendItems(delta.came);
    announceDigits();
    if (delta.causes)
        Q_EMIT q->causesChanged();
    const bool byNumber = sortColumn == int(ItemColumn::Number) && sortOrder == Qt::AscendingOrder;
    if (rows.size() > firstNew && !byNumber && !m_sortInTimer.isActive())
        m_sortInTimer.start(int(qMax(sortInMs, 4 * m_orderMs)));
}

ItemModel::Private::Delta ItemModel::Private::write(const engine::ChangeSet &changes,
                                                    quint32 firstNew)
{
    Delta delta;
    for (const auto &state : changes.rows) {
        const auto item = rows.rowOf(state.id);
        if (!item)
            continue;
        if (*item >= firstNew) { // placed and counted below
            rows.set(*item, state);
            continue;
        }
        count(*item, -1, delta);
        const auto changed = rows.set(*item, state);
        count(*item, +1, delta);
        place(*item, changed, delta);
    }
    for (const auto id : changes.removed) {
        const auto item = rows.rowOf(id);
        if (!item)
            continue;
        if (*item < firstNew)
            count(*item, -1, delta);
        rows.remove(*item);
        place(*item, Change::State, delta);
    }
    std::ranges::sort(delta.came);
    for (auto item = firstNew; item < rows.size(); ++item) {
        count(item, +1, delta);
        if (m_matcher.matches(rows, item))
            delta.came.push_back(item);
    }
    return delta;
}

/// What becomes of a row that has changed.
void ItemModel::Private::place(quint32 item, Changes changes, Delta &delta)
{
    if (!changes)
        return;
    if (busy && changes.testFlag(Change::State))
        m_touched.push_back(item);
    const auto row = shown.rowOf(item);
    const bool matches = m_matcher.matches(rows, item);
    if (row == ShownRows::hidden) {
        if (matches)
            delta.came.push_back(item);
    } else if (!matches) {
        delta.left.push_back(row);
    } else if (changes.testFlag(Change::State)) {
        delta.changed.push_back(row);
    } else {
        m_numbers.push_back(item);
    }
}

void ItemModel::Private::count(quint32 item, int by, Delta &delta)
{
    if (rows[item].status != item::Status::Failed || !m_causesOf.matches(rows, item))
        return;
    delta.causes = true;
    const auto cause = causeOf(rows[item]);
    if ((causes[cause] += by) == 0)
        causes.remove(cause);
}

void ItemModel::Private::announce(std::vector<quint32> &changed, Changes changes)
{
    if (changed.empty())
        return;
    const auto [firstColumn, lastColumn] = columnsOf(changes);
    for (const auto &range : coarseRanges(changed, maxRanges)) {
        Q_EMIT q->dataChanged(q->index(int(range.first), firstColumn),
                              q->index(int(range.last), lastColumn));
    }
}

void ItemModel::Private::announceNumbers()
{
    if (m_numbers.empty())
        return;
    sortUnique(m_numbers);
    std::vector<quint32> changed;
    changed.reserve(m_numbers.size());
    for (const auto item : m_numbers) {
        if (const auto row = shown.rowOf(item); row != ShownRows::hidden)
            changed.push_back(row);
    }
    m_numbers.clear();
    announce(changed, Changes(Change::Amount) | Change::Rate);
    m_numbersTimer.start();
}

void ItemModel::Private::drop(std::vector<quint32> &left)
{
    if (left.empty())
        return;
    sortUnique(left);
    rearrange(shown.without(left));
}

void ItemModel::Private::appendItems(const std::vector<quint32> &items)
{
    if (items.empty())
        return;
    q->beginInsertRows({}, int(shown.size()), int(shown.size() + items.size()) - 1);
    shown.append(items.data(), items.data() + items.size());
    q->endInsertRows();
}

void ItemModel::Private::announceDigits()
{
    const auto last = rows.size() == 0 ? 0 : qint64(rows.idOf(rows.size() - 1));
    const auto former = std::exchange(digits, int(QString::number(last).size()));
    if (digits > former)
        Q_EMIT q->headerDataChanged(Qt::Horizontal, int(ItemColumn::Number),
                                    int(ItemColumn::Number));
}

OrderRequest ItemModel::Private::request() const
{
    auto any = filter;
    any.cause.reset();
    return {.rows = rows,
            .matcher = ItemMatcher(filter, rows.jobNames()),
            .causesOf = ItemMatcher(any, rows.jobNames()),
            .column = sortColumn,
            .order = sortOrder};
}

void ItemModel::Private::refresh()
{
    m_sortInTimer.stop();
    m_touched.clear();
    m_ordering.start();
    if (rows.size() <= quint32(atOnce)) {
        thread.cancel();
        take(*ordered(request(), never));
        return;
    }
    thread.order(request(), [this](OrderResult result) { take(std::move(result)); });
    setBusy(true);
}

void ItemModel::Private::take(OrderResult result)
{
    m_orderMs = m_ordering.elapsed();
    m_matcher = result.request.matcher;
    m_causesOf = result.request.causesOf;
    fold(result);
    causes = std::move(result.causes);
    rearrange(std::move(result.order));
    setBusy(false);
    Q_EMIT q->causesChanged();
}

/// What has changed since the snapshot was taken.
void ItemModel::Private::fold(OrderResult &result)
{
    auto &[items, places] = result.order;
    const auto &then = result.request.rows;
    sortUnique(m_touched);
    const auto since = then.size();
    m_touched.erase(std::ranges::lower_bound(m_touched, since), m_touched.end());
    std::vector<quint32> came;
    bool left = false;
    Delta counted;
    std::swap(causes, result.causes);
    for (const auto item : m_touched) {
        if (then[item].status == item::Status::Failed && m_causesOf.matches(then, item))
            --causes[causeOf(then[item])];
        count(item, +1, counted);
        const bool was = m_matcher.matches(then, item);
        const bool is = m_matcher.matches(rows, item);
        if (is && !was)
            came.push_back(item);
        left = left || (was && !is);
    }
    for (auto item = since; item < rows.size(); ++item) {
        count(item, +1, counted);
        if (m_matcher.matches(rows, item))
            came.push_back(item);
    }
    erase_if(causes, [](const auto &entry) { return entry.value() == 0; });
    std::swap(causes, result.causes);
    if (left) {
        std::erase_if(items, [&](quint32 item) {
            return std::ranges::binary_search(m_touched, item) && !m_matcher.matches(rows, item);
        });
    }
    const auto from = left ? 0 : items.size();
    items.insert(items.end(), came.begin(), came.end());
    result.order.number(from);
    m_touched.clear();
}

/// From one list of rows to any other without a reset, which would lose selection and current row,
/// and without layoutChanged: the difference in number goes or comes at the end, and what is left
/// has changed.
void ItemModel::Private::rearrange(RowOrder next)
{
    Q_EMIT q->aboutToRearrange();
    const auto count = quint32(next.items.size());
    const auto from = q->persistentIndexList();
    std::vector<quint32> items;
    items.reserve(std::size_t(from.size()));
    for (const auto &index : from)
        items.push_back(shown.itemAt(quint32(index.row())));
    const auto follow = [&](const RowOrder &order) {
        QModelIndexList to;
        to.reserve(from.size());
        for (qsizetype i = 0; i < from.size(); ++i) {
            const auto item = items[std::size_t(i)];
            const auto place = item < order.places.size() ? order.places[item] : ShownRows::hidden;
            const bool there = place < count && order.items[place] == item;
            to.append(there ? q->createIndex(int(place), from[i].column()) : QModelIndex());
        }
        q->changePersistentIndexList(from, to);
    };
    const auto both = qMin(count, shown.size());
    if (count < shown.size()) {
        // First, so that those whose items stay are not taken for removed.
        follow(next);
        q->beginRemoveRows({}, int(count), int(shown.size()) - 1);
        shown.resize(count);
        q->endRemoveRows();
        shown.assign(std::move(next), count);
    } else {
        const auto more = count - shown.size();
        shown.assign(std::move(next), both);
        if (more > 0) {
            q->beginInsertRows({}, int(both), int(count) - 1);
            shown.resize(count);
            q->endInsertRows();
        }
        follow(shown.order());
    }
    if (both > 0)
        Q_EMIT q->dataChanged(q->index(0, 0), q->index(int(both) - 1, q->columnCount() - 1));
    Q_EMIT q->rearranged();
}

void ItemModel::Private::setBusy(bool now)
{
    if (busy == now)
        return;
    busy = now;
    Q_EMIT q->busyChanged(busy);
}

} // namespace trawl::models
