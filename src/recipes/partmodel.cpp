// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/partmodel.h"

#include "models/icons.h"
#include "models/plaintip.h"

namespace trawl::recipes {

PartModel::PartModel(const QStringList &headers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_headers(headers)
{
}

void PartModel::setRows(const QList<Row> &rows)
{
    const auto before = m_rows.size();
    if (rows.size() < before) {
        beginRemoveRows({}, int(rows.size()), int(before) - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    } else if (rows.size() > before) {
        beginInsertRows({}, int(before), int(rows.size()) - 1);
        m_rows += rows.sliced(before);
        endInsertRows();
    }
    m_rows = rows;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int PartModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PartModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant PartModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.cells.value(index.column());
    case Qt::ToolTipRole:
        return models::plainTip(row.problem.isEmpty() ? row.cells.value(index.column())
                                                      : row.problem);
    case Qt::AccessibleDescriptionRole:
        return row.problem.isEmpty() ? row.cells.value(index.column()) : row.problem;
    case Qt::DecorationRole:
        // Not in the first column: the other names would not stand in line with this one.
        if (index.column() == columnCount() - 1 && !row.problem.isEmpty())
            return models::icon(u"failed");
        return {};
    default:
        return {};
    }
}

QVariant PartModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_headers.value(section);
}

} // namespace trawl::recipes

#include "moc_partmodel.cpp"
