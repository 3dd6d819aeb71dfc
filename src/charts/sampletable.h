// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/curves.h"

#include <QAbstractTableModel>
#include <QTableView>

#include <deque>
#include <vector>

namespace trawl::charts {

/// The points of a chart as a table, the newest on top: the time, then the view's curves. A point
/// that comes goes on top of those that are there, so a selection stays with its points.
class SampleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole, ///< the raw number; ms since the epoch, -1 = none
    };

    explicit SampleModel(QObject *parent = nullptr);

    void setView(ChartView view);
    void setSamples(const std::vector<rates::Sample> &oldestFirst);

    /// Header and these rows as tab-separated values, for a spreadsheet in the person's language.
    [[nodiscard]] QString toTsv(const QList<int> &rows) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void drop(int first, int count);
    [[nodiscard]] QString text(const rates::Sample &sample, int column) const;
    [[nodiscard]] double value(const rates::Sample &sample, int column) const;

    ChartView m_view = ChartView::Throughput;
    std::deque<rates::Sample> m_samples; ///< newest first
};

/// A chart's points as a table. Ctrl+C copies the selected rows, or all when none is selected.
class SampleTable : public QTableView
{
    Q_OBJECT

public:
    explicit SampleTable(QWidget *parent = nullptr);

    void setView(ChartView view);
    void setSamples(const std::vector<rates::Sample> &oldestFirst);

private:
    void copy(bool all) const;

    SampleModel *m_model;
};

} // namespace trawl::charts
