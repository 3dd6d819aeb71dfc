// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace trawl::recipes {

/// The fields or rules of a page kind, as the editor lists them.
class PartModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Row
    {
        QStringList cells;
        QString problem; ///< in words; empty = none
    };

    explicit PartModel(const QStringList &headers, QObject *parent = nullptr);

    /// Rows that stay keep their place, so the current one does too.
    void setRows(const QList<Row> &rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QStringList m_headers;
    QList<Row> m_rows;
};

} // namespace trawl::recipes
