// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rates/ratehistory.h"

#include <QAbstractTableModel>

#include <vector>

namespace trawl::charts {

enum class SampleColumn { Time, Bytes, Requests, InFlight, Failures };

/// The points of a chart as a table, the newest on top.
class SampleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole, ///< the raw number
    };

    explicit SampleModel(QObject *parent = nullptr);

    void setSamples(const std::vector<rates::Sample> &oldestFirst);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    std::vector<rates::Sample> m_samples; ///< newest first
};

} // namespace trawl::charts
