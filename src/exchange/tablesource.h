// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/roles.h"
#include "exchange/source.h"
#include "exchange/tablereader.h"

#include <deque>

namespace trawl::exchange {

/// A table with a header row; columns by name (exchange/roles.h), the links' also by content.
class TableSource : public Source
{
public:
    TableSource(InputBuffer &input, bool tabs);
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString error() const override;

private:
    struct Column
    {
        qsizetype index;
        Role role;
        QByteArray name;
    };

    void takeHeader(QList<item::Link> &links);
    void takeRow(QList<item::Link> &links);
    bool findColumn();
    void findRoles();
    void append(QList<item::Link> &links, const TableRecord &record) const;
    void applyColumn(Entry &entry, const Column &column, const TableRecord &record) const;

    TableReader m_table;
    std::deque<TableRecord> m_waiting; ///< rows before the column is known
    std::vector<Column> m_columns;     ///< beside the links'
    qsizetype m_column = -1;
    bool m_headerTaken = false;
    bool m_noLinks = false;
};

} // namespace trawl::exchange
