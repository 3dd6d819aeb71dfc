// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/passedover.h"
#include "exchange/source.h"
#include "exchange/tablelayout.h"
#include "exchange/tablereader.h"

#include <deque>
#include <optional>

namespace trawl::exchange {

/// A table with or without a header row, which may have titles above it; columns as a layout says,
/// else by name (exchange/roles.h), the links' also by content. A cell that looks like a checksum
/// in a column that nothing names makes its entry fail: it must not be passed over.
class TableSource : public Source
{
public:
    /// A layout that does not suit the table counts as none.
    TableSource(InputBuffer &input, bool tabs, std::optional<TableLayout> layout = {});
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString error() const override;
    [[nodiscard]] QString note() const override; ///< rows without a link

    /// What it has found out, once it has found links.
    [[nodiscard]] TableLayout layout() const;
    /// The row that next() read.
    [[nodiscard]] const TableRecord &record() const { return m_table.record(); }
    /// Of the row of names; of the first row less one where there is none.
    [[nodiscard]] qint64 lastLineBeforeRows() const { return m_lastLineBefore; }

private:
    struct Column
    {
        qsizetype index;
        Role role;
        QByteArray name;
    };

    void look(QList<item::Link> &links);
    void giveUp();
    void setNames(const TableRecord &record);
    bool takeLayout(const TableRecord &record);
    bool takeNames(const TableRecord &record);
    void takeByContent(QList<item::Link> &links, qsizetype column);
    [[nodiscard]] std::size_t likelyNames() const;
    void findRoles();
    void append(QList<item::Link> &links, const TableRecord &record);
    [[nodiscard]] qsizetype namelessDigest(const TableRecord &record) const;
    void applyColumn(Entry &entry, const Column &column, const TableRecord &record) const;

    TableReader m_table;
    std::optional<TableLayout> m_given;
    std::deque<TableRecord> m_waiting; ///< rows before anything is known
    QList<QByteArray> m_names;         ///< of all columns; empty texts without a header
    std::vector<Column> m_columns;     ///< beside the links'
    qsizetype m_column = -1;
    bool m_header = true;
    bool m_headerTaken = false;
    qint64 m_lastLineBefore = 0;
    bool m_noLinks = false;
    PassedOver m_withoutLink;
};

} // namespace trawl::exchange
