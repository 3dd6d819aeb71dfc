// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/status.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace trawl::cli {

namespace {

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue textOrNull(const QByteArray &text)
{
    return textOrNull(QString::fromUtf8(text));
}

QJsonValue timeOrNull(qint64 ms)
{
    if (ms <= 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(Qt::ISODateWithMs);
}

QJsonValue msOrNull(qint32 ms)
{
    return ms < 0 ? QJsonValue() : QJsonValue(ms);
}

QJsonValue verdictWord(item::Verdict verdict)
{
    switch (verdict) {
    case item::Verdict::Verified:
        return QStringLiteral("verified");
    case item::Verdict::SizeOnly:
        return QStringLiteral("size only");
    case item::Verdict::Unverifiable:
        return QStringLiteral("unverifiable");
    case item::Verdict::None:
        break;
    }
    return {};
}

/// The status line and each field as they came.
QJsonArray headLines(const QByteArray &fields)
{
    QJsonArray lines;
    for (const auto &line : fields.split('\n')) {
        if (const auto text = line.trimmed(); !text.isEmpty())
            lines.append(QString::fromLatin1(text));
    }
    return lines;
}

QJsonObject objectOf(const item::Details &details, const QString &directory)
{
    const auto &result = details.result;
    QJsonArray hops;
    for (const auto &hop : details.hops)
        hops.append(QString::fromUtf8(hop));
    const QJsonObject timings{
        {QStringLiteral("dns_ms"), msOrNull(details.timings.dns)},
        {QStringLiteral("connect_ms"), msOrNull(details.timings.connect)},
        {QStringLiteral("tls_ms"), msOrNull(details.timings.tls)},
        {QStringLiteral("first_byte_ms"), msOrNull(details.timings.firstByte)},
        {QStringLiteral("total_ms"), result.durationMs}};
    return {{QStringLiteral("id"), qint64(result.id)},
            {QStringLiteral("job"), int(result.job)},
            {QStringLiteral("url"), QString::fromUtf8(result.url)},
            {QStringLiteral("final_url"), textOrNull(result.finalUrl)},
            {QStringLiteral("hops"), hops},
            {QStringLiteral("status"), item::statusWord(result.status)},
            {QStringLiteral("code"), result.code > 0 ? QJsonValue(result.code) : QJsonValue()},
            {QStringLiteral("reason"), textOrNull(item::reasonWord(result.reason, result.code))},
            {QStringLiteral("detail"), textOrNull(details.detail)},
            {QStringLiteral("note"), textOrNull(details.note)},
            {QStringLiteral("verdict"), verdictWord(details.verdict)},
            {QStringLiteral("head"), headLines(details.fields)},
            {QStringLiteral("etag"), textOrNull(details.etag)},
            {QStringLiteral("last_modified"), textOrNull(details.lastModified)},
            {QStringLiteral("mime"), textOrNull(result.mime)},
            {QStringLiteral("timings"), timings},
            {QStringLiteral("attempts"), result.attempts},
            {QStringLiteral("bytes"), result.bytes},
            {QStringLiteral("directory"), directory},
            {QStringLiteral("file"), textOrNull(result.file)},
            {QStringLiteral("sha256"), textOrNull(result.sha256)},
            {QStringLiteral("started"), timeOrNull(result.startedMs)},
            {QStringLiteral("finished"), timeOrNull(result.finishedMs)}};
}

QJsonObject objectOf(const engine::StatusCount &count, const engine::JobName &job)
{
    return {{QStringLiteral("job"), int(count.job)},
            {QStringLiteral("name"), job.name},
            {QStringLiteral("directory"), job.directory},
            {QStringLiteral("status"), item::statusWord(count.status)},
            {QStringLiteral("reason"), textOrNull(item::reasonWord(count.reason, count.code))},
            {QStringLiteral("items"), count.items}};
}

} // namespace

tl::expected<StatusOptions, QString> parseStatusOptions(const QStringList &arguments)
{
    StatusOptions options;
    const QLatin1StringView assigned("--session=");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const auto &argument = arguments[i];
        bool isNumber = false;
        const auto id = argument.toLongLong(&isNumber);
        if (argument == u"--help" || argument == u"-h")
            options.help = true;
        else if (argument == u"--session" && i + 1 < arguments.size())
            options.sessionPath = arguments[++i];
        else if (argument.startsWith(assigned))
            options.sessionPath = argument.sliced(assigned.size());
        else if (isNumber && id > 0)
            options.ids.append(item::ItemId(id));
        else
            return tl::unexpected(
                argument == u"--session"
                    ? QStringLiteral("--session needs a value: FILE")
                    : QStringLiteral("%1 is neither an option nor an item's number").arg(argument));
    }
    if (options.sessionPath.isEmpty() && !options.help)
        return tl::unexpected(QStringLiteral("--session FILE is missing"));
    return options;
}

QString statusHelp()
{
    return QStringLiteral(
        "Usage: trawlc status --session FILE [ID ...]\n"
        "\n"
        "Tells how the items of a session stand, as JSON Lines, also while it is in use: how many\n"
        "of each job, status and reason there are, or all that is known of the items named by\n"
        "their numbers (the column id of an export).\n");
}

QByteArray statusLines(const engine::SessionStatus &status)
{
    QByteArray lines;
    for (const auto &count : status.counts)
        lines += lineOf(objectOf(count, status.jobs.value(count.job)));
    for (const auto &details : status.items)
        lines += lineOf(objectOf(details, status.jobs.value(details.result.job).directory));
    return lines;
}

} // namespace trawl::cli
