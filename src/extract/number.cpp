// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/number.h"

#include "extract/plaindigits.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace trawl::extract {

namespace {

/// One character for each of the text's that means the same to a number: "$" for any currency, "x"
/// for other letters, "_" for a dash; 0 = nothing, as what only marks a direction.
char plain(char32_t c)
{
    if (const int digit = decimalDigit(c); digit >= 0)
        return char('0' + digit);
    switch (c) {
    case u'−': // minus sign
    case u'－':
    case u'﹣':
        return '-';
    case u'–':
    case u'—':
        return '_';
    case u'\'':
    case u'’':
    case u'‘':
    case u'ʼ':
    case u'＇':
    case u'´':
    case u'`':
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
    const auto category = QChar::category(c);
    if (category == QChar::Other_Format)
        return 0;
    if (QChar::isSpace(c))
        return category == QChar::Other_Control ? '\n' : ' '; // a line's end parts no thousands
    if (category == QChar::Symbol_Currency)
        return '$';
    if (QChar::isLetter(c) || QChar::isMark(c))
        return c == u'e' || c == u'E' ? 'e' : 'x';
    return c < 0x80 ? char(c) : '?';
}

/// Words for money whose thousands are parted by points where it is at home: an amount of them has
/// no three decimals. Those of dinars and rials that do have three (KWD, TND …) are left out on
/// purpose, and so are words that mean something else more often.
bool isMoney(QStringView word)
{
    static constexpr QStringView exactly[] = {
        u"ARS", u"BAM", u"BIF", u"BOB", u"BRL", u"BYN", u"CHF", u"CLF", u"CLP", u"COP", u"CRC",
        u"CZK", u"DJF", u"DKK", u"EUR", u"GBP", u"GNF", u"HRK", u"HUF", u"IDR", u"INR", u"ISK",
        u"JPY", u"KES", u"KMF", u"KRW", u"LAK", u"MAD", u"MGA", u"MKD", u"MMK", u"NOK", u"PEN",
        u"PKR", u"PLN", u"PYG", u"RON", u"RSD", u"RUB", u"RWF", u"SEK", u"TRY", u"TZS", u"UAH",
        u"UGX", u"USD", u"UYU", u"UZS", u"VND", u"VNĐ", u"VUV", u"XAF", u"XOF", u"XPF", u"FCFA",
        u"CFA", u"KM",  u"TL",  u"Ft",  u"Fr",  u"SFr", u"Rp",  u"RP",  u"Rs",  u"Bs",  u"Gs",
        u"Kč",  u"zł",  u"kn",  u"円",  u"元",  u"원",  u"đ",   u"Đ",   u"р"};
    static constexpr QStringView anyCase[] = {
        u"euro",   u"euros", u"dollar", u"dollars",  u"rupiah", u"forint",  u"dong",
        u"đồng",   u"kr",    u"lei",    u"din",      u"дин",    u"ден",     u"руб",
        u"рублей", u"грн",   u"peso",   u"pesos",    u"korun",  u"złotych", u"тг",
        u"сум",    u"лв",    u"sfr",    u"guaraníes"};
    const auto is = [&](QStringView known) { return word == known; };
    const auto isLike = [&](QStringView known) {
        return word.compare(known, Qt::CaseInsensitive) == 0;
    };
    return std::any_of(std::begin(exactly), std::end(exactly), is) ||
           std::any_of(std::begin(anyCase), std::end(anyCase), isLike);
}

QString plainNumber(QStringView text)
{
    constexpr qsizetype longestWord = 9; // of money
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const QChar first = text.at(i);
        if (first.isLetter()) {
            auto end = i + 1;
            while (end < text.size() && (text.at(end).isLetter() || text.at(end).isMark()))
                ++end;
            const auto word = text.sliced(i, end - i);
            if (word.size() <= longestWord && isMoney(word)) {
                result += u'$';
                // "Rp.31.500"
                i = end + (end < text.size() && text.at(end) == u'.' ? 1 : 0);
                continue;
            }
            for (; i < end; ++i)
                result += QLatin1Char(plain(text.at(i).unicode()));
            continue;
        }
        char32_t c = first.unicode();
        if (first.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            ++i;
            c = QChar::surrogateToUcs4(char16_t(c), text.at(i).unicode());
        }
        ++i;
        if (const char meant = plain(c); meant != 0)
            result += QLatin1Char(meant);
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
    // Of money: behind or before its sign, or with ",-" for no smaller coins.
    const auto amount = QStringLiteral("(?<=\\$|\\$ |\\$-|\\$ -)\\d{1,3}\\.\\d{3}|"
                                       "\\d{1,3}\\.\\d{3}(?= ?\\$|[,.:][-_])");
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
            QStringLiteral(
                "(?:(?<![\\dex])(?<minus>-)(?:\\$ ?)?)?(?:%1)(?<behind>-(?= ?(?:\\$|\\z)))?")
                .arg(forms(s)));
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
    if (match.hasCaptured(QStringLiteral("minus")) || match.hasCaptured(QStringLiteral("behind")))
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
