// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QStringView>

#include <optional>

namespace trawl::extract {

struct LenientJson
{
    QJsonArray values; ///< elements of an array one by one
    int broken = 0;    ///< values that could not be understood
};

/// JSON as it stands in pages: several values in a row; wrapped into HTML comments or CDATA; with
/// comments, commas before a closing bracket, raw line ends in texts, escapes that JSON has not,
/// quotes as &quot;. What is whole in that sense is understood as its author meant it, anything
/// else is left out and counted.
[[nodiscard]] LenientJson readLenientJson(QStringView text);

/// The first value of a text that begins with one; none if that is not whole.
[[nodiscard]] std::optional<QJsonValue> firstLenientJson(QStringView text);

} // namespace trawl::extract
