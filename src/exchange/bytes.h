// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::exchange {

/// Of a table's row or a JSON object; what is longer is cut.
constexpr qsizetype maxRecordBytes = 1024 * 1024;

/// Without blanks, tabs and NULs around it.
[[nodiscard]] QByteArrayView trimmed(QByteArrayView text);
QByteArrayView trimmed(QByteArray &&text) = delete; // the view would outlive it
/// Takes the leading word and the blanks around it off `text`; empty at the end.
[[nodiscard]] QByteArrayView takeWord(QByteArrayView &text);
/// Begins with http:// or https://, in any case.
[[nodiscard]] bool hasHttpScheme(QByteArrayView text);
/// A line of a list that is neither blank nor a comment; `line` is trimmed.
[[nodiscard]] bool isEntry(QByteArrayView line);

} // namespace trawl::exchange
