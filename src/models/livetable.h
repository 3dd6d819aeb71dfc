// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/columnlook.h"

#include <QAbstractTableModel>

#include <span>
#include <vector>

namespace trawl::models {

/// What a cell is sorted by: numbers before texts.
struct SortKey
{
    double number = 0;
    QString text;
};

/// A table of records that change all the time. It is sorted when somebody asks for it and never by
/// itself, so that no row runs away from under the mouse; new records go to the end. Records are
/// counted in the order in which they came.
class LiveTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole, ///< double: SortKey::number
        // Of a header section:
        KeyRole, ///< its untranslated name for settings; and those of ColumnLook
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int recordAt(int row) const { return m_records[std::size_t(row)]; }
    /// -1 = there is no such record.
    [[nodiscard]] int rowOf(int record) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    struct Column
    {
        const char *key;   ///< never translated, never changed
        const char *title; ///< in English, for translation in the context of the model's class
        Qt::AlignmentFlag align;
        ColumnLook look;
        const char *toolTip = nullptr; ///< as the title
    };

    [[nodiscard]] virtual std::span<const Column> columns() const = 0;
    [[nodiscard]] virtual QString text(int record, int column) const = 0;
    [[nodiscard]] virtual SortKey key(int record, int column) const = 0;
    /// Of all other roles.
    [[nodiscard]] virtual QVariant extra(int record, int column, int role) const;
    /// tr() of the model's class.
    [[nodiscard]] virtual QString translated(const char *text) const = 0;

    /// There are `count` records now, more than before.
    void grown(int count);
    /// Only the first `count` records stay: call it while all are there.
    void shrink(int count);
    /// These have other values now.
    void changed(const std::vector<int> &records);

private:
    std::vector<int> m_records; ///< by row
};

} // namespace trawl::models
