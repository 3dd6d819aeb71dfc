// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace trawl::exchange {

/// So many lines are looked at: titles may stand above the names of the columns.
inline constexpr int linesBeforeNames = 20;

/// "sep=;", which spreadsheets write above a table and take for its separator; 0 = it is none.
[[nodiscard]] char separatorLine(QByteArrayView line);

/// What separates the cells of these lines: by a row with a cell named url, link or href, else by
/// how many lines split alike. 0 = the lines do not tell.
[[nodiscard]] char separatorByNames(QByteArrayView lines);
[[nodiscard]] char separatorByCounts(QByteArrayView lines, char preferred);

/// The lines are a table: names of columns with rows below them, or cells with a link among them
/// in the same place of each line.
[[nodiscard]] bool looksLikeTable(QByteArrayView head);

/// As many hexadecimal digits as a digest has.
[[nodiscard]] bool isDigestText(QByteArrayView text);

} // namespace trawl::exchange
