// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/cell.h"
#include "item/result.h"

#include <array>

namespace trawl::exchange {

/// One column of the results: its stable name and how a cell is written in UTF-8; an empty cell is
/// null where the format has that.
struct Column
{
    const char *name;
    CellKind kind; ///< Number or Text
    QByteArray (*cell)(const item::Result &);
};

inline constexpr std::size_t columnCount = item::resultColumnNames.size();
[[nodiscard]] const std::array<Column, columnCount> &columns();

/// "2026-11-22T22:42:00.123Z" (ISO 8601, UTC); empty for 0.
[[nodiscard]] QByteArray isoTime(qint64 msSinceEpoch);

} // namespace trawl::exchange
