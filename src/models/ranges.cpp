// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ranges.h"

#include <algorithm>

namespace trawl::models {

namespace {

/// Joins what is no further apart than `reach`.
std::vector<RowRange> joined(const std::vector<quint32> &rows, quint32 reach)
{
    std::vector<RowRange> ranges;
    for (const auto row : rows) {
        if (!ranges.empty() && row - ranges.back().last <= reach)
            ranges.back().last = row;
        else
            ranges.push_back({row, row});
    }
    return ranges;
}

} // namespace

std::vector<RowRange> exactRanges(std::vector<quint32> &rows)
{
    std::ranges::sort(rows);
    return joined(rows, 1);
}

std::vector<RowRange> coarseRanges(std::vector<quint32> &rows, std::size_t most)
{
    auto ranges = exactRanges(rows);
    for (quint32 reach = 2; ranges.size() > most; reach *= 2)
        ranges = joined(rows, reach);
    return ranges;
}

} // namespace trawl::models
