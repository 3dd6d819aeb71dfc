// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/where.h"
#include "item/result.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <functional>
#include <optional>

class QIODevice;

namespace trawl::exchange {

enum class ExportFormat {
    Csv,
    Tsv,
    Json,
    JsonLines,
    Xlsx,
    Sqlite,  ///< one table "results"
    UrlList, ///< each item's URL, one a line
    Last = UrlList,
};

/// By suffix .csv .tsv .json .jsonl (.ndjson) .xlsx .sqlite .txt; nullopt for any other.
[[nodiscard]] std::optional<ExportFormat> exportFormat(const QString &fileName);

/// Gives one row a call, nullopt at the end.
using RowSource = item::ResultSource;

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

/// Writes rows to an open device, which XLSX and SQLite cannot; the number written, or what went
/// wrong (disk full …).
[[nodiscard]] tl::expected<qint64, item::Failure>
exportRows(QIODevice &device, const RowSource &rows, const ExportOptions &options);
/// The same into a file that is replaced as a whole, only when all is written and synced.
[[nodiscard]] tl::expected<qint64, item::Failure>
exportFile(const QString &path, const RowSource &rows, const ExportOptions &options);

} // namespace trawl::exchange
