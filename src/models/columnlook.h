// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>
#include <Qt>

namespace trawl::models {

/// How a table shows a column: part of the column's row in its model, and told by headerData().
struct ColumnLook
{
    enum Role {
        DigitsRole = Qt::UserRole + 100,
        StretchRole,
        HiddenRole,
        ElideRole,
    };

    int digits = 0;                           ///< it has room for so many at least
    int stretch = 0;                          ///< its share of the room that is left; 0 = none
    bool hidden = false;                      ///< it is not shown unless the person asks for it
    Qt::TextElideMode elide = Qt::ElideRight; ///< where a text is cut that is too long

    /// Invalid for a role that is not one of these.
    [[nodiscard]] QVariant value(int role) const
    {
        switch (role) {
        case DigitsRole:
            return digits;
        case StretchRole:
            return stretch;
        case HiddenRole:
            return hidden;
        case ElideRole:
            return int(elide);
        default:
            return {};
        }
    }
};

} // namespace trawl::models
