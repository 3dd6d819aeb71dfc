// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/explainkinds.h"
#include "cli/question.h"

#include "fetch/contentrange.h"
#include "fetch/retryafter.h"
#include "item/httpdate.h"
#include "transport/cookiejar.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace trawl::cli {

namespace {

constexpr qint64 mostOffset = qint64(1) << 53;
constexpr double mostTime = 1e12; ///< s since the epoch, far beyond any date

QJsonValue secondsOf(qint64 ms)
{
    if (ms < 0)
        return {};
    return ms % 1000 == 0 ? QJsonValue(ms / 1000) : QJsonValue(double(ms) / 1000);
}

/// An HTTP-date, a time of ISO 8601 (UTC if it names no zone) or seconds since the epoch, as ms.
std::optional<qint64> timeOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double seconds = value.toDouble();
        return std::abs(seconds) <= mostTime ? std::optional(qint64(std::round(seconds * 1000)))
                                             : std::nullopt;
    }
    const auto text = value.toString();
    if (const auto date = item::parseHttpDate(utf8Of(text)))
        return date;
    auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

bool isFieldValue(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

struct ReceivedCookie
{
    QByteArray url;
    QByteArray setCookie;
};

/// A Set-Cookie field's value, or an object that tells where it came from, too.
ReceivedCookie receivedOf(const QJsonValue &value, const QByteArray &url, Question &outer)
{
    ReceivedCookie received{url, utf8Of(value.toString())};
    if (value.isObject()) {
        const auto object = value.toObject();
        Question question(object);
        received = {question.url(QLatin1StringView("url")),
                    question.text(QLatin1StringView("set_cookie"))};
        if (question.failed())
            outer.fail(QStringLiteral("received: ") + question.error());
    } else if (!value.isString()) {
        outer.fail(QStringLiteral("received holds what is neither text nor object"));
    }
    if (!isFieldValue(received.setCookie))
        outer.fail(QStringLiteral("received holds a line end or NUL"));
    return received;
}

} // namespace

Explanation explainRange(const QJsonObject &object)
{
    Question question(object);
    const auto field = question.text(QLatin1StringView("content_range"));
    const auto offset = question.integer(QLatin1StringView("offset"), 0, mostOffset);
    if (question.failed())
        return tl::unexpected(question.error());
    const auto checked = fetch::checkContentRange(field, offset, -1);
    const auto range = fetch::parseContentRange(field);
    const auto number = [&](qint64 fetch::ContentRange::*member) {
        return range && (*range).*member >= 0 ? QJsonValue((*range).*member) : QJsonValue();
    };
    return QJsonObject{{QStringLiteral("ok"), checked.has_value()},
                       {QStringLiteral("first"), number(&fetch::ContentRange::first)},
                       {QStringLiteral("last"), number(&fetch::ContentRange::last)},
                       {QStringLiteral("total"), number(&fetch::ContentRange::total)},
                       {QStringLiteral("why"), checked ? QJsonValue() : checked.error()}};
}

Explanation explainRetryAfter(const QJsonObject &object)
{
    Question question(object);
    const auto given = object.value(QLatin1StringView("value"));
    const auto value = given.isDouble() ? QByteArray::number(given.toInteger(-1))
                                        : question.text(QLatin1StringView("value"));
    const auto now = timeOf(question.value(QLatin1StringView("now")));
    if (!now)
        question.fail(QStringLiteral("now is no time"));
    if (question.failed())
        return tl::unexpected(question.error());
    return QJsonObject{
        {QStringLiteral("seconds"), secondsOf(fetch::retryAfterMs(value, {}, *now))}};
}

Explanation explainCookie(const QJsonObject &object)
{
    Question question(object);
    const auto url = question.url(QLatin1StringView("url"));
    const auto now = QDateTime::currentMSecsSinceEpoch();
    transport::CookieJar jar;
    const auto values = question.array(QLatin1StringView("received"));
    for (const auto &value : values) {
        const auto received = receivedOf(value, url, question);
        jar.take(received.url, received.setCookie, now);
    }
    if (question.failed())
        return tl::unexpected(question.error());
    return QJsonObject{{QStringLiteral("sent"), QString::fromUtf8(jar.header(url, {}, now))}};
}

} // namespace trawl::cli
