// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace trawl::extract {

/// The first date in a text (its first 1 000 characters), in ISO 8601 with what is known of it:
/// "2026", "2026-11", "2026-11-22", "2026-11-22T10:00:00", and if its zone is known in UTC:
/// "2026-11-22T08:00:00Z". Nothing is guessed.
///
/// Read are ISO 8601, dates of HTTP and mail (RFC 9110, 5322), "22 Nov 2026", "November 22nd, 2026
/// at 3 pm", "22.11.2026", "2026/11/22", "2026年11月22日", each with a time behind it or not.
/// "22/11/2026" and "11/22/2026" are read where one of the numbers can only be the day;
/// "03/04/2026" is no date without a format. Month names are English.
[[nodiscard]] std::optional<QString> readDate(QStringView text);

/// The same of a text in a format of QDateTime::fromString(), with English names; two digits of a
/// year are 1970 … 2069. The format "unix" reads seconds, or from 100 000 000 000 on milliseconds.
[[nodiscard]] std::optional<QString> readDate(QStringView text, const QString &format);

/// What is wrong with a format; empty = nothing.
[[nodiscard]] QString dateFormatProblem(const QString &format);

} // namespace trawl::extract
