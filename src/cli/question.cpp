// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/question.h"

#include "item/weburl.h"

#include <cmath>

namespace trawl::cli {

// QString::toUtf8() makes '?' of half a pair, which begins a query in a URL.
QByteArray utf8Of(const QString &text)
{
    if (text.isValidUtf16())
        return text.toUtf8();
    QString sound = text;
    for (qsizetype i = 0; i < sound.size(); ++i) {
        if (sound[i].isHighSurrogate() && i + 1 < sound.size() && sound[i + 1].isLowSurrogate())
            ++i;
        else if (sound[i].isSurrogate())
            sound[i] = QChar::ReplacementCharacter;
    }
    return sound.toUtf8();
}

void Question::fail(const QString &error)
{
    if (m_error.isEmpty())
        m_error = error;
}

QJsonValue Question::value(QLatin1StringView key)
{
    const auto value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        fail(QStringLiteral("%1 is missing").arg(key));
    return value;
}

QByteArray Question::text(QLatin1StringView key)
{
    const auto given = value(key);
    if (!given.isString())
        fail(QStringLiteral("%1 is no text").arg(key));
    return utf8Of(given.toString());
}

QByteArray Question::text(QLatin1StringView key, const QByteArray &fallback)
{
    const auto given = m_object.value(key);
    return given.isUndefined() || given.isNull() ? fallback : text(key);
}

qint64 Question::integer(QLatin1StringView key, qint64 least, qint64 most,
                         std::optional<qint64> fallback)
{
    const auto given = m_object.value(key);
    if (fallback && (given.isUndefined() || given.isNull()))
        return *fallback;
    const double number = value(key).toDouble(std::nan(""));
    if (number >= double(least) && number <= double(most) && number == std::floor(number))
        return qBound(least, given.toInteger(most), most);
    fail(QStringLiteral("%1 is no whole number from %2 to %3").arg(key).arg(least).arg(most));
    return least;
}

QJsonArray Question::array(QLatin1StringView key)
{
    const auto given = value(key);
    if (!given.isArray())
        fail(QStringLiteral("%1 is no array").arg(key));
    return given.toArray();
}

QByteArray Question::url(QLatin1StringView key)
{
    const auto given = text(key);
    const auto normal = item::normalUrl(given);
    if (!normal)
        fail(QStringLiteral("%1 is no http(s) URL").arg(key));
    return normal.value_or(QByteArray());
}

} // namespace trawl::cli
