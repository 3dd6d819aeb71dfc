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

/// UTF-8 if it is that, else what extract::guessCharset() takes it for.
[[nodiscard]] QString guessedText(QByteArrayView bytes);

/// nullopt when the charset is unknown or the bytes are not of it.
[[nodiscard]] std::optional<QString> textOf(QByteArrayView bytes, const QByteArray &charset);

/// Undoes the encoded words of mails (RFC 2047), which servers send in HTTP too.
[[nodiscard]] QString withoutEncodedWords(const QString &text);

/// Undoes percent-encoding where it was needed and is of UTF-8; else the text stays as it is: "%41"
/// was meant so by who wrote it.
[[nodiscard]] QByteArray withoutNeededEscapes(const QByteArray &text);

} // namespace trawl::naming
