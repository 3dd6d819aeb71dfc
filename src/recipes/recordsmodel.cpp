// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recordsmodel.h"

#include "models/plaintip.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace trawl::recipes {

namespace {

constexpr qsizetype mostPageBytes = 32 << 20; ///< of the pages kept
/// What a person pastes into a spreadsheet; an export has no such end.
constexpr qsizetype mostWholeCells = 100'000;
/// Items of the first piece of a table that is listed anew: rows are to be seen at once.
constexpr qsizetype firstPiece = 1000;
constexpr qsizetype largestPiece = 64'000;

qsizetype bytesOf(const QList<engine::RecordRow> &rows)
{
    qsizetype bytes = 0;
    for (const auto &row : rows) {
        bytes += row.url.size();
        for (const auto &cell : row.cells)
            bytes += qsizetype(sizeof(cell)) + cell.text.size() * qsizetype(sizeof(QChar));
    }
    return bytes;
}

} // namespace

RecordsModel::RecordsModel(const QString &sessionPath, QObject *parent)
    : QAbstractTableModel(parent)
    , m_loader(sessionPath)
    , m_pages(mostPageBytes)
{
    m_wantTimer.setSingleShot(true);
    m_wantTimer.setInterval(0);
    connect(&m_wantTimer, &QTimer::timeout, this, &RecordsModel::readWanted);
    connect(&m_loader, &RecordLoader::listed, this, &RecordsModel::take);
    connect(&m_loader, &RecordLoader::wasRead, this, &RecordsModel::takeRows);
    connect(&m_loader, &RecordLoader::wasReadWhole, this,
            [this](quint64 request, const QString &text, qsizetype records) {
                if (request == m_whole)
                    Q_EMIT wholeRead(text, records);
            });
    connect(&m_loader, &RecordLoader::failed, this,
            [this](quint64 request, const item::Failure &failure) {
                if (request == m_reading)
                    m_reading = 0;
                if (request == m_listing)
                    m_listing = 0;
                Q_EMIT failed(failure);
            });
}

void RecordsModel::setJob(item::JobId job, const QStringList &fields)
{
    if (job == m_job && fields == m_fields)
        return;
    beginResetModel();
    m_job = job;
    m_fields = fields;
    m_order = {};
    m_keys.clear();
    dropPages();
    endResetModel();
    reload();
}

void RecordsModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    m_asked = true;
    reload();
}

void RecordsModel::sort(int column, Qt::SortOrder order)
{
    engine::RecordOrder wanted;
    if (column >= 0) {
        wanted.byLink = column == int(m_fields.size());
        wanted.column = wanted.byLink ? engine::RecordOrder::arrival : column;
        wanted.descending = order == Qt::DescendingOrder;
    }
    if (wanted == m_order)
        return;
    m_order = wanted;
    m_asked = true;
    reload();
}

void RecordsModel::reload()
{
    m_loader.giveUpListing();
    m_listing = 0;
    m_arrival = 0;
    m_replacing = m_job != item::JobId{};
    refresh();
}

void RecordsModel::refresh()
{
    if (m_job != item::JobId{} && m_listing == 0)
        requestList();
}

/// Where there are rows already they stay until all of the new ones are known, so the table does
/// not jump; else they come in pieces.
void RecordsModel::requestList()
{
    engine::RecordQuery query{m_job, m_arrival, m_filter, m_order};
    if (!m_replacing || m_keys.isEmpty())
        query.mostItems = m_arrival == 0 ? firstPiece : largestPiece;
    m_listing = m_loader.list(query);
}

void RecordsModel::take(quint64 request, const engine::RecordList &list)
{
    if (request != m_listing)
        return;
    m_listing = 0;
    // An item that was taken up again has other records now.
    const auto known = [this](item::ItemId id) { return isKnown(id); };
    if (!m_replacing && std::ranges::any_of(list.items, known))
        return reload();
    m_arrival = list.arrival;
    if (std::exchange(m_replacing, false))
        replace(list.keys);
    else
        append(list.keys);
    if (list.more)
        requestList();
    Q_EMIT listed();
}

