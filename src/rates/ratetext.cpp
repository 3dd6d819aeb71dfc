// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/ratetext.h"

#include <QRegularExpression>

namespace trawl::rates {

std::optional<qint64> parseSize(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral("^([0-9]+(?:\\.[0-9]+)?) ?([kmgt]?)(?:i?b)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    double value = match.captured(1).toDouble();
    const auto unit = match.captured(2).toLower();
    for (const QChar c : {u'k', u'm', u'g', u't'}) {
        if (unit.isEmpty())
            break;
        value *= 1024;
        if (unit == c)
            break;
    }
    constexpr double most = 1e15;
    return value <= most ? std::optional(qint64(value)) : std::nullopt;
}

std::optional<qint64> parseRate(QStringView text)
{
    constexpr QStringView aSecond = u"/s";
    return parseSize(text.endsWith(aSecond, Qt::CaseInsensitive) ? text.chopped(aSecond.size())
                                                                 : text);
}

QString sizeText(qint64 bytes)
{
    constexpr qint64 step = 1024;
    QString unit;
    for (const QChar c : {u'k', u'M', u'G', u'T'}) {
        if (bytes == 0 || bytes % step != 0)
            break;
        bytes /= step;
        unit = c;
    }
    return QString::number(bytes) + unit;
}

} // namespace trawl::rates
