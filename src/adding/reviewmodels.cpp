// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/reviewmodels.h"

#include "adding/linkwords.h"
#include "models/plaintip.h"
#include "models/texts.h"
#include "models/urlparts.h"

#include <limits>
#include <utility>

namespace trawl::adding {

ReviewModel::ReviewModel(QStringList headers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_headers(std::move(headers))
{
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ReviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_headers.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_headers[section];
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return text(index.row(), index.column());
    if (role == Qt::ToolTipRole)
        return models::plainTip(text(index.row(), index.column()));
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

template <typename Use> void ReviewModel::change(qsizetype rows, Use use)
{
    const int wanted = int(rows);
    if (wanted < m_rows) {
        beginRemoveRows({}, wanted, m_rows - 1);
        m_rows = wanted;
        use();
        endRemoveRows();
    } else if (wanted > m_rows) {
        beginInsertRows({}, m_rows, wanted - 1);
        m_rows = wanted;
        use();
        endInsertRows();
    } else {
        use();
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
}

ProblemModel::ProblemModel(QObject *parent)
    : ReviewModel({tr("Line"), tr("What stands there"), tr("Why it is not fetched"), tr("File")},
                  parent)
{
}

void ProblemModel::show(const Survey &survey)
{
    change(survey.problems.size(), [&] { m_problems = survey.problems; });
}

QString ProblemModel::text(int row, int column) const
{
    const auto &problem = m_problems[row];
    switch (column) {
    case 0:
        return problem.line > 0 ? models::Texts::count(problem.line) : QString();
    case 1:
        return problem.text;
    case 2:
        return models::Texts::failure({.reason = problem.reason, .detail = problem.detail});
    default:
        return problem.file;
    }
}

LinkModel::LinkModel(QObject *parent)
    : ReviewModel({tr("Line"), tr("Link"), tr("With")}, parent)
{
}

void LinkModel::show(const Survey &survey)
{
    change(survey.links.size(), [&] { m_links = survey.links; });
}

QString LinkModel::text(int row, int column) const
{
    const auto &link = m_links[row];
    if (column == 0)
        return link.line > 0 ? models::Texts::count(link.line) : QString();
    if (column == 1)
        return models::readable(link.url);
    return link.options ? LinkWords::of(*link.options).join(QStringLiteral(" · ")) : QString();
}

HostModel::HostModel(QObject *parent)
    : ReviewModel({tr("Host"), tr("Links")}, parent)
{
}

void HostModel::show(const Survey &survey)
{
    change(survey.hosts.size(), [&] { m_hosts = survey.hosts; });
}

Qt::ItemFlags HostModel::flags(const QModelIndex &index) const
{
    const auto flags = ReviewModel::flags(index);
    return index.isValid() && index.column() == 0 ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant HostModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::CheckStateRole && index.column() == 0)
        return m_without.contains(m_hosts[index.row()].name) ? Qt::Unchecked : Qt::Checked;
    return ReviewModel::data(index, role);
}

bool HostModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != 0)
        return false;
    const auto &name = m_hosts[index.row()].name;
    if (value.toInt() == Qt::Checked)
        m_without.remove(name);
    else
        m_without.insert(name);
    Q_EMIT dataChanged(index, index);
    Q_EMIT withoutChanged();
    return true;
}

qint64 HostModel::linksWithout() const
{
    qint64 links = 0;
    for (const auto &host : m_hosts)
        links += m_without.contains(host.name) ? host.links : 0;
    return links;
}

QString HostModel::text(int row, int column) const
{
    const auto &host = m_hosts[row];
    return column == 0 ? models::readable(host.name) : models::Texts::count(host.links);
}

PatternModel::PatternModel(QObject *parent)
    : ReviewModel({tr("Pattern"), tr("Links"), tr("First"), tr("Last")}, parent)
{
}

void PatternModel::show(const Survey &survey)
{
    change(survey.patterns.size(), [&] { m_patterns = survey.patterns; });
}

QString PatternModel::text(int row, int column) const
{
    const auto &pattern = m_patterns[row];
    constexpr auto most = quint64(std::numeric_limits<qint64>::max());
    switch (column) {
    case 0:
        return pattern.text;
    case 1:
        return pattern.count > most ? tr("too many to count")
                                    : models::Texts::count(qint64(pattern.count));
    case 2:
        return pattern.first;
    default:
        return pattern.last;
    }
}

CellModel::CellModel(QObject *parent)
    : ReviewModel({}, parent)
{
}

void CellModel::show(const Survey &survey)
{
    const bool same = survey.table.layout.columns.size() == m_table.layout.columns.size();
    if (!same) { // a few dozen rows
        beginResetModel();
        m_table.layout = survey.table.layout;
        endResetModel();
    }
    change(survey.table.rows.size(), [&] { m_table = survey.table; });
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int CellModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.layout.columns.size());
}

QVariant CellModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount())
        return {};
    const auto &name = m_table.layout.columns[section].name;
    return name.isEmpty() ? tr("Column %1").arg(section + 1) : models::readable(name);
}

QString CellModel::text(int row, int column) const
{
    return m_table.rows[row].value(column);
}

} // namespace trawl::adding

#include "moc_reviewmodels.cpp"
