// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/segmentmodel.h"

#include "models/livetable.h"
#include "models/texts.h"

#include <algorithm>
#include <array>

namespace trawl::models {

namespace {

int alignment(SegmentColumn column)
{
    return int((column == SegmentColumn::State ? Qt::AlignLeft : Qt::AlignRight) |
               Qt::AlignVCenter);
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
        return alignment(column);
    return {};
}

QVariant SegmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr std::array titles{QT_TR_NOOP("Piece"), QT_TR_NOOP("From"),
                                       QT_TR_NOOP("Size"),  QT_TR_NOOP("Received"),
                                       QT_TR_NOOP("Done"),  QT_TR_NOOP("State")};
    static constexpr std::array digits{3, 9, 9, 9, 5, 6};
    static_assert(titles.size() == std::size_t(SegmentColumn::State) + 1);
    static_assert(digits.size() == titles.size());
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return tr(titles[std::size_t(section)]);
    case Qt::TextAlignmentRole:
        return alignment(SegmentColumn(section));
    case LiveTable::DigitsRole:
        return digits[std::size_t(section)];
    case LiveTable::StretchRole:
        return SegmentColumn(section) == SegmentColumn::State ? 1 : 0;
    default:
        return {};
    }
}

} // namespace trawl::models

#include "moc_segmentmodel.cpp"