void RecordsModel::replace(const QList<engine::RecordKey> &keys)
{
    Q_EMIT reordering();
    m_items.clear();
    dropPages();
    if (keys.size() < m_keys.size()) {
        beginRemoveRows({}, int(keys.size()), int(m_keys.size()) - 1);
        m_keys = keys;
        endRemoveRows();
    } else if (keys.size() > m_keys.size()) {
        beginInsertRows({}, int(m_keys.size()), int(keys.size()) - 1);
        m_keys = keys;
        endInsertRows();
    } else {
        m_keys = keys;
    }
    remember(keys);
    if (!m_keys.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT reordered(std::exchange(m_asked, false));
}

void RecordsModel::append(const QList<engine::RecordKey> &keys)
{
    if (keys.isEmpty())
        return;
    const auto before = int(m_keys.size());
    beginInsertRows({}, before, before + int(keys.size()) - 1);
    m_keys += keys;
    m_pages.remove(before / pageRows); // it may have been read when it was shorter
    remember(keys);
    endInsertRows();
}

void RecordsModel::remember(const QList<engine::RecordKey> &keys)
{
    for (const auto &key : keys) {
        const auto id = std::size_t(key.item);
        if (id >= m_items.size())
            m_items.resize(id + id / 8 + 1);
        m_items[id] = true;
    }
}

bool RecordsModel::isKnown(item::ItemId id) const
{
    return std::size_t(id) < m_items.size() && m_items[std::size_t(id)];
}

void RecordsModel::dropPages()
{
    m_loader.giveUpReading();
    m_reading = 0;
    m_pages.clear();
    m_wanted.clear();
}

const engine::RecordRow *RecordsModel::rowAt(int row) const
{
    const auto number = row / pageRows;
    const auto *page = m_pages.object(number);
    const auto offset = row % pageRows;
    if (page && offset < page->size())
        return &(*page)[offset];
    m_wanted.removeOne(number);
    m_wanted.append(number);
    if (m_reading == 0 && !m_wantTimer.isActive())
        m_wantTimer.start();
    return nullptr;
}

/// One page at a time, the last that was looked at first: what was scrolled past may stay unread.
void RecordsModel::readWanted()
{
    constexpr qsizetype mostWanted = 3;
    if (m_reading != 0 || m_wanted.isEmpty())
        return;
    m_wanted = m_wanted.last(std::min(m_wanted.size(), mostWanted));
    m_readPage = m_wanted.takeLast();
    const auto keys = m_keys.mid(qsizetype(m_readPage) * pageRows, pageRows);
    if (!keys.isEmpty())
        m_reading = m_loader.read(keys);
}

void RecordsModel::takeRows(quint64 request, const Page &rows)
{
    if (request != m_reading)
        return;
    m_reading = 0;
    // A page that is larger than all that may be kept is kept all the same, with few others.
    m_pages.insert(m_readPage, new Page(rows), std::min(bytesOf(rows), mostPageBytes / 4));
    const auto first = m_readPage * pageRows;
    const auto last = std::min(first + int(rows.size()), rowCount()) - 1;
    if (last >= first) {
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
        Q_EMIT rowsRead();
    }
    if (!m_wanted.isEmpty())
        m_wantTimer.start();
}

void RecordsModel::readWhole(const QItemSelection &cells)
{
    QMap<int, QList<int>> columnsOf; // by row: a selection has its ranges in no order
    qsizetype count = 0;
    for (const auto &range : cells) {
        for (int row = range.top(); row <= range.bottom() && count < mostWholeCells; ++row) {
            for (int column = range.left(); column <= range.right(); ++column, ++count)
                columnsOf[row].append(column);
        }
    }
    QList<RecordPart> parts;
    for (auto row = columnsOf.begin(); row != columnsOf.end(); ++row) {
        std::ranges::sort(*row);
        parts.append({m_keys.value(row.key()), *row});
    }
    m_whole = m_loader.readWhole(parts, int(m_fields.size()));
}

int RecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int RecordsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_fields.isEmpty() ? 0 : int(m_fields.size()) + 1;
}

QVariant RecordsModel::data(const QModelIndex &index, int role) const
{
    const bool wanted = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == UrlRole ||
                        role == Qt::TextAlignmentRole;
    if (!wanted || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto *row = rowAt(index.row());
    if (!row)
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("\u2026")) : QVariant();
    if (role == UrlRole)
        return row->url;
    const auto column = index.column();
    const bool isLink = column == int(m_fields.size());
    const bool known = !isLink && column < row->cells.size();
    if (role == Qt::TextAlignmentRole) {
        return known && row->cells[column].isNumber
                   ? QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter))
                   : QVariant();
    }
    const auto text = isLink  ? QString::fromUtf8(row->url)
                      : known ? row->cells[column].text
                              : QString();
    return role == Qt::ToolTipRole ? models::plainTip(text) : text;
}

QVariant RecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return section == int(m_fields.size()) ? tr("Link") : m_fields.value(section);
}

} // namespace trawl::recipes

#include "moc_recordsmodel.cpp"
