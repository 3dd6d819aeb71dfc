// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodel.h"

namespace trawl::models {

/// The sidebar: "All", then a section Jobs with a row each, then a section Status with a row each,
/// all with live counts. Rows keep their place, so the selection stays. A two-level tree.
class SidebarModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole, ///< qint64
    };

    explicit SidebarModel(QObject *parent = nullptr);
    ~SidebarModel() override;

    void apply(const engine::ChangeSet &changes);
    /// What a click on this row shows.
    [[nodiscard]] ItemFilter filterFor(const QModelIndex &index) const;

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
