// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/cell.h"
#include "exchange/exporter.h"

#include <QList>

namespace trawl::exchange {

/// The columns of one export, chosen and in order: the results' own and the recipe's fields.
class ExportTable
{
public:
    /// An error names the column that there is not.
    [[nodiscard]] static tl::expected<ExportTable, item::Failure>
    make(const ExportOptions &options);

    [[nodiscard]] qsizetype size() const { return m_columns.size(); }
    [[nodiscard]] QByteArray name(qsizetype column) const { return m_columns[column].name; }
    /// The kind of all cells of a result's own column that are not null; Null = a field, which may
    /// hold anything.
    [[nodiscard]] CellKind kind(qsizetype column) const { return m_columns[column].kind; }
    [[nodiscard]] Cell cell(const item::Result &result, qsizetype column) const;

private:
    struct Entry
    {
        QByteArray name;
        CellKind kind = CellKind::Null;
        qsizetype index = 0; ///< in columns() or in Result::record
    };
    QList<Entry> m_columns;
};

} // namespace trawl::exchange
