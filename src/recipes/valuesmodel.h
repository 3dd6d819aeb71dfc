// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/probe.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace trawl::recipes {

/// A value as one reads it in a cell: texts as they are, lists and objects as JSON.
[[nodiscard]] QString valueText(const item::Value &value);

/// What a draft gave on the sampled pages: a row a record, page after page.
class ValuesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        PageRole = Qt::UserRole, ///< index of the page
        BadRole
    }; ///< bool: missing though required, or lost in the steps

    struct Field
    {
        QString name;
        bool required = false;
        friend bool operator==(const Field &, const Field &) = default;
    };
    /// One page's records, by the fields.
    struct Page
    {
        QString name;       ///< as it is told apart from the others
        QList<int> columns; ///< which fields the records' values are of
        QList<QByteArray> records;
        QList<item::LostValue> lost;
    };

    explicit ValuesModel(QObject *parent = nullptr);

    /// Of another page kind, or after a field came or went, all rows go.
    void setFields(const QList<Field> &fields);
    void setPage(int page, const Page &content);
    /// Pages from there on are gone.
    void removePage(int page);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Cell
    {
        QString text;
        bool missing = false;
        bool lost = false; ///< the text is what was found
        bool isNumber = false;
    };
    using Row = std::vector<Cell>;
    struct Block
    {
        QString name;
        std::vector<Row> rows;
    };

    [[nodiscard]] Row rowOf(const QByteArray &record, const QList<int> &columns) const;
    [[nodiscard]] std::vector<Row> rowsOf(const Page &content) const;
    [[nodiscard]] int firstRow(int page) const;
    [[nodiscard]] std::pair<int, int> placeOf(int row) const; ///< page, row of it
    [[nodiscard]] QVariant cellData(const Cell &cell, const Field &field, int role) const;

    QList<Field> m_fields;
    std::vector<Block> m_pages;
};

} // namespace trawl::recipes
