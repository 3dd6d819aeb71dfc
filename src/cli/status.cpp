// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/status.h"
#include "cli/texttable.h"

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

QString valueText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList texts;
        const auto array = value.toArray();
        for (const auto &element : array)
            texts.append(valueText(element));
        return texts.join(QStringLiteral("\n"));
    }
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// A line for each thing that is known; further ones of the same thing without its name.
QByteArray itemText(const QJsonObject &object)
{
    TextTable table({QStringLiteral("id"), valueText(object.value(QLatin1StringView("id")))});
    for (const auto *name :
         {"job",           "url",      "final_url", "hops",       "status", "code",
          "reason",        "detail",   "note",      "verdict",    "head",   "etag",
          "last_modified", "mime",     "dns_ms",    "connect_ms", "tls_ms", "first_byte_ms",
          "total_ms",      "attempts", "bytes",     "directory",  "file",   "sha256",
          "started",       "finished"}) {
        const QLatin1StringView key(name);
        const auto timings = object.value(QLatin1StringView("timings")).toObject();
        const auto value = object.contains(key) ? object.value(key) : timings.value(key);
        const auto lines = valueText(value).split(u'\n', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < lines.size(); ++i)
            table.add({i == 0 ? QString(key) : QString(), lines[i]});
    }
    return table.text();
}

QString stateWord(const engine::JobState &job)
{
    if (job.importing)
        return QStringLiteral("reading");
    if (job.paused)
        return QStringLiteral("paused");
    if (job.counts.running > 0)
        return QStringLiteral("running");
    if (job.counts.queued > 0)
        return QStringLiteral("queued");
    return job.counts.paused > 0 ? QStringLiteral("paused") : QStringLiteral("ended");
}

} // namespace

QByteArray statusLines(const engine::SessionStatus &status)
{
    QByteArray lines;
    for (const auto &count : status.counts)
        lines += lineOf(objectOf(count, status.jobs.value(count.job)));
    for (const auto &details : status.items)
        lines += lineOf(objectOf(details, status.jobs.value(details.result.job).directory));
    return lines;
}

QByteArray statusTable(const engine::SessionStatus &status)
{
    QByteArray text;
    for (const auto &details : status.items)
        text += (text.isEmpty() ? "" : "\n") +
                itemText(objectOf(details, status.jobs.value(details.result.job).directory));
    if (!status.items.isEmpty() || status.counts.isEmpty())
        return text;
    TextTable table({QStringLiteral(">JOB"), QStringLiteral("NAME"), QStringLiteral("STATUS"),
                     QStringLiteral("REASON"), QStringLiteral(">ITEMS")});
    for (const auto &count : status.counts)
        table.add({QString::number(int(count.job)), status.jobs.value(count.job).name,
                   item::statusWord(count.status), item::reasonWord(count.reason, count.code),
                   QString::number(count.items)});
    return table.text();
}

QByteArray jobTable(const QList<engine::JobState> &jobs)
{
    if (jobs.isEmpty())
        return {};
    TextTable table({QStringLiteral(">JOB"), QStringLiteral("NAME"), QStringLiteral("STATE"),
                     QStringLiteral(">ITEMS"), QStringLiteral(">DONE"), QStringLiteral(">FAILED"),
                     QStringLiteral(">SKIPPED"), QStringLiteral(">RUNNING"),
                     QStringLiteral(">QUEUED"), QStringLiteral(">PAUSED"),
                     QStringLiteral("DIRECTORY")});
    for (const auto &job : jobs) {
        const auto &counts = job.counts;
        QStringList cells{QString::number(int(job.id)), job.name, stateWord(job)};
        for (const auto count : {counts.total(), counts.done, counts.failed, counts.skipped,
                                 counts.running, counts.queued, counts.paused})
            cells.append(QString::number(count));
        table.add(cells + QStringList{job.directory});
    }
    return table.text();
}

void narrow(engine::SessionStatus &status, const engine::Selection &selection)
{
    for (auto &count : status.counts) {
        if (count.status == item::Status::Queued && status.jobs.value(count.job).paused)
            count.status = item::Status::Paused;
    }
    const auto fits = [&](item::JobId job, item::Status its, item::Reason reason, int code) {
        return (!selection.job || job == *selection.job) &&
               (!selection.status || its == *selection.status) &&
               (!selection.reason || reason == *selection.reason) &&
               (selection.code == 0 || code == selection.code);
    };
    status.counts.removeIf([&](const engine::StatusCount &count) {
        return !fits(count.job, count.status, count.reason, count.code);
    });
    status.items.removeIf([&](const item::Details &details) {
        const auto &result = details.result;
        return !fits(result.job, result.status, result.reason, result.code);
    });
}

} // namespace trawl::cli
