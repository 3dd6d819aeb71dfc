// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace trawl::models {

/// Rows first … last, both included.
struct RowRange
{
    quint32 first;
    quint32 last;

    friend bool operator==(const RowRange &, const RowRange &) = default;
};

/// Sorts the rows; neighbours become one range.
[[nodiscard]] std::vector<RowRange> exactRanges(std::vector<quint32> &rows);

/// The same, but ranges with small gaps between them are joined until there are `most` or fewer.
[[nodiscard]] std::vector<RowRange> coarseRanges(std::vector<quint32> &rows, std::size_t most);

} // namespace trawl::models
