// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/httpdate.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <array>

namespace trawl::item {

namespace {

constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

int monthNumber(const QByteArray &name)
{
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (name == months[i])
            return int(i) + 1;
    }
    return 0;
}

int number(const QByteArray &text)
{
    bool ok = false;
    const auto value = text.toUInt(&ok);
    return ok && text.at(0) != '+' && value <= 9999 ? int(value) : -1;
}

// RFC 9110: a two-digit year that looks more than 50 years ahead lies in the past century.
int fullYear(int year)
{
    const auto now = QDate::currentDate().year();
    const auto guess = now - now % 100 + year;
    return guess > now + 50 ? guess - 100 : guess;
}

std::optional<qint64> toMs(int year, int month, int day, const QByteArray &clock)
{
    const auto parts = clock.split(':');
    if (parts.size() != 3)
        return std::nullopt;
    auto second = number(parts[2]);
    if (second == 60) // a leap second, which the calendar below does not know
        second = 59;
    const QDate date(year, month, day);
    const QTime time(number(parts[0]), number(parts[1]), second);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(date, time, QTimeZone::utc()).toMSecsSinceEpoch();
}

} // namespace

std::optional<qint64> parseHttpDate(QByteArrayView text)
{
    const auto words = QByteArray(text.data(), text.size()).simplified().split(' ');
    if (words.size() == 6 && words[5] == "GMT") // Sun, 06 Nov 1994 08:49:37 GMT
        return toMs(number(words[3]), monthNumber(words[2]), number(words[1]), words[4]);
    if (words.size() == 4 && words[3] == "GMT") { // Sunday, 06-Nov-94 08:49:37 GMT
        const auto date = words[1].split('-');
        if (date.size() != 3 || date[2].size() != 2 || number(date[2]) < 0)
            return std::nullopt;
        return toMs(fullYear(number(date[2])), monthNumber(date[1]), number(date[0]), words[2]);
    }
    if (words.size() == 5) // Sun Nov  6 08:49:37 1994
        return toMs(number(words[4]), monthNumber(words[1]), number(words[2]), words[3]);
    return std::nullopt;
}

QByteArray httpDate(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc())
        .toString(QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
        .toLatin1();
}

} // namespace trawl::item
