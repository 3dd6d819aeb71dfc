// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::exchange {

/// Of a table's row or a JSON object; what is longer is cut.
constexpr qsizetype maxRecordBytes = 1024 * 1024;

/// item::withoutBlanks(): what is around a link, a cell or a line and cannot be seen goes.
[[nodiscard]] QByteArrayView trimmed(QByteArrayView text);
QByteArrayView trimmed(QByteArray &&text) = delete; // the view would outlive it
/// Takes the leading word and the blanks around it off `text`; empty at the end.
[[nodiscard]] QByteArrayView takeWord(QByteArrayView &text);
/// Begins with http:// or https://, in any case.
[[nodiscard]] bool hasHttpScheme(QByteArrayView text);
/// Where the next link of the same line begins: http:// or https:// behind a blank, or behind a
/// comma, semicolon or bar between them; -1 = there is none.
[[nodiscard]] qsizetype nextLinkStart(QByteArrayView text);
/// A line of a list that is neither blank nor a comment; `line` is trimmed.
[[nodiscard]] bool isEntry(QByteArrayView line);

} // namespace trawl::exchange
