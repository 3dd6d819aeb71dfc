// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/inspection.h"

#include <QAbstractTableModel>

namespace trawl::models {

enum class SegmentColumn { Number, From, Size, Written, Progress, State };

/// The pieces of a running item's body.
class SegmentModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setSegments(const QList<item::Segment> &segments);
    [[nodiscard]] const QList<item::Segment> &segments() const { return m_segments; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] static QString text(const item::Segment &segment, SegmentColumn column);

    QList<item::Segment> m_segments;
};

} // namespace trawl::models
