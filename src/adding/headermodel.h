// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/headers.h"

#include <QAbstractTableModel>

namespace trawl::adding {

/// Header fields as rows of name and value that can be edited. Values that log in are dots until
/// they are asked for.
class HeaderModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit HeaderModel(item::Headers headers, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// An empty row at the end; its name.
    QModelIndex add();
    void remove(int row);
    void setSecretsShown(bool shown);
    /// Without rows that are empty.
    [[nodiscard]] item::Headers headers() const;
    /// What is wrong with the first bad row, as a sentence; empty = nothing.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void edited();

private:
    item::Headers m_headers;
    bool m_secretsShown = false;
};

} // namespace trawl::adding
