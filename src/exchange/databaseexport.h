// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exporttable.h"

namespace trawl::exchange {

/// Writes all rows into an empty file as a SQLite database with the table "results"; not synced.
/// The number of rows. `path` is in the file system's encoding.
[[nodiscard]] tl::expected<qint64, item::Failure>
writeDatabase(const QByteArray &path, const RowSource &rows, const ExportTable &table);

} // namespace trawl::exchange
