// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/cookiedate.h"

#include "item/ascii.h"

#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <array>

namespace trawl::transport {

namespace {

bool isDateDelimiter(char c)
{
    const auto byte = quint8(c);
    return byte == 0x09 || (byte >= 0x20 && byte <= 0x2f) || (byte >= 0x3b && byte <= 0x40) ||
           (byte >= 0x5b && byte <= 0x60) || (byte >= 0x7b && byte <= 0x7e);
}

QList<QByteArrayView> dateTokens(QByteArrayView text)
{
    QList<QByteArrayView> tokens;
    for (qsizetype i = 0; i < text.size();) {
        auto end = i;
        while (end < text.size() && !isDateDelimiter(text[end]))
            ++end;
        if (end > i)
            tokens.append(text.sliced(i, end - i));
        i = end + 1;
    }
    return tokens;
}

/// The number that begins at `at`, of `least` to `most` digits, and moves behind it; -1 = none.
int takeNumber(QByteArrayView text, qsizetype &at, int least, int most)
{
    int value = 0;
    int digits = 0;
    for (; at < text.size() && item::isDigit(text[at]); ++at, ++digits)
        value = digits < most ? value * 10 + (text[at] - '0') : value;
    return digits >= least && digits <= most ? value : -1;
}

/// A number of so many digits with nothing or something else behind it.
int leadingNumber(QByteArrayView token, int least, int most)
{
    qsizetype at = 0;
    return takeNumber(token, at, least, most);
}

struct CookieTime
{
    int hour = -1;
    int minute = -1;
    int second = -1;
};

/// "9:05:00"; what stands behind the last digit does not count.
std::optional<CookieTime> timeOf(QByteArrayView token)
{
    CookieTime time;
    qsizetype at = 0;
    for (int *part : {&time.hour, &time.minute, &time.second}) {
        if (part != &time.hour && (at == token.size() || token[at++] != ':'))
            return std::nullopt;
        *part = takeNumber(token, at, 1, 2);
        if (*part < 0)
            return std::nullopt;
    }
    return time;
}

int monthOf(QByteArrayView token)
{
    constexpr std::array months{"jan", "feb", "mar", "apr", "may", "jun",
                                "jul", "aug", "sep", "oct", "nov", "dec"};
    for (std::size_t i = 0; token.size() >= 3 && i < months.size(); ++i) {
        if (token.first(3).compare(months[i], Qt::CaseInsensitive) == 0)
            return int(i) + 1;
    }
    return -1;
}

} // namespace

std::optional<qint64> parseCookieDate(QByteArrayView text)
{
    std::optional<CookieTime> time;
    int day = -1;
    int month = -1;
    int year = -1;
    const auto tokens = dateTokens(text);
    for (const auto &token : tokens) {
        if (!time && (time = timeOf(token)))
            continue;
        if (day < 0 && (day = leadingNumber(token, 1, 2)) >= 0)
            continue;
        if (month < 0 && (month = monthOf(token)) >= 0)
            continue;
        if (year < 0)
            year = leadingNumber(token, 2, 4);
    }
    if (year >= 70 && year <= 99)
        year += 1900;
    else if (year >= 0 && year <= 69)
        year += 2000;
    const QDate date(year, month, day);
    if (!time || year < 1601 || !date.isValid() || time->hour > 23 || time->minute > 59 ||
        time->second > 59)
        return std::nullopt;
    const QTime clock(time->hour, time->minute, time->second);
    return QDateTime(date, clock, QTimeZone::utc()).toSecsSinceEpoch();
}

} // namespace trawl::transport
