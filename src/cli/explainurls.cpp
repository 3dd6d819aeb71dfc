// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/explainkinds.h"
#include "cli/question.h"

#include "crawl/robots.h"
#include "exchange/pattern.h"
#include "item/weburl.h"
#include "naming/template.h"

namespace trawl::cli {

namespace {

constexpr qint64 mostExact = qint64(1) << 53; ///< of the whole numbers that are any JSON reader's
constexpr qint64 mostUrls = 100'000;
constexpr qsizetype mostUrlBytes = 64 << 20;

QJsonValue numberOf(quint64 number)
{
    return number <= quint64(mostExact) ? QJsonValue(qint64(number))
                                        : QJsonValue(QString::number(number));
}

/// The value of a field that may be given with its name.
QByteArray fieldValue(const QByteArray &header)
{
    const auto colon = header.indexOf(':');
    const bool named = colon > 0 && header.first(colon).trimmed().compare("content-disposition",
                                                                          Qt::CaseInsensitive) == 0;
    return (named ? header.sliced(colon + 1) : header).trimmed();
}

QString hostOf(const QByteArray &href)
{
    const auto from = item::skipSlashes(href, item::schemeLength(href) + 1);
    return QString::fromUtf8(item::authorityAt(href, from));
}

} // namespace

Explanation explainUrl(const QJsonObject &object)
{
    Question question(object);
    const auto url = question.text(QLatin1StringView("url"));
    const auto base = question.text(QLatin1StringView("base"), {});
    if (question.failed())
        return tl::unexpected(question.error());
    const auto href = item::resolveUrl(base, url);
    if (!href)
        return tl::unexpected(QStringLiteral("no http(s) URL"));
    return QJsonObject{{QStringLiteral("href"), QString::fromUtf8(*href)},
                       {QStringLiteral("host"), hostOf(*href)}};
}

Explanation explainName(const QJsonObject &object)
{
    Question question(object);
    naming::NameInput input;
    input.url = question.url(QLatin1StringView("url"));
    input.head.contentDisposition = fieldValue(question.text(QLatin1StringView("header"), {}));
    input.head.mime = question.text(QLatin1StringView("type"), {});
    if (question.failed())
        return tl::unexpected(question.error());
    return QJsonObject{{QStringLiteral("name"), naming::NameTemplate().path(input)}};
}

Explanation explainRobots(const QJsonObject &object)
{
    Question question(object);
    const auto text = question.text(QLatin1StringView("robots_txt"));
    const auto agent = question.text(QLatin1StringView("agent"));
    const auto url = question.url(QLatin1StringView("url"));
    if (question.failed())
        return tl::unexpected(question.error());
    const auto answer = crawl::Robots::parse(text, agent).check(url);
    const auto rule = QString::fromUtf8(answer.rule);
    return QJsonObject{{QStringLiteral("allowed"), answer.allowed},
                       {QStringLiteral("rule"), rule.isEmpty() ? QJsonValue() : rule}};
}

Explanation explainPattern(const QJsonObject &object)
{
    Question question(object);
    const auto text = question.text(QLatin1StringView("pattern"));
    const auto limit = question.integer(QLatin1StringView("limit"), 0, mostUrls, 10);
    if (question.failed())
        return tl::unexpected(question.error());
    const auto pattern = exchange::Pattern::parse(text);
    if (!pattern)
        return tl::unexpected(pattern.error());
    QJsonArray urls;
    qsizetype bytes = 0;
    for (quint64 i = 0; i < qMin(pattern->count(), quint64(limit)); ++i) {
        const auto url = pattern->at(i);
        bytes += url.size();
        if (bytes > mostUrlBytes)
            return tl::unexpected(QStringLiteral("%1 such URLs are too long").arg(limit));
        urls.append(QString::fromUtf8(url));
    }
    return QJsonObject{{QStringLiteral("count"), numberOf(pattern->count())},
                       {QStringLiteral("first"), QString::fromUtf8(pattern->first())},
                       {QStringLiteral("last"), QString::fromUtf8(pattern->last())},
                       {QStringLiteral("urls"), urls}};
}

} // namespace trawl::cli
