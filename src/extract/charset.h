// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

#include <utility>

namespace trawl::extract {

/// The canonical name, in lower case, that browsers know a charset label by ("latin1" →
/// "windows-1252", "gb2312" → "gbk"); empty = no such label (WHATWG Encoding, 4.2).
[[nodiscard]] QByteArray charsetOfLabel(QByteArrayView label);

/// The canonical name, in lower case, of the charset that a body is written in: by its byte order
/// mark, the Content-Type, its <meta> or XML declaration (WHATWG HTML, 13.2.3.2), else a guess.
///
/// A declared charset is not believed where the bytes disprove it: "utf-8" over bytes most of
/// which are no UTF-8, a multi-byte charset that cannot have such bytes while UTF-8 can, "utf-16"
/// without a single zero byte. Single-byte charsets cannot be disproved; they are believed, as by
/// browsers.
[[nodiscard]] QByteArray charsetOf(QByteArrayView bytes, const QByteArray &contentType);

/// Nothing but ASCII, and neither NUL nor ESC: the same text whatever charset is declared.
[[nodiscard]] bool isPlainAscii(QByteArrayView bytes);

/// The charset by the bytes alone: UTF-8 where they are that, but for an accident or a cut;
/// windows-1252 where no more than three bytes could tell; else by uchardet, and by the most
/// frequent characters of the languages that those know better.
[[nodiscard]] QByteArray guessCharset(QByteArrayView bytes);

/// The same text in UTF-8, without a byte order mark; what cannot be decoded becomes U+FFFD,
/// half a character at the end is dropped.
/// Always valid UTF-8; NULs stay. Takes the names that charsetOf() gives.
[[nodiscard]] QByteArray toUtf8(QByteArrayView bytes, const QByteArray &charset);

/// toUtf8() of a text that comes in pieces, cut anywhere. The byte order mark is a character here.
class Utf8Stream
{
public:
    /// An unknown charset is taken for UTF-8.
    explicit Utf8Stream(const QByteArray &charset);
    /// What is whole of it; the rest of a character waits for the next piece.
    [[nodiscard]] QByteArray next(QByteArrayView bytes);
    /// The rest at the end.
    [[nodiscard]] QByteArray finish() { return std::exchange(m_half, {}).toUtf8(); }

private:
    QStringDecoder m_decoder;
    QString m_half; ///< of a surrogate pair
};

} // namespace trawl::extract
