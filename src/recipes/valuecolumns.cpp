// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/valuecolumns.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace trawl::recipes {

void sizeToValues(QTableView &table)
{
    const auto most = table.fontMetrics().horizontalAdvance(u'0') * 36;
    // Wider tables keep the usual widths: to look at all their cells takes too long.
    constexpr int mostColumns = 50;
    table.horizontalHeader()->setResizeContentsPrecision(0); // the rows to be seen
    for (int column = 0; column < std::min(table.model()->columnCount(), mostColumns); ++column) {
        table.resizeColumnToContents(column);
        table.setColumnWidth(column, std::min(table.columnWidth(column), most));
    }
}

} // namespace trawl::recipes
