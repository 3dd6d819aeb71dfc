// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/valuecolumns.h"

#include <QTableView>

#include <algorithm>

namespace trawl::recipes {

void sizeToValues(QTableView &table)
{
    const auto most = table.fontMetrics().horizontalAdvance(u'0') * 36;
    table.resizeColumnsToContents();
    for (int column = 0; column < table.model()->columnCount(); ++column)
        table.setColumnWidth(column, std::min(table.columnWidth(column), most));
}

} // namespace trawl::recipes
