// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ascii.h"

#include <QByteArrayView>

#include <algorithm>
#include <optional>

namespace trawl::item {

/// What a Content-Length says (RFC 9112, 6.3): digits and nothing else, or a list of one such value
/// ("30, 30", as it comes of a field that was sent twice). Nothing for all else: such a field is
/// not believed in part.
[[nodiscard]] inline std::optional<qint64> parseContentLength(QByteArrayView field)
{
    std::optional<qint64> length;
    for (qsizetype start = 0, end = 0; start <= field.size(); start = end + 1) {
        end = field.indexOf(',', start);
        end = end < 0 ? field.size() : end;
        const auto digits = field.sliced(start, end - start).trimmed();
        bool ok = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), isDigit);
        const auto value = ok ? digits.toLongLong(&ok) : 0;
        if (!ok || (length && *length != value))
            return std::nullopt;
        length = value;
    }
    return length;
}

} // namespace trawl::item
