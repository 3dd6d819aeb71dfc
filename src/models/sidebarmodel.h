// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodel.h"

#include <QSet>

namespace trawl::models {

/// The sidebar: "All", then the sections Jobs (in the order in which they run), Status and Hosts
/// (those with the most items first) with a row each, all with live counts. A two-level tree. Rows
/// keep their place, but for jobs that the person moves; hosts go to theirs when sortHosts() is
/// called. Behind the hosts shown a last row stands for the others.
class SidebarModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole, ///< qint64
        JobRole,                  ///< int of item::JobId; invalid = not a job's row
        HostRole,                 ///< QByteArray, the origin; invalid = not a host's row
        MoreRole,                 ///< true for the row of the hosts that are not shown
        ProgressRole,             ///< of a job: 0 … 1000; -1 = nothing to show
    };

    explicit SidebarModel(QObject *parent = nullptr);
    ~SidebarModel() override;

    void apply(const engine::ChangeSet &changes);
    /// What is shown when these rows are selected: one of the jobs, in one of the statuses, of one
    /// of the hosts.
    [[nodiscard]] ItemFilter filterFor(const QModelIndexList &indexes) const;

    /// The rows of a job and of a host; invalid when there is none, as for hosts that are not
    /// shown.
    [[nodiscard]] QModelIndex indexOf(item::JobId job) const;
    [[nodiscard]] QModelIndex indexOf(const QByteArray &origin) const;

    /// Puts the hosts in order; `kept` ones are shown however few items they have.
    void sortHosts(const QSet<QByteArray> &kept = {});
    /// Shows ten times as many hosts.
    void showMoreHosts(const QSet<QByteArray> &kept = {});

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trawl::models
