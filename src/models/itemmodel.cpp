// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodel.h"

#include "item/weburl.h"
#include "models/icons.h"
#include "models/itemmodelprivate.h"
#include "models/plaintip.h"
#include "models/texts.h"
#include "models/urlparts.h"

#include <QMimeData>
#include <QPointer>
#include <QStringBuilder>
#include <QUrl>

#include <algorithm>

namespace trawl::models {

namespace {

const ItemColumnInfo &infoOf(int column)
{
    return itemColumns()[std::size_t(column)];
}

} // namespace

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
        return plainTip(Texts::why(stateOf(rows, item)));
    if (column == ItemColumn::Name && !rows.file(item).isEmpty())
        return plainTip(filePath(item));
    return plainTip(readable(rows.url(item)));
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
    d->refresh();
}

ItemFilter ItemModel::filter() const
{
    return d->filter;
}

QHash<Cause, qint64> ItemModel::causes() const
{
    return d->causes;
}

void ItemModel::findIds(const ItemFilter &filter, QObject *context,
                        std::function<void(const QList<item::ItemId> &)> then)
{
    const auto matcher = ItemMatcher(filter, d->rows.jobNames());
    d->thread.find(d->rows, matcher,
                   [this, alive = QPointer<QObject>(context),
                    then = std::move(then)](const std::vector<quint32> &items) {
                       QList<item::ItemId> ids;
                       ids.reserve(qsizetype(items.size()));
                       for (const auto item : items)
                           ids.append(d->rows.idOf(item));
                       if (alive)
                           then(ids);
                   });
}

Standing ItemModel::standingOf(const QList<item::ItemId> &ids) const
{
    Standing standing;
    for (const auto id : ids) {
        const auto row = d->rows.rowOf(id);
        if (!row)
            continue;
        const auto &item = d->rows[*row];
        standing.running += item.status == item::Status::Running ? 1 : 0;
        standing.files += item.status == item::Status::Done && item.fileLength > 0 ? 1 : 0;
    }
    return standing;
}

QList<QByteArray> ItemModel::originsOf(const QList<item::ItemId> &ids) const
{
    QSet<QByteArray> origins;
    QByteArray last;
    for (const auto id : ids) {
        const auto row = d->rows.rowOf(id);
        if (!row)
            continue;
        const auto origin = item::originOf(d->rows.url(*row));
        if (origin == last)
            continue; // as nearly always: most are not copied
        last = origin.toByteArray();
        origins.insert(last);
    }
    return {origins.begin(), origins.end()};
}

bool ItemModel::isBusy() const
{
    return d->busy;
}

item::ItemId ItemModel::idAt(int row) const
{
    return d->rows.idOf(d->shown.itemAt(quint32(row)));
}

std::vector<item::ItemId> ItemModel::shownIds() const
{
    std::vector<item::ItemId> ids(d->shown.size());
    for (quint32 row = 0; row < d->shown.size(); ++row)
        ids[row] = d->rows.idOf(d->shown.itemAt(row));
    return ids;
}

item::Status ItemModel::statusAt(int row) const
{
    return d->rows[d->shown.itemAt(quint32(row))].status;
}

engine::RowState ItemModel::stateAt(int row) const
{
    return stateOf(d->rows, d->shown.itemAt(quint32(row)));
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
    case ColumnLook::DigitsRole:
        return info.column == ItemColumn::Number ? std::max(info.look.digits, d->digits)
                                                 : info.look.digits;
    default:
        return info.look.value(role);
    }
}

void ItemModel::sort(int column, Qt::SortOrder order)
{
    const bool known = column >= 0 && column < columnCount();
    d->sortColumn = known ? column : int(ItemColumn::Number);
    d->sortOrder = known ? order : Qt::AscendingOrder;
    d->refresh();
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
    QString text;
    QList<QUrl> files;
    for (const auto row : rows) {
        const auto item = d->shown.itemAt(quint32(row));
        const bool done = d->rows[item].status == item::Status::Done;
        const auto path = done ? d->filePath(item) : QString();
        if (path.isEmpty()) {
            text += QString::fromUtf8(d->rows.url(item)) + u'\n';
        } else {
            text += path + u'\n';
            files.append(QUrl::fromLocalFile(path));
        }
    }
    auto data = std::make_unique<QMimeData>();
    data->setText(text);
    if (!files.isEmpty())
        data->setUrls(files);
    return data.release();
}

} // namespace trawl::models

#include "moc_itemmodel.cpp"
