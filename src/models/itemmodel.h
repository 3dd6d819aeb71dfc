// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace trawl::models {

/// The columns of the table, in their first order.
enum class ItemColumn {
    Number,
    Name,
    Status,
    Progress,
    Size,
    Speed,
    Left,
    Host,
    Code,
    Tries,
    Why,
    Url
};

/// Which rows are shown.
struct ItemFilter
{
    std::optional<item::JobId> job;
    std::optional<item::Status> status;
    QString text; ///< in the URL, any case; empty = all

    friend bool operator==(const ItemFilter &, const ItemFilter &) = default;
};

/// Every item of the session as a compact column store with an own index of the rows shown. Fed by
/// apply(); rows are found by id in O(1). A change of filter or order keeps persistent indexes
/// (selection, current row) on their items. The order is that of the last sort(): rows that come
/// later go to the end, so nothing moves under the person.
class ItemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole, ///< the raw value, for sorting and tests
        IdRole,                   ///< qint64
        StatusRole,               ///< int of item::Status
        ProgressRole,             ///< 0 … 1000, -1 = unknown
        FileRole,                 ///< absolute path; empty = none yet
        UrlRole,                  ///< QString
        KeyRole,                  ///< of a header section: its untranslated name for settings
    };

    explicit ItemModel(QObject *parent = nullptr);
    ~ItemModel() override;

    void apply(const engine::ChangeSet &changes);
    void setFilter(const ItemFilter &filter);
    [[nodiscard]] ItemFilter filter() const;

    [[nodiscard]] item::ItemId idAt(int row) const;
    /// -1 = not shown.
    [[nodiscard]] int rowOf(item::ItemId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override; ///< URLs as text

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trawl::models
