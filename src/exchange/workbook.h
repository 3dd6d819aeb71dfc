// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exporttable.h"

namespace trawl::exchange {

/// Excel's and LibreOffice's: rows of a sheet, the header counted.
inline constexpr qint64 sheetRows = 1'048'576;

/// Writes all rows into a file as an XLSX workbook; not synced. The number of rows. Texts stay
/// texts, whatever they look like; one that Excel cannot hold (32 767 characters) is cut and says
/// so. Rows beyond `rowsPerSheet` go on in a sheet of their own. `path` is in the file system's
/// encoding; temporary files lie beside it.
[[nodiscard]] tl::expected<qint64, item::Failure> writeWorkbook(const QByteArray &path,
                                                                const RowSource &rows,
                                                                const ExportTable &table,
                                                                qint64 rowsPerSheet = sheetRows);

} // namespace trawl::exchange
