// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/decode.h"
#include "extract/charset.h"
#include "item/ascii.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace trawl::naming {

namespace {

/// What stands between the question marks of an encoded word; nullopt = it is none.
std::optional<QString> encodedWord(const QByteArray &charset, char encoding, const QByteArray &text)
{
    QByteArray bytes;
    if (encoding == 'B' || encoding == 'b') {
        const auto decoded =
            QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return std::nullopt;
        bytes = *decoded;
    } else {
        auto escaped = text;
        escaped.replace('_', ' ').replace('%', "%25").replace('=', '%');
        const auto decoded = percentDecoded(escaped, BadEscape::Fail);
        if (!decoded)
            return std::nullopt;
        bytes = *decoded;
    }
    return textOf(bytes, charset.split('*').constFirst()); // RFC 2231: a language behind it
}

} // namespace

std::optional<QByteArray> percentDecoded(QByteArrayView text, BadEscape bad)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result.append(text[i]);
            continue;
        }
        const int high = i + 2 < text.size() ? item::hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? item::hexValue(text[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            result.append(char(high << 4 | low));
            i += 2;
        } else if (bad == BadEscape::Keep) {
            result.append('%');
        } else {
            return std::nullopt;
        }
    }
    return result;
}

QString guessedText(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return QString::fromUtf8(bytes);
    return QString::fromUtf8(extract::toUtf8(bytes, extract::guessCharset(bytes)));
}

std::optional<QString> textOf(QByteArrayView bytes, const QByteArray &charset)
{
    if (charset.compare("utf-8", Qt::CaseInsensitive) == 0) // a decoder waits for more at the end
        return bytes.isValidUtf8() ? std::optional(QString::fromUtf8(bytes)) : std::nullopt;
    QStringDecoder decoder(charset.constData());
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

QString withoutEncodedWords(const QString &text)
{
    static const QRegularExpression word(
        QStringLiteral("=\\?([^?\\s]+)\\?([BbQq])\\?([^?\\s]*)\\?="));
    QString result;
    qsizetype taken = 0;
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const auto decoded =
            encodedWord(match.captured(1).toLatin1(), match.captured(2).at(0).toLatin1(),
                        match.captured(3).toLatin1());
        if (!decoded)
            return text;
        // Blanks between two words are not of the text.
        const auto between = QStringView(text).sliced(taken, match.capturedStart() - taken);
        if (taken == 0 || !between.trimmed().isEmpty())
            result += between;
        result += *decoded;
        taken = match.capturedEnd();
    }
    result += QStringView(text).sliced(taken);
    return result;
}

QByteArray withoutNeededEscapes(const QByteArray &text)
{
    if (!text.contains('%'))
        return text;
    for (auto at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        const auto byte = percentDecoded(text.mid(at, 3), BadEscape::Fail).value_or(QByteArray());
        const char c = byte.size() == 1 ? byte.front() : 'x';
        if (item::isLetterOrDigit(quint8(c)) || QByteArrayView("-._~").contains(c))
            return text;
    }
    const auto decoded = percentDecoded(text, BadEscape::Fail);
    return decoded && decoded->isValidUtf8() ? *decoded : text;
}

} // namespace trawl::naming
