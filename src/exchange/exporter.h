// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exportformat.h"
#include "exchange/where.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

class QIODevice;

namespace trawl::exchange {

struct ExportOptions
{
    ExportFormat format = ExportFormat::Csv;
    bool defuseFormulas = true; ///< CSV, TSV: a text cell that starts with = + - @ tab CR gets a '
    bool bom = false;           ///< CSV, TSV: a byte order mark at the beginning, for old Excel
    QStringList fields;         ///< the names of Result::record: Recipe::columns()
    QStringList columns;        ///< chosen and in order, results' and fields'; empty = all
    Where where;                ///< which rows; the number of rows counts only these
};

/// The result's own column names in order: id, url, final_url, status, code, reason, bytes, mime,
/// file, sha256, attempts, duration_ms, started, finished. Times are ISO 8601, UTC, ms.
[[nodiscard]] QStringList resultColumns();

/// Writes rows to an open device, which no format can that needs a file; the number written, or
/// what went wrong (disk full …).
[[nodiscard]] tl::expected<qint64, item::Failure>
exportRows(QIODevice &device, const RowSource &rows, const ExportOptions &options);
/// The same into a file that is replaced as a whole, only when all is written and synced.
[[nodiscard]] tl::expected<qint64, item::Failure>
exportFile(const QString &path, const RowSource &rows, const ExportOptions &options);

} // namespace trawl::exchange
