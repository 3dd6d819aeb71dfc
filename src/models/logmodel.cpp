// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logmodel.h"

#include "models/columnlook.h"
#include "models/icons.h"
#include "models/plaintip.h"
#include "models/texts.h"

#include <QDateTime>
#include <QStringBuilder>

#include <algorithm>
#include <array>

namespace trawl::models {

namespace {

struct LogColumnInfo
{
    const char *title;
    ColumnLook look;
};

constexpr std::array logColumns{
    LogColumnInfo{QT_TRANSLATE_NOOP("trawl::models::LogModel", "Time"), {.digits = 10}},
    LogColumnInfo{QT_TRANSLATE_NOOP("trawl::models::LogModel", "Level"), {.digits = 13}},
    LogColumnInfo{QT_TRANSLATE_NOOP("trawl::models::LogModel", "What happened"),
                  {.digits = 30, .stretch = 1}},
};
static_assert(logColumns.size() == std::size_t(LogColumn::Text) + 1);

QIcon iconOf(engine::LogLevel level)
{
    static constexpr std::array names{u"note", u"warning", u"error"};
    static_assert(names.size() == std::size_t(engine::LogLevel::Error) + 1);
    return icon(names[std::size_t(level)]);
}

} // namespace

LogModel::LogModel(QObject *parent, qsizetype most)
    : QAbstractTableModel(parent)
    , m_most(most)
{
}

void LogModel::add(const QString &text, engine::LogLevel level, qint64 atMs)
{
    // One line is one row.
    m_lines.push_back({atMs, text.simplified(), level});
    if (passes(m_lines.back())) {
        beginInsertRows({}, rowCount(), rowCount());
        m_shown.push_back(m_first + m_lines.size() - 1);
        endInsertRows();
    }
    // In one go now and then: each removal moves all that is below it.
    if (total() >= m_most + m_most / 20)
        dropOldest();
}

void LogModel::dropOldest()
{
    const auto first = m_first + quint64(total() - m_most);
    const auto gone = std::ranges::lower_bound(m_shown, first) - m_shown.begin();
    if (gone > 0)
        beginRemoveRows({}, 0, int(gone) - 1);
    m_shown.erase(m_shown.begin(), m_shown.begin() + gone);
    m_lines.erase(m_lines.begin(), m_lines.begin() + (total() - m_most));
    m_first = first;
    if (gone > 0)
        endRemoveRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_first += m_lines.size();
    m_lines.clear();
    m_shown.clear();
    endResetModel();
}

void LogModel::setFilter(engine::LogLevel least, const QString &text)
{
    if (least == m_least && text == m_text)
        return;
    beginResetModel();
    m_least = least;
    m_text = text;
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (passes(m_lines[i]))
            m_shown.push_back(m_first + i);
    }
    endResetModel();
}

bool LogModel::passes(const Line &line) const
{
    return line.level >= m_least && line.text.contains(m_text, Qt::CaseInsensitive);
}

const LogModel::Line &LogModel::at(int row) const
{
    return m_lines[std::size_t(m_shown[std::size_t(row)] - m_first)];
}

QString LogModel::line(int row) const
{
    const auto &line = at(row);
    return QDateTime::fromMSecsSinceEpoch(line.atMs).toString(u"yyyy-MM-dd HH:mm:ss") % u"  " %
           Texts::logLevel(line.level) % u"  " % line.text;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(LogColumn::Text) + 1;
}

QString LogModel::cell(const Line &line, LogColumn column)
{
    switch (column) {
    case LogColumn::Time:
        return QDateTime::fromMSecsSinceEpoch(line.atMs).toString(u"HH:mm:ss");
    case LogColumn::Level:
        return Texts::logLevel(line.level);
    case LogColumn::Text:
        return line.text;
    }
    return {};
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &line = at(index.row());
    const auto column = LogColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell(line, column);
    case Qt::DecorationRole:
        return column == LogColumn::Level ? QVariant(iconOf(line.level)) : QVariant();
    case Qt::ToolTipRole:
        return column == LogColumn::Text ? plainTip(line.text) : this->line(index.row()).first(19);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto &column = logColumns[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return tr(column.title);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return column.look.value(role);
    }
}

} // namespace trawl::models

#include "moc_logmodel.cpp"
