// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/segmentmodel.h"

#include "models/columnlook.h"
#include "models/texts.h"

#include <algorithm>
#include <array>

namespace trawl::models {

namespace {

struct SegmentColumnInfo
{
    const char *title;
    Qt::AlignmentFlag align;
    ColumnLook look;
};

constexpr std::array segmentColumns{
    SegmentColumnInfo{
        QT_TRANSLATE_NOOP("trawl::models::SegmentModel", "Piece"), Qt::AlignRight, {.digits = 3}},
    // The map of the pieces shows it.
    SegmentColumnInfo{QT_TRANSLATE_NOOP("trawl::models::SegmentModel", "From"),
                      Qt::AlignRight,
                      {.digits = 9, .hidden = true}},
    SegmentColumnInfo{
        QT_TRANSLATE_NOOP("trawl::models::SegmentModel", "Size"), Qt::AlignRight, {.digits = 9}},
    SegmentColumnInfo{QT_TRANSLATE_NOOP("trawl::models::SegmentModel", "Received"),
                      Qt::AlignRight,
                      {.digits = 9}},
    SegmentColumnInfo{
        QT_TRANSLATE_NOOP("trawl::models::SegmentModel", "Done"), Qt::AlignRight, {.digits = 5}},
    SegmentColumnInfo{QT_TRANSLATE_NOOP("trawl::models::SegmentModel", "State"),
                      Qt::AlignLeft,
                      {.digits = 6, .stretch = 1}},
};
static_assert(segmentColumns.size() == std::size_t(SegmentColumn::State) + 1);

int alignment(int column)
{
    return int(segmentColumns[std::size_t(column)].align | Qt::AlignVCenter);
}

} // namespace

void SegmentModel::setSegments(const QList<item::Segment> &segments)
{
    const auto before = m_segments.size();
    const auto after = segments.size();
    if (after < before) {
        beginRemoveRows({}, int(after), int(before) - 1);
        m_segments = segments;
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, int(before), int(after) - 1);
        m_segments = segments;
        endInsertRows();
    }
    m_segments = segments;
    if (const auto both = std::min(before, after); both > 0)
        Q_EMIT dataChanged(index(0, 0), index(int(both) - 1, columnCount() - 1));
}

int SegmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_segments.size());
}

int SegmentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(SegmentColumn::State) + 1;
}

QString SegmentModel::text(const item::Segment &segment, SegmentColumn column)
{
    const auto size = segment.end < 0 ? -1 : segment.end - segment.first;
    switch (column) {
    case SegmentColumn::From:
        return Texts::bytes(segment.first);
    case SegmentColumn::Size:
        return Texts::bytes(size);
    case SegmentColumn::Written:
        return Texts::bytes(segment.written);
    case SegmentColumn::Progress:
        return size > 0 ? Texts::percent(int(segment.written * 100 / size)) : QString();
    case SegmentColumn::State:
        switch (segment.state) {
        case item::SegmentState::Written:
            return tr("There");
        case item::SegmentState::Loading:
            return tr("Loading");
        case item::SegmentState::Waiting:
            return tr("Waiting");
        }
        break;
    case SegmentColumn::Number:
        break;
    }
    return {};
}

QVariant SegmentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = SegmentColumn(index.column());
    if (role == Qt::DisplayRole) {
        return column == SegmentColumn::Number ? QString::number(index.row() + 1)
                                               : text(m_segments[index.row()], column);
    }
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    return {};
}

QVariant SegmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto &column = segmentColumns[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return tr(column.title);
    case Qt::TextAlignmentRole:
        return alignment(section);
    default:
        return column.look.value(role);
    }
}

} // namespace trawl::models

#include "moc_segmentmodel.cpp"
