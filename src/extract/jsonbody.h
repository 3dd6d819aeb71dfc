// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace trawl::extract {

/// One JSON text (RFC 8259): any value, not only a list or an object. What no number of ours holds
/// is the text as it stands: integers of more digits than 64 bits have, for a double would lose
/// some; 1e400; NaN and Infinity, which are no JSON but are written by many; 007. The error says
/// where it is broken, in English.
[[nodiscard]] tl::expected<QJsonValue, QString> parseJson(const QByteArray &utf8);

struct JsonLines
{
    QJsonArray values;
    int broken = 0; ///< lines that are no JSON
};

/// One value a line (NDJSON, JSON Lines; RFC 7464 with its record separators).
[[nodiscard]] JsonLines parseJsonLines(const QByteArray &utf8);

/// By a Content-Type.
[[nodiscard]] bool isJsonType(const QByteArray &contentType);
[[nodiscard]] bool isJsonLinesType(const QByteArray &contentType);

} // namespace trawl::extract
