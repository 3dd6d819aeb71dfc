// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/roles.h"

#include <QByteArray>
#include <QList>

namespace trawl::exchange {

/// What the columns of a table, or the members of a list of objects, are taken for. A table with a
/// header and objects are known by the names, so that the same layout suits several of them; one
/// without by the order.
struct TableLayout
{
    struct Column
    {
        QByteArray name; ///< empty without a header
        Role role = Role::None;
        friend bool operator==(const Column &, const Column &) = default;
    };

    QList<Column> columns;
    bool header = true; ///< the first row holds names; objects always have them
    char separator = 0; ///< 0 = by the first line; objects have none

    friend bool operator==(const TableLayout &, const TableLayout &) = default;
};

} // namespace trawl::exchange
