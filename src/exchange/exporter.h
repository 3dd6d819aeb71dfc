// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/result.h"

#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <optional>

class QIODevice;

namespace trawl::exchange {

enum class ExportFormat { Csv, Tsv, Json, JsonLines };

/// By suffix .csv .tsv .json .jsonl (.ndjson); nullopt for any other.
[[nodiscard]] std::optional<ExportFormat> exportFormat(const QString &fileName);

/// Gives one row a call, nullopt at the end.
using RowSource = item::ResultSource;

struct ExportOptions
{
    ExportFormat format = ExportFormat::Csv;
    bool defuseFormulas = true; ///< CSV, TSV: a text cell that starts with = + - @ tab CR gets a '
};

/// The column names in order: id, url, final_url, status, code, reason, bytes, mime, file, sha256,
/// attempts, duration_ms, started, finished. Times are ISO 8601, UTC, ms.
[[nodiscard]] QStringList resultColumns();

/// Writes rows to an open device; the number written, or what went wrong (disk full …).
[[nodiscard]] tl::expected<qint64, item::Failure>
exportRows(QIODevice &device, const RowSource &rows, const ExportOptions &options);
/// The same into a file that is replaced as a whole, only when all is written and synced.
[[nodiscard]] tl::expected<qint64, item::Failure>
exportFile(const QString &path, const RowSource &rows, const ExportOptions &options);

} // namespace trawl::exchange
