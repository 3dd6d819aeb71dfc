// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "models/itemfilter.h"

#include <QAbstractTableModel>
#include <QHash>

#include <functional>
#include <memory>

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
    Url,
    Job,
    Ended,
    File,
    Last = File,
};

/// Of some items: how many run, and how many are done and have a file.
struct Standing
{
    qint64 running = 0;
    qint64 files = 0;
};

/// Every item of the session as a compact column store with an own index of the rows shown. Fed by
/// apply(); rows are found by id in O(1). The order is that of the last sort(): rows that come
/// later go to the end, and soon after to their place; values that change move nothing.
///
/// A large model sorts and filters on a thread of its own; what it shows is the former until that
/// is done, and the changes that came meanwhile are in it then. It never resets and never says that
/// its layout changed, which costs a view of a million rows a sixth of a second: between
/// aboutToRearrange() and rearranged() any row may become another, persistent indexes go with their
/// items, and ItemSelectionModel keeps selection and current row on theirs.
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

    /// Up to so many rows everything is done at once, in a millisecond or two.
    static constexpr int atOnce = 4096;

    explicit ItemModel(QObject *parent = nullptr);
    ~ItemModel() override;

    void apply(const engine::ChangeSet &changes);
    void setFilter(const ItemFilter &filter);
    [[nodiscard]] ItemFilter filter() const; ///< the last one, also while it is not shown yet

    [[nodiscard]] item::ItemId idAt(int row) const;
    /// Of all rows at once, in their order: 3 ms for a million.
    [[nodiscard]] std::vector<item::ItemId> shownIds() const;
    /// How it stands; hostPaused is not kept.
    [[nodiscard]] engine::RowState stateAt(int row) const;
    /// Of that the status alone, which is quick for a million rows.
    [[nodiscard]] item::Status statusAt(int row) const;
    /// -1 = not shown.
    [[nodiscard]] int rowOf(item::ItemId id) const;

    /// How many of the rows shown failed, by cause; a cause in the filter does not count.
    [[nodiscard]] QHash<Cause, qint64> causes() const;
    /// The ids of all items that a filter lets through, in order: later, by a call of `then`,
    /// unless `context` is gone by then.
    void findIds(const ItemFilter &filter, QObject *context,
                 std::function<void(const QList<item::ItemId> &)> then);
    /// How these items stand, whether they are shown or not.
    [[nodiscard]] Standing standingOf(const QList<item::ItemId> &ids) const;
    /// The origins of these items, each once: "https://example.org:8443".
    [[nodiscard]] QList<QByteArray> originsOf(const QList<item::ItemId> &ids) const;
    /// Whether an order or a filter is still being worked out.
    [[nodiscard]] bool isBusy() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Finished files as file:// URLs; all rows as lines of text, a file's path or a link.
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

Q_SIGNALS:
    void aboutToRearrange();
    void rearranged();
    void causesChanged();
    void busyChanged(bool busy);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trawl::models
