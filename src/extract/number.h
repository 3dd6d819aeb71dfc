// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QStringView>

#include <optional>

namespace trawl::extract {

/// The sign between a number's whole part and its fraction.
enum class DecimalSign : quint8 { Guess, Point, Comma };

/// The first number in a text, as an integer where it is whole: "1.234,50 €" → 1234.5, "−3 °C" →
/// -3, "12%" → 12, "1e3" → 1000. Digits of any script; thousands parted by points, commas,
/// apostrophes or blanks of any width in groups of three; "1,23,456" as in India. A minus counts
/// directly before the digits or the currency sign, and not behind a letter or digit ("A-4",
/// "3-5"); or directly behind the digits, where the text or a currency sign follows ("1.234,56-").
///
/// Guess: where points and commas both stand, the last is the decimal sign. Alone, a comma with
/// three digits behind it parts thousands ("1,234"; not "0,234"), a point is the decimal sign
/// ("1.234"), but parts thousands if it is there twice or in an amount ("1.234 €", "Rp 31.500",
/// "1.727 Ft", "1.899,-"). Point and Comma
/// say which it is; the other one parts thousands.
[[nodiscard]] std::optional<QJsonValue> readNumber(QStringView text,
                                                   DecimalSign sign = DecimalSign::Guess);

} // namespace trawl::extract
