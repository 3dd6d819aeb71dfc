// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exporttable.h"
#include "exchange/columns.h"

#include <QHash>

namespace trawl::exchange {

tl::expected<ExportTable, item::Failure> ExportTable::make(const ExportOptions &options)
{
    ExportTable all;
    QHash<QString, Entry> byName;
    const auto add = [&](const QString &name, CellKind kind, qsizetype index) {
        const Entry entry{cleanText(name.toUtf8()), kind, index};
        all.m_columns.append(entry);
        byName.insert(name, entry);
    };
    for (std::size_t i = 0; i < columnCount; ++i)
        add(QString::fromLatin1(columns()[i].name), columns()[i].kind, qsizetype(i));
    for (qsizetype i = 0; i < options.fields.size(); ++i)
        add(options.fields[i], CellKind::Null, i);
    if (options.columns.isEmpty())
        return all;
    ExportTable chosen;
    for (const auto &name : options.columns) {
        const auto found = byName.constFind(name);
        if (found == byName.constEnd())
            return tl::unexpected(item::Failure{item::Reason::Internal, 0, false,
                                                QStringLiteral("no column \"%1\"").arg(name)});
        chosen.m_columns.append(*found);
    }
    return chosen;
}

Cell ExportTable::cell(const item::Result &result, qsizetype column) const
{
    const auto &entry = m_columns[column];
    if (entry.kind == CellKind::Null)
        return cellOf(result.record.value(entry.index));
    auto text = columns()[std::size_t(entry.index)].cell(result);
    if (text.isEmpty())
        return {};
    return {entry.kind, entry.kind == CellKind::Text ? cleanText(std::move(text)) : text};
}

} // namespace trawl::exchange
