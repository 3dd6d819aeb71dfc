// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/record.h"

#include <QByteArray>

namespace trawl::exchange {

enum class CellKind {
    Null,
    Number,
    Flag, ///< true, false
    Text,
    Json, ///< a list or an object, as compact JSON
};

/// What stands in one cell of an export: valid UTF-8 without NUL; a number as JSON writes it.
struct Cell
{
    CellKind kind = CellKind::Null;
    QByteArray text;

    friend bool operator==(const Cell &, const Cell &) = default;
};

/// A field's value. A number that JSON cannot write (infinite, not a number) is null.
[[nodiscard]] Cell cellOf(const item::Value &value);
/// What no reader takes (broken UTF-8, NUL) becomes U+FFFD.
[[nodiscard]] QByteArray cleanText(QByteArray text);

} // namespace trawl::exchange
