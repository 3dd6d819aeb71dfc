// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/source.h"
#include "exchange/tablelayout.h"
#include "exchange/tablereader.h"

#include <deque>
#include <optional>

namespace trawl::exchange {

/// A table with or without a header row; columns as a layout says, else by name (exchange/roles.h),
/// the links' also by content.
class TableSource : public Source
{
public:
    /// A layout that does not suit the table counts as none.
    TableSource(InputBuffer &input, bool tabs, std::optional<TableLayout> layout = {});
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString error() const override;

    /// What it has found out, once it has found links.
    [[nodiscard]] TableLayout layout() const;
    /// The row that next() read.
    [[nodiscard]] const TableRecord &record() const { return m_table.record(); }

private:
    struct Column
    {
        qsizetype index;
        Role role;
        QByteArray name;
    };

    void takeHeader(QList<item::Link> &links);
    bool takeLayout();
    void takeRow(QList<item::Link> &links);
    bool findColumn();
    void findRoles();
    void append(QList<item::Link> &links, const TableRecord &record) const;
    void applyColumn(Entry &entry, const Column &column, const TableRecord &record) const;

    TableReader m_table;
    std::optional<TableLayout> m_given;
    std::deque<TableRecord> m_waiting; ///< rows before the column is known
    QList<QByteArray> m_names;         ///< of all columns; empty texts without a header
    std::vector<Column> m_columns;     ///< beside the links'
    qsizetype m_column = -1;
    bool m_header = true;
    bool m_headerTaken = false;
    bool m_noLinks = false;
};

} // namespace trawl::exchange
