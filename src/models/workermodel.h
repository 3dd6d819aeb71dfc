// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

#include <QAbstractTableModel>

namespace trawl::models {

/// The Workers tab: one row a worker slot.
enum class WorkerColumn {
    Slot,
    Pid,
    State,
    Tasks,
    InFlight,
    Cpu,
    Memory,
    LoopLag,
    Restarts,
    LastExit
};

class WorkerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit WorkerModel(QObject *parent = nullptr);

    void apply(const QList<engine::WorkerInfo> &workers);
    [[nodiscard]] int slotAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QList<engine::WorkerInfo> m_workers;
};

} // namespace trawl::models
