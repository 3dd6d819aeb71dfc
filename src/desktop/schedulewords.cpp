// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/schedulewords.h"

#include "engine/engine.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTime>

namespace trawl::desktop {

namespace {

constexpr QStringView wholeDay = u"00:00-24:00=";

/// Full-width punctuation and the dashes of proper typography, as what a keyboard has.
QString plain(QString words)
{
    return words.replace(u'，', u',')
        .replace(u'；', u',')
        .replace(u';', u',')
        .replace(u'、', u',')
        .replace(u'：', u':')
        .replace(u'–', u'-')
        .replace(u'—', u'-')
        .replace(u'〜', u'-');
}

bool isOneOf(const QString &word, QStringView english, const QString &translated)
{
    return word.compare(english, Qt::CaseInsensitive) == 0 ||
           word.compare(translated, Qt::CaseInsensitive) == 0;
}

bool isTime(const QString &text)
{
    return text == u"24:00" || QTime::fromString(text, QStringLiteral("H:mm")).isValid();
}

} // namespace

tl::expected<QString, QString> ScheduleWords::parse(const QString &words)
{
    QStringList spans;
    const auto pieces = plain(words).split(u',', Qt::SkipEmptyParts);
    for (const auto &piece : pieces) {
        if (piece.trimmed().isEmpty())
            continue;
        if (!spans.isEmpty() && spans.last().startsWith(wholeDay))
            return tl::unexpected(tr("“%1” comes too late: what is behind “%2” never holds.")
                                      .arg(piece.trimmed(), tr("else")));
        auto span = parseSpan(piece.trimmed());
        if (!span)
            return span;
        spans << *span;
    }
    return spans.join(u',');
}

tl::expected<QString, QString> ScheduleWords::parseSpan(const QString &words)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})|(\\S+?))"
                       "(?:\\s+|\\s*=\\s*)(\\S.*)$"));
    const auto match = form.match(words);
    const bool isElse = isOneOf(match.captured(3), u"else", tr("else"));
    if (!match.hasMatch() || (match.capturedLength(3) > 0 && !isElse)) {
        return tl::unexpected(tr("“%1” is not understood. A span looks like “%2”.")
                                  .arg(words, tr("22:00–07:00 full")));
    }
    const auto from = match.captured(1);
    const auto to = match.captured(2);
    for (const auto &time : {from, to}) {
        if (!isElse && !isTime(time))
            return tl::unexpected(tr("“%1” is no time of day.").arg(time));
    }
    auto rate = match.captured(4).trimmed();
    if (isOneOf(rate, u"full", tr("full")))
        rate = QStringLiteral("0");
    else if (isOneOf(rate, u"off", tr("off")))
        rate = QStringLiteral("off");
    else if (!engine::parseRate(rate))
        return tl::unexpected(
            tr("“%1” is no speed. Write “full”, “off” or, say, “500k” or “2M”.").arg(rate));
    return isElse ? QString(wholeDay.toString() + rate) : QString(from + u'-' + to + u'=' + rate);
}

QString ScheduleWords::from(const QString &schedule)
{
    QStringList words;
    const auto spans = schedule.split(u',', Qt::SkipEmptyParts);
    for (const auto &span : spans) {
        const auto rate = span.section(u'=', 1).trimmed();
        const auto rateWords = rate == u"0"                                     ? tr("full")
                               : rate.compare(u"off", Qt::CaseInsensitive) == 0 ? tr("off")
                                                                                : rate;
        const auto hours = span.startsWith(wholeDay)
                               ? tr("else")
                               : span.section(u'=', 0, 0).trimmed().replace(u'-', u'–');
        words << hours + u' ' + rateWords;
    }
    return words.join(QStringLiteral(", "));
}

} // namespace trawl::desktop
