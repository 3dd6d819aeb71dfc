// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodel.h"

#include "models/icons.h"
#include "models/itemcolumns.h"
#include "models/itemorder.h"
#include "models/ranges.h"
#include "models/shownrows.h"
#include "models/texts.h"
#include "models/urlparts.h"

#include <QHash>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <numeric>

namespace trawl::models {

namespace {

/// So many signals an update at the most: each costs a view of a million rows a millisecond.
constexpr std::size_t maxRanges = 48;

const ItemColumnInfo &infoOf(int column)
{
    return itemColumns()[std::size_t(column)];
}

/// The columns from the first to the last that these changes touch.
std::pair<int, int> columnsOf(Changes changes)
{
    const auto columns = itemColumns();
    const auto touched = [&](const ItemColumnInfo &info) { return bool(info.shows & changes); };
    const auto first = std::ranges::find_if(columns, touched) - columns.begin();
    const auto last = std::find_if(columns.rbegin(), columns.rend(), touched).base() - 1;
    return {int(first), int(last - columns.begin())};
}

/// Plain text for a tool tip, which would take what looks like HTML for HTML.
QString asToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : QString(u"<qt>" % text.toHtmlEscaped() % u"</qt>");
}

} // namespace

class ItemModel::Private
{
public:
    explicit Private(ItemModel *model)
        : q(model)
    {
    }

    void apply(const engine::ChangeSet &changes);
    void show(std::vector<quint32> next);
    void reorder(std::vector<quint32> next);
    [[nodiscard]] std::vector<quint32> matching() const;
    [[nodiscard]] std::vector<quint32> inOrder(std::vector<quint32> items) const;
    [[nodiscard]] QString filePath(quint32 item) const;
    [[nodiscard]] QVariant toolTip(quint32 item, ItemColumn column) const;
    [[nodiscard]] QString accessibleText(quint32 item, const ItemColumnInfo &info) const;

    ItemRows rows;
    ShownRows shown;
    ItemFilter filter;
    ItemMatcher matcher{filter};
    int sortColumn = int(ItemColumn::Number);
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    QHash<item::JobId, QString> directories;

private:
    /// What an update does to the rows shown.
    struct Delta
    {
        std::vector<quint32> changed; ///< rows
        std::vector<quint32> left;    ///< rows that the filter holds back now
        std::vector<quint32> came;    ///< items
        Changes changes;
    };

    [[nodiscard]] Delta write(const std::vector<engine::RowState> &states, quint32 firstNew);
    void announce(Delta &delta);
    void removeAll(std::vector<quint32> &left);
    void removeRange(quint32 first, quint32 last);
    void appendItems(const std::vector<quint32> &items);

    ItemModel *q;
};

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
    return sorted(std::move(items), rows, infoOf(sortColumn), sortOrder);
}

QString ItemModel::Private::filePath(quint32 item) const
{
    const auto file = rows.file(item);
    if (file.isEmpty())
        return {};
    return directories.value(rows.job(item)) % u'/' % QString::fromUtf8(file);
}

QVariant ItemModel::Private::toolTip(quint32 item, ItemColumn column) const
{
    if (column == ItemColumn::Why || column == ItemColumn::Status)
        return asToolTip(Texts::why(stateOf(rows, item)));
    if (column == ItemColumn::Name && !rows.file(item).isEmpty())
        return asToolTip(filePath(item));
    return asToolTip(readable(rows.url(item)));
}

QString ItemModel::Private::accessibleText(quint32 item, const ItemColumnInfo &info) const
{
    const auto text = info.text(rows, item);
    const auto why = Texts::why(stateOf(rows, item));
    if (info.column == ItemColumn::Status && !why.isEmpty())
        return text % u": " % why;
    return text;
}

ItemModel::ItemModel(QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(this))
{
}

ItemModel::~ItemModel() = default;

void ItemModel::apply(const engine::ChangeSet &changes)
{
    d->apply(changes);
}

void ItemModel::setFilter(const ItemFilter &filter)
{
    if (filter == d->filter)
        return;
    d->filter = filter;
    d->matcher = ItemMatcher(filter);
    d->show(d->inOrder(d->matching()));
}

ItemFilter ItemModel::filter() const
{
    return d->filter;
}

item::ItemId ItemModel::idAt(int row) const
{
    return d->rows.idOf(d->shown.itemAt(quint32(row)));
}

int ItemModel::rowOf(item::ItemId id) const
{
    const auto item = d->rows.rowOf(id);
    const auto row = item ? d->shown.rowOf(*item) : ShownRows::hidden;
    return row == ShownRows::hidden ? -1 : int(row);
}

int ItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->shown.size());
}

int ItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(itemColumns().size());
}

QVariant ItemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto item = d->shown.itemAt(quint32(index.row()));
    const auto &info = infoOf(index.column());
    const auto &row = d->rows[item];
    switch (role) {
    case Qt::DisplayRole:
        return info.text(d->rows, item);
    case Qt::TextAlignmentRole:
        return int(info.align);
    case Qt::DecorationRole:
        return info.column == ItemColumn::Status ? QVariant(statusIcon(row.status)) : QVariant();
    case Qt::ToolTipRole:
        return d->toolTip(item, info.column);
    case Qt::AccessibleTextRole:
        return d->accessibleText(item, info);
    case ValueRole:
        return info.number ? QVariant(info.number(d->rows, item)) : info.text(d->rows, item);
    case IdRole:
        return qint64(d->rows.idOf(item));
    case StatusRole:
        return int(row.status);
    case ProgressRole:
        return progressOf(row);
    case FileRole:
        return d->filePath(item);
    case UrlRole:
        return QString::fromUtf8(d->rows.url(item));
    default:
        return {};
    }
}

QVariant ItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto &info = infoOf(section);
    switch (role) {
    case Qt::DisplayRole:
        return tr(info.title);
    case Qt::TextAlignmentRole:
        return int(info.align);
    case KeyRole:
        return QString::fromLatin1(info.key);
    default:
        return {};
    }
}

void ItemModel::sort(int column, Qt::SortOrder order)
{
    const bool known = column >= 0 && column < columnCount();
    d->sortColumn = known ? column : int(ItemColumn::Number);
    d->sortOrder = known ? order : Qt::AscendingOrder;
    d->reorder(d->inOrder(d->shown.items()));
}

Qt::ItemFlags ItemModel::flags(const QModelIndex &index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : flags;
}

QMimeData *ItemModel::mimeData(const QModelIndexList &indexes) const
{
    std::vector<int> rows;
    rows.reserve(std::size_t(indexes.size()));
    for (const auto &index : indexes)
        rows.push_back(index.row());
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QByteArray text;
    QList<QUrl> urls;
    for (const auto row : rows) {
        const auto url = d->rows.url(d->shown.itemAt(quint32(row))).toByteArray();
        text += url + '\n';
        if (const auto parsed = QUrl::fromEncoded(url, QUrl::StrictMode); parsed.isValid())
            urls.append(parsed);
    }
    auto data = std::make_unique<QMimeData>();
    data->setText(QString::fromUtf8(text));
    data->setUrls(urls);
    return data.release();
}

} // namespace trawl::models
