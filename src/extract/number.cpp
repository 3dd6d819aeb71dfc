// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/number.h"

#include "extract/plaindigits.h"

#include <QRegularExpression>

#include <cmath>

namespace trawl::extract {

namespace {

/// One character for each of the text's that means the same to a number: "$" for any currency, "x"
/// for other letters.
char plain(char32_t c)
{
    if (const int digit = decimalDigit(c); digit >= 0)
        return char('0' + digit);
    switch (c) {
    case u'−': // minus sign
    case u'－':
    case u'﹣':
        return '-';
    case u'\'':
    case u'’':
        return '\'';
    case u'٬':
    case u'，':
        return ',';
    case u'٫':
    case u'．':
        return '.';
    default:
        break;
    }
    if (QChar::isSpace(c))
        return ' ';
    if (QChar::category(c) == QChar::Symbol_Currency)
        return '$';
    if (QChar::isLetter(c))
        return c == u'e' || c == u'E' ? 'e' : 'x';
    return c < 0x80 ? char(c) : '?';
}

QString plainNumber(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            ++i;
            c = QChar::surrogateToUcs4(char16_t(c), text.at(i).unicode());
        }
        result += QLatin1Char(plain(c));
    }
    return result;
}

/// The forms a number may have, the longer ones first: with commas between thousands, with points,
/// with blanks or apostrophes, and without.
QString forms(DecimalSign sign)
{
    const auto commas = QStringLiteral(
        "(?!0,)(?<commas>\\d{1,3}(?:(?:,\\d{2})+,\\d{3}|(?:,\\d{3})+)(?:\\.\\d+)?)(?!\\d)|");
    const auto point = sign == DecimalSign::Comma
                           ? QStringLiteral("(?:\\.\\d{3})+(?:,\\d+)?")
                           : QStringLiteral("(?:(?:\\.\\d{3})+,\\d+|(?:\\.\\d{3}){2,})");
    const auto amount = QStringLiteral("(?<=\\$|\\$ )\\d{1,3}\\.\\d{3}|\\d{1,3}\\.\\d{3}(?= ?\\$)");
    const auto points = QStringLiteral("(?!0\\.)(?<points>\\d{1,3}%1%2)(?!\\d)|")
                            .arg(point, sign == DecimalSign::Guess ? u'|' + amount : QString());
    const auto decimals = sign == DecimalSign::Guess   ? QStringLiteral("[.,]")
                          : sign == DecimalSign::Point ? QStringLiteral("\\.")
                                                       : QStringLiteral(",");
    const auto blanks = QStringLiteral("(?!0[ '])(?<blanks>\\d{1,3}([ '])\\d{3}(?:\\g{-1}\\d{3})*"
                                       "(?:%1\\d+)?)(?!\\d)|")
                            .arg(decimals);
    const auto bare =
        QStringLiteral(
            "(?<bare>\\d+(?:%1\\d+)?|(?<![\\d.])\\.\\d+)(?<power>e[-+]?\\d{1,3}(?![\\dex]))?")
            .arg(decimals);
    return (sign == DecimalSign::Comma ? QString() : commas) +
           (sign == DecimalSign::Point ? QString() : points) + blanks + bare;
}

const QRegularExpression &expression(DecimalSign sign)
{
    const auto make = [](DecimalSign s) {
        return QRegularExpression(
            QStringLiteral("(?:(?<![\\dex])(?<minus>-)(?:\\$ ?)?)?(?:%1)").arg(forms(s)));
    };
    static const QRegularExpression all[] = {make(DecimalSign::Guess), make(DecimalSign::Point),
                                             make(DecimalSign::Comma)};
    return all[std::size_t(sign)];
}

/// The number as C writes it, without its sign.
QByteArray inC(const QRegularExpressionMatch &match)
{
    const auto part = [&](const QString &name) { return match.captured(name).toLatin1(); };
    if (auto text = part(QStringLiteral("commas")); !text.isEmpty())
        return text.replace(',', "");
    if (auto text = part(QStringLiteral("points")); !text.isEmpty())
        return text.replace('.', "").replace(',', '.');
    if (auto text = part(QStringLiteral("blanks")); !text.isEmpty())
        return text.replace(' ', "").replace('\'', "").replace(',', '.');
    return part(QStringLiteral("bare")).replace(',', '.') + part(QStringLiteral("power"));
}

} // namespace

std::optional<QJsonValue> readNumber(QStringView text, DecimalSign sign)
{
    const auto match = expression(sign).match(plainNumber(text));
    if (!match.hasMatch())
        return std::nullopt;
    QByteArray number = inC(match);
    if (match.hasCaptured(QStringLiteral("minus")))
        number.prepend('-');
    bool good = false;
    if (const qint64 integer = number.toLongLong(&good); good)
        return QJsonValue(integer);
    const double value = number.toDouble(&good);
    if (!good || !std::isfinite(value))
        return std::nullopt;
    constexpr double exact = 9'007'199'254'740'992.0;
    if (std::abs(value) < exact && std::trunc(value) == value)
        return QJsonValue(qint64(value));
    return QJsonValue(value);
}

} // namespace trawl::extract
