// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/headermodel.h"

#include "adding/linkwords.h"
#include "item/values.h"
#include "models/urlparts.h"

#include <utility>

namespace trawl::adding {

HeaderModel::HeaderModel(item::Headers headers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_headers(std::move(headers))
{
}

int HeaderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

int HeaderModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant HeaderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Name") : tr("Value");
}

QVariant HeaderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    const auto &header = m_headers[index.row()];
    if (index.column() == 0)
        return models::readable(header.name);
    const bool hidden = role == Qt::DisplayRole && !m_secretsShown && !header.value.isEmpty() &&
                        isSecretHeader(header.name);
    return hidden ? hiddenText() : models::readable(header.value);
}

bool HeaderModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole)
        return false;
    auto &header = m_headers[index.row()];
    (index.column() == 0 ? header.name : header.value) = value.toString().trimmed().toUtf8();
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(1));
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags HeaderModel::flags(const QModelIndex &index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

QModelIndex HeaderModel::add()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_headers.append(item::Header());
    endInsertRows();
    return index(row, 0);
}

void HeaderModel::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_headers.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

void HeaderModel::setSecretsShown(bool shown)
{
    m_secretsShown = shown;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 1), index(rowCount() - 1, 1));
}

item::Headers HeaderModel::headers() const
{
    auto headers = m_headers;
    headers.removeIf([](const item::Header &h) { return h.name.isEmpty() && h.value.isEmpty(); });
    return headers;
}

QString HeaderModel::problem() const
{
    for (const auto &header : headers()) {
        if (!item::parseHeader(QString::fromUtf8(header.name + ": " + header.value)))
            return tr("“%1” is no name of a header, or its value is no single line.")
                .arg(models::readable(header.name));
        if (item::isOwnHeader(header.name))
            return tr("Trawl sets “%1” itself.").arg(models::readable(header.name));
    }
    return {};
}

} // namespace trawl::adding

#include "moc_headermodel.cpp"
