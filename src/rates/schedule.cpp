// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/schedule.h"

#include "rates/ratetext.h"

namespace trawl::rates {

namespace {

QString wrong(QStringView piece, const QString &why)
{
    return QStringLiteral("\"%1\": %2").arg(piece, why);
}

/// "8:00" or "08:00"; "24:00" is the day's end, which is its begin.
QTime parseTime(QStringView text)
{
    if (text == u"24:00")
        return QTime(0, 0);
    return QTime::fromString(text.toString(), QStringLiteral("H:mm"));
}

} // namespace

tl::expected<Schedule, QString> Schedule::parse(QStringView text)
{
    Schedule schedule;
    for (const auto piece : text.split(u',', Qt::SkipEmptyParts)) {
        auto span = parseSpan(piece.trimmed());
        if (!span)
            return tl::unexpected(std::move(span.error()));
        schedule.m_spans.push_back(*span);
    }
    return schedule;
}

tl::expected<Schedule::Span, QString> Schedule::parseSpan(QStringView text)
{
    const auto equals = text.indexOf(u'=');
    const auto dash = text.indexOf(u'-');
    if (dash < 0 || equals < dash) {
        const auto form = QStringLiteral("not of the form 08:00-18:00=500k");
        return tl::unexpected(wrong(text, form));
    }
    const auto from = text.first(dash).trimmed();
    const auto to = text.sliced(dash + 1, equals - dash - 1).trimmed();
    const auto rate = text.sliced(equals + 1).trimmed();
    Span span{parseTime(from), parseTime(to), {}};
    if (!span.from.isValid() || !span.to.isValid()) {
        const auto bad = span.from.isValid() ? to : from;
        return tl::unexpected(wrong(text, QStringLiteral("\"%1\" is no time of day").arg(bad)));
    }
    span.rule.off = rate.compare(u"off", Qt::CaseInsensitive) == 0;
    const auto bytesPerSecond = span.rule.off ? 0 : parseRate(rate);
    if (!bytesPerSecond)
        return tl::unexpected(wrong(text, QStringLiteral("\"%1\" is no rate").arg(rate)));
    span.rule.bytesPerSecond = *bytesPerSecond;
    return span;
}

bool Schedule::Span::covers(QTime time) const
{
    return from < to ? time >= from && time < to : time >= from || time < to;
}

std::optional<Schedule::Rule> Schedule::at(QTime local) const
{
    for (const auto &span : m_spans) {
        if (span.covers(local))
            return span.rule;
    }
    return std::nullopt;
}

} // namespace trawl::rates
