// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sessioncommand.h"
#include "cli/exitstatus.h"
#include "cli/files.h"
#include "cli/holder.h"
#include "cli/status.h"
#include "cli/words.h"

#include "control/address.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace trawl::cli {

namespace {

/// The numbers of items behind the options.
tl::expected<QList<item::ItemId>, Refusal> chosenIds(const QStringList &words)
{
    QList<item::ItemId> ids;
    for (const auto &word : words) {
        bool isNumber = false;
        const auto id = word.toLongLong(&isNumber);
        if (!isNumber || id < 1)
            return Refusal::badUsage(
                QStringLiteral("%1 is neither an option nor an item's number").arg(word));
        ids.append(item::ItemId(id));
    }
    return ids;
}

tl::expected<engine::Selection, Refusal> chosenItems(const QString &sessionPath,
                                                     const RunOptions &options)
{
    auto ids = chosenIds(options.inputs);
    if (!ids)
        return tl::unexpected(ids.error());
    const auto job = chosenJob(sessionPath, options.choice.job);
    if (!job)
        return tl::unexpected(job.error());
    return engine::Selection{.ids = *std::move(ids),
                             .job = *job,
                             .status = options.choice.status,
                             .reason = options.choice.reason,
                             .code = options.choice.code};
}

QByteArray jsonLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

tl::expected<Report, Refusal> jobs(const QString &sessionPath, const RunOptions &options)
{
    if (!options.inputs.isEmpty())
        return Refusal::badUsage(
            QStringLiteral("jobs takes no %1; --job names one").arg(options.inputs[0]));
    const auto only = chosenJob(sessionPath, options.choice.job);
    if (!only)
        return tl::unexpected(only.error());
    auto list = listJobs(sessionPath);
    if (!list)
        return tl::unexpected(list.error());
    list->jobs.removeIf([&](const engine::JobState &job) { return *only && job.id != **only; });
    Report report{{}, list->note, AllDone};
    if (list->jobs.isEmpty())
        report.note = QStringLiteral("there is no job in %1").arg(sessionPath);
    if (!options.choice.json) {
        report.out = jobTable(list->jobs);
        return report;
    }
    for (const auto &job : std::as_const(list->jobs))
        report.out += jsonLine(control::toJson(job));
    return report;
}

tl::expected<Report, Refusal> status(const QString &sessionPath, const RunOptions &options)
{
    const auto selection = chosenItems(sessionPath, options);
    if (!selection)
        return tl::unexpected(selection.error());
    auto found = engine::readStatus(sessionPath, selection->ids);
    if (!found)
        return tl::unexpected(Refusal{LocalTrouble, failureText(found.error())});
    narrow(*found, *selection);
    const auto missing = selection->ids.size() - found->items.size();
    Report report{options.choice.json ? statusLines(*found) : statusTable(*found), {}, AllDone};
    if (missing > 0) {
        report.exitStatus = SomeFailed;
        report.note = QStringLiteral("%1 of the items named are not there").arg(missing);
    } else if (report.out.isEmpty()) {
        report.note = QStringLiteral("there is no such item in %1").arg(sessionPath);
    }
    return report;
}

QString doneText(Command command)
{
    switch (command) {
    case Command::Pause:
        return QStringLiteral("paused");
    case Command::Resume:
        return QStringLiteral("resumed");
    default:
        return QStringLiteral("to be tried again");
    }
}

tl::expected<Report, Refusal> order(Command command, const QString &sessionPath,
                                    const RunOptions &options)
{
    const auto selection = chosenItems(sessionPath, options);
    if (!selection)
        return tl::unexpected(selection.error());
    const auto verb = command == Command::Pause    ? control::Verb::Pause
                      : command == Command::Resume ? control::Verb::Resume
                                                   : control::Verb::Retry;
    const auto answer = giveOrder(sessionPath, {.verb = verb, .selection = *selection});
    if (!answer)
        return tl::unexpected(answer.error());
    if (options.choice.json)
        return Report{jsonLine(*answer), {}, AllDone};
    const auto items = answer->value(QLatin1StringView("items")).toInteger();
    const auto text =
        QStringLiteral("%1 %2 %3\n")
            .arg(items)
            .arg(items == 1 ? QStringLiteral("item") : QStringLiteral("items"), doneText(command));
    return Report{text.toUtf8(), {}, AllDone};
}

} // namespace

QString chosenSession(const RunOptions &options)
{
    const auto &given = options.engine.sessionPath;
    return given.isEmpty() ? control::ownSessionPath() : QFileInfo(given).absoluteFilePath();
}

tl::expected<std::optional<item::JobId>, Refusal> chosenJob(const QString &sessionPath,
                                                            const QString &job)
{
    if (job.isEmpty())
        return std::nullopt;
    const auto jobs = engine::readJobs(sessionPath);
    if (!jobs)
        return tl::unexpected(Refusal{LocalTrouble, failureText(jobs.error())});
    QList<item::JobId> named;
    QStringList names;
    for (auto found = jobs->cbegin(); found != jobs->cend(); ++found) {
        if (found->name == job)
            named.append(found.key());
        names.append(QStringLiteral("%1 %2").arg(int(found.key())).arg(found->name));
    }
    if (named.size() > 1)
        return Refusal::badUsage(
            QStringLiteral("--job: several are named \"%1\"; give its number: %2")
                .arg(job, names.join(QStringLiteral(", "))));
    if (named.size() == 1)
        return named.first();
    const auto id = item::JobId(job.toInt());
    if (jobs->contains(id))
        return id;
    return Refusal::badUsage(
        QStringLiteral("--job: there is no job \"%1\", only %2")
            .arg(job, names.isEmpty() ? QStringLiteral("none") : names.join(QStringLiteral(", "))));
}

tl::expected<Report, Refusal> runOnSession(Command command, const RunOptions &options)
{
    const auto path = chosenSession(options);
    if (const auto why = whyNoSession(path); !why.isEmpty())
        return tl::unexpected(Refusal{LocalTrouble, why});
    if (command == Command::Jobs)
        return jobs(path, options);
    if (command == Command::Status)
        return status(path, options);
    return order(command, path, options);
}

} // namespace trawl::cli
