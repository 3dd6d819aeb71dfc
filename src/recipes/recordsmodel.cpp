// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recordsmodel.h"

#include "recipes/valuesmodel.h"

#include <QSize>

#include <algorithm>

namespace trawl::recipes {

namespace {

/// More is shown by a double click only: a cell is one line.
constexpr qsizetype mostCellText = 300;

QString cellText(const QString &value)
{
    auto text = value.first(std::min(value.size(), mostCellText)).simplified();
    return value.size() > mostCellText ? text + u'\u2026' : text;
}

} // namespace

RecordsModel::RecordsModel(const QString &sessionPath, QObject *parent)
    : QAbstractTableModel(parent)
    , m_loader(sessionPath)
{
    m_wantTimer.setSingleShot(true);
    m_wantTimer.setInterval(0);
    connect(&m_wantTimer, &QTimer::timeout, this, &RecordsModel::readWanted);
    connect(&m_loader, &RecordLoader::listed, this, &RecordsModel::take);
    connect(&m_loader, &RecordLoader::wasRead, this, &RecordsModel::takeRows);
    connect(&m_loader, &RecordLoader::failed, this,
            [this](quint64 generation, const item::Failure &failure) {
                m_reading = -1;
                if (generation != m_generation)
                    return;
                m_listing = false;
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
    endResetModel();
    reload();
}

void RecordsModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    reload();
}

void RecordsModel::sort(int column, Qt::SortOrder order)
{
    const engine::RecordOrder wanted{column, column >= 0 && order == Qt::DescendingOrder};
    if (wanted == m_order)
        return;
    m_order = wanted;
    reload();
}

void RecordsModel::reload()
{
    m_loader.begin(++m_generation);
    m_arrival = 0;
    m_items.clear();
    m_pages.clear();
    m_wanted.clear();
    m_reading = -1;
    m_listing = false;
    if (!m_keys.empty()) {
        beginRemoveRows({}, 0, int(m_keys.size()) - 1);
        m_keys.clear();
        endRemoveRows();
    }
    refresh();
}

void RecordsModel::refresh()
{
    if (m_job == item::JobId{} || std::exchange(m_listing, true))
        return;
    m_loader.list({m_job, m_arrival, m_filter, m_order});
}

void RecordsModel::take(quint64 generation, const engine::RecordList &list)
{
    if (generation != m_generation)
        return;
    m_listing = false;
    // An item that was taken up again has other records now.
    const auto known = [this](item::ItemId id) { return m_items.contains(id); };
    if (std::ranges::any_of(list.items, known))
        return reload();
    for (const auto id : list.items)
        m_items.insert(id);
    m_arrival = list.arrival;
    if (!list.keys.isEmpty()) {
        const auto before = int(m_keys.size());
        beginInsertRows({}, before, before + int(list.keys.size()) - 1);
        m_keys.insert(m_keys.end(), list.keys.begin(), list.keys.end());
        m_pages.remove(before / pageRows); // it may have been read when it was shorter
        endInsertRows();
    }
    Q_EMIT listed();
}

const RecordsModel::Row *RecordsModel::rowAt(int row) const
{
    const auto number = row / pageRows;
    const auto *page = m_pages.object(number);
    const auto offset = std::size_t(row % pageRows);
    if (page && offset < page->size())
        return &(*page)[offset];
    m_wanted.removeOne(number);
    m_wanted.append(number);
    if (m_reading < 0 && !m_wantTimer.isActive())
        m_wantTimer.start();
    return nullptr;
}

/// One page at a time, the last that was looked at first: what was scrolled past may stay unread.
void RecordsModel::readWanted()
{
    constexpr qsizetype mostWanted = 3;
    if (m_reading >= 0 || m_wanted.isEmpty())
        return;
    m_wanted = m_wanted.last(std::min(m_wanted.size(), mostWanted));
    m_reading = m_wanted.takeLast();
    const auto first = std::size_t(m_reading) * pageRows;
    const auto last = std::min(m_keys.size(), first + pageRows);
    if (first >= last) {
        m_reading = -1;
        return;
    }
    const QList<engine::RecordKey> keys(m_keys.begin() + qsizetype(first),
                                        m_keys.begin() + qsizetype(last));
    m_loader.read(qint64(first), keys);
}

void RecordsModel::takeRows(quint64 generation, qint64 firstRow,
                            const QList<engine::RecordRow> &rows)
{
    if (generation != m_generation)
        return;
    m_reading = -1;
    auto page = std::make_unique<Page>();
    for (const auto &row : rows) {
        Row made{row.url, {}};
        for (const auto &value : row.fields)
            made.cells.push_back({valueText(value), value.isDouble()});
        page->push_back(std::move(made));
    }
    m_pages.insert(int(firstRow) / pageRows, page.release());
    const auto last = std::min<qint64>(firstRow + rows.size(), rowCount()) - 1;
    if (last >= firstRow)
        Q_EMIT dataChanged(index(int(firstRow), 0), index(int(last), columnCount() - 1));
    if (!m_wanted.isEmpty())
        m_wantTimer.start();
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
    const bool wanted = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == ValueRole ||
                        role == UrlRole || role == Qt::TextAlignmentRole;
    if (!wanted || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto *row = rowAt(index.row());
    if (!row)
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("\u2026")) : QVariant();
    if (role == UrlRole)
        return row->url;
    const bool isLink = index.column() == int(m_fields.size());
    const auto cell = std::size_t(index.column());
    const bool known = cell < row->cells.size();
    if (role == Qt::TextAlignmentRole) {
        const bool number = !isLink && known && row->cells[cell].isNumber;
        return number ? QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter)) : QVariant();
    }
    const auto text = isLink  ? QString::fromUtf8(row->url)
                      : known ? row->cells[cell].text
                              : QString();
    return role == ValueRole ? text : cellText(text);
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
