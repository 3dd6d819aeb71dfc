// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/decode.h"
#include "item/ascii.h"

#include <QStringDecoder>

namespace trawl::naming {

namespace {

std::optional<QString> decoded(QStringDecoder decoder, QByteArrayView bytes)
{
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
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
    return decoded(QStringDecoder(QStringDecoder::Utf8), bytes)
        .value_or(QString::fromLatin1(bytes));
}

std::optional<QString> textOf(QByteArrayView bytes, const QByteArray &charset)
{
    return decoded(QStringDecoder(charset.constData()), bytes);
}

} // namespace trawl::naming
