// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/valuesmodel.h"

#include "models/icons.h"
#include "models/plaintip.h"

#include <QFont>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace trawl::recipes {

QString valueText(const item::Value &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto variant = value.toVariant(); variant.typeId() == QMetaType::LongLong)
        return QString::number(variant.toLongLong());
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return value.toString();
}

ValuesModel::ValuesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ValuesModel::setFields(const QList<Field> &fields)
{
    if (fields == m_fields)
        return;
    if (fields.size() == m_fields.size()) {
        m_fields = fields;
        Q_EMIT headerDataChanged(Qt::Horizontal, 1, int(fields.size()));
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_fields = fields;
    m_pages.clear();
    endResetModel();
}

std::vector<ValuesModel::Row> ValuesModel::rowsOf(const Page &content) const
{
    std::vector<Row> rows;
    rows.reserve(std::size_t(content.records.size()));
    for (const auto &record : content.records)
        rows.push_back(rowOf(record, content.columns));
    for (const auto &[record, field, found] : content.lost) {
        const auto column = content.columns.value(field, -1);
        if (record >= 0 && std::size_t(record) < rows.size() && column >= 0 &&
            column < m_fields.size())
            rows[std::size_t(record)][std::size_t(column)] = {found, true, true, false};
    }
    return rows;
}

ValuesModel::Row ValuesModel::rowOf(const QByteArray &record, const QList<int> &columns) const
{
    const auto values = QJsonDocument::fromJson(record).array();
    Row row(std::size_t(m_fields.size()), Cell{{}, true, false, false});
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const auto value = values.at(i);
        const bool missing =
            value.isNull() || value.isUndefined() || (value.isArray() && value.toArray().isEmpty());
        if (columns[i] < m_fields.size() && !missing)
            row[std::size_t(columns[i])] = {valueText(value), false, false, value.isDouble()};
    }
    return row;
}

void ValuesModel::setPage(int page, const Page &content)
{
    if (std::size_t(page) >= m_pages.size())
        m_pages.resize(std::size_t(page) + 1);
    auto &block = m_pages[std::size_t(page)];
    auto rows = rowsOf(content);
    block.name = content.name;
    const int first = firstRow(page);
    const int before = int(block.rows.size());
    const int after = int(rows.size());
    if (after < before) {
        beginRemoveRows({}, first + after, first + before - 1);
        block.rows.resize(rows.size());
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, first + before, first + after - 1);
        block.rows.insert(block.rows.end(), rows.begin() + before, rows.end());
        endInsertRows();
    }
    block.rows = std::move(rows);
    if (after > 0)
        Q_EMIT dataChanged(index(first, 0), index(first + after - 1, columnCount() - 1));
}

void ValuesModel::removePage(int page)
{
    if (std::size_t(page) >= m_pages.size())
        return;
    const int first = firstRow(page);
    const int rows = int(m_pages[std::size_t(page)].rows.size());
    if (rows > 0)
        beginRemoveRows({}, first, first + rows - 1);
    m_pages.erase(m_pages.begin() + page);
    if (rows > 0)
        endRemoveRows();
}

int ValuesModel::firstRow(int page) const
{
    int first = 0;
    for (int i = 0; i < page; ++i)
        first += int(m_pages[std::size_t(i)].rows.size());
    return first;
}

std::pair<int, int> ValuesModel::placeOf(int row) const
{
    int page = 0;
    while (row >= int(m_pages[std::size_t(page)].rows.size()))
        row -= int(m_pages[std::size_t(page++)].rows.size());
    return {page, row};
}

int ValuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : firstRow(int(m_pages.size()));
}

int ValuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size()) + 1;
}

QVariant ValuesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto [page, row] = placeOf(index.row());
    const auto &block = m_pages[std::size_t(page)];
    if (role == PageRole)
        return page;
    if (index.column() == 0 && role == Qt::ToolTipRole)
        return models::plainTip(block.name);
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant(block.name) : QVariant();
    const auto field = index.column() - 1;
    return cellData(block.rows[std::size_t(row)][std::size_t(field)], m_fields[field], role);
}

QVariant ValuesModel::cellData(const Cell &cell, const Field &field, int role) const
{
    const bool bad = cell.lost || (cell.missing && field.required);
    switch (role) {
    case BadRole:
        return bad;
    case Qt::DisplayRole:
        if (cell.lost)
            return tr("%1 (not usable)").arg(cell.text);
        return cell.missing ? tr("missing") : cell.text;
    case Qt::ToolTipRole:
        if (cell.lost)
            return models::plainTip(
                tr("Found “%1”, but the steps make nothing of it.").arg(cell.text));
        if (cell.missing && field.required)
            return tr("Nothing was found: the page will be a failure.");
        return cell.missing ? tr("Nothing was found.") : models::plainTip(cell.text);
    case Qt::DecorationRole:
        return bad ? QVariant(models::icon(u"failed")) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setItalic(cell.missing);
        return cell.missing ? QVariant(font) : QVariant();
    }
    case Qt::TextAlignmentRole:
        return cell.isNumber ? QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter)) : QVariant();
    default:
        return {};
    }
}

QVariant ValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    if (section == 0)
        return tr("Page");
    const auto name = m_fields.value(section - 1).name;
    return name.isEmpty() ? tr("(no name)") : name;
}

} // namespace trawl::recipes

#include "moc_valuesmodel.cpp"
