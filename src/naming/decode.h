// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace trawl::naming {

/// What to do with a '%' that is not followed by two hexadecimal digits.
enum class BadEscape { Keep, Fail };

/// Undoes percent-encoding (RFC 3986, 2.1); nullopt only for a bad escape with Fail.
[[nodiscard]] std::optional<QByteArray> percentDecoded(QByteArrayView text, BadEscape bad);

/// UTF-8 if it is that, else ISO 8859-1, in which every byte means something.
[[nodiscard]] QString guessedText(QByteArrayView bytes);

/// nullopt when the charset is unknown or the bytes are not of it.
[[nodiscard]] std::optional<QString> textOf(QByteArrayView bytes, const QByteArray &charset);

} // namespace trawl::naming
