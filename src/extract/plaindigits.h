// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace trawl::extract {

/// What a decimal digit of any script stands for; -1 for all else, superscripts among it.
[[nodiscard]] inline int decimalDigit(char32_t c)
{
    return QChar::category(c) == QChar::Number_DecimalDigit ? QChar::digitValue(c) : -1;
}

} // namespace trawl::extract
