// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/holder.h"
#include "cli/exitstatus.h"
#include "cli/files.h"
#include "cli/words.h"

#include "control/orders.h"
#include "engine/enginethread.h"
#include "engine/results.h"

#include <QEventLoop>
#include <QJsonArray>

namespace trawl::cli {

namespace {

using Kind = control::Trouble::Kind;

tl::unexpected<Refusal> localTrouble(const QString &text)
{
    return tl::unexpected(Refusal{LocalTrouble, text});
}

QString silentText(const QString &sessionPath, const control::Trouble &trouble)
{
    switch (trouble.kind) {
    case Kind::NoAnswer:
        return QStringLiteral("process %1 has %2 open and does not answer")
            .arg(trouble.pid)
            .arg(sessionPath);
    case Kind::Refused:
    case Kind::Unusable:
    case Kind::NobodyThere:
        break;
    }
    return QStringLiteral("%1: %2").arg(sessionPath, trouble.text);
}

tl::expected<QJsonObject, Refusal> orderHere(const QString &sessionPath,
                                             const control::Request &request)
{
    engine::EngineOptions options;
    options.sessionPath = sessionPath;
    options.fetches = false;
    engine::EngineThread engine(options);
    const auto opened = engine.call([](engine::Engine &e) { return e.open(); });
    if (!opened)
        return localTrouble(heldText(sessionPath, opened.error()));
    std::optional<item::Failure> failed;
    QEventLoop loop;
    QObject::connect(engine.engine(), &engine::Engine::failed, &loop,
                     [&failed](const item::Failure &failure) { failed = failure; });
    QObject::connect(engine.engine(), &engine::Engine::closed, &loop, &QEventLoop::quit);
    const auto answer =
        engine.call([&request](engine::Engine &e) { return control::carryOut(e, request); });
    engine.post([](engine::Engine &e) { e.close(); }); // writes what was ordered
    loop.exec();
    if (failed)
        return localTrouble(failureText(*failed));
    return answer;
}

void add(engine::Counts &counts, const engine::StatusCount &count, bool paused)
{
    switch (count.status) {
    case item::Status::Queued:
    case item::Status::Running:
        (paused ? counts.paused : counts.queued) += count.items;
        break;
    case item::Status::Paused:
        counts.paused += count.items;
        break;
    case item::Status::Done:
        counts.done += count.items;
        break;
    case item::Status::Failed:
        counts.failed += count.items;
        break;
    case item::Status::Skipped:
        counts.skipped += count.items;
        break;
    case item::Status::Removed:
        break;
    }
}

/// Nothing runs as far as the file knows.
tl::expected<JobList, Refusal> readJobs(const QString &sessionPath)
{
    const auto status = engine::readStatus(sessionPath, {});
    if (!status)
        return localTrouble(failureText(status.error()));
    QMap<item::JobId, engine::JobState> jobs;
    for (auto job = status->jobs.cbegin(); job != status->jobs.cend(); ++job) {
        auto &state = jobs[job.key()];
        state.id = job.key();
        state.name = job->name;
        state.directory = job->directory;
        state.paused = job->paused;
    }
    for (const auto &count : status->counts)
        add(jobs[count.job].counts, count, jobs[count.job].paused);
    return JobList{jobs.values(), {}};
}

} // namespace

QString holderText(const control::Client &holder)
{
    return (holder.hasWindow() ? QStringLiteral("a window (process %1)")
                               : QStringLiteral("another trawlc (process %1)"))
        .arg(holder.pid());
}

QString heldText(const QString &sessionPath, const item::Failure &failure)
{
    constexpr int waitMs = 1'000;
    const bool held = failure.reason == item::Reason::Session && failure.temporary;
    const auto holder =
        held ? control::Client::open(sessionPath, waitMs) : tl::unexpected(control::Trouble());
    if (!holder)
        return failureText(failure);
    return QStringLiteral("%1 is open in %2: %3, or use another --session")
        .arg(sessionPath, holderText(*holder),
             holder->hasWindow() ? QStringLiteral("drop the list there")
                                 : QStringLiteral("wait for it"));
}

tl::expected<QJsonObject, Refusal> giveOrder(const QString &sessionPath,
                                             const control::Request &request)
{
    if (const auto why = whyNoSession(sessionPath); !why.isEmpty())
        return localTrouble(why);
    auto holder = control::Client::open(sessionPath);
    if (!holder && holder.error().kind == Kind::NobodyThere)
        return orderHere(sessionPath, request);
    if (!holder)
        return localTrouble(silentText(sessionPath, holder.error()));
    const auto answer = holder->ask(request);
    if (!answer)
        return localTrouble(silentText(sessionPath, answer.error()));
    return *answer;
}

tl::expected<JobList, Refusal> listJobs(const QString &sessionPath)
{
    auto holder = control::Client::open(sessionPath);
    const auto answer = holder ? holder->ask({.verb = control::Verb::Jobs, .selection = {}})
                               : tl::unexpected(holder.error());
    if (!answer) {
        auto jobs = readJobs(sessionPath);
        if (jobs && answer.error().kind != Kind::NobodyThere)
            jobs->note = silentText(sessionPath, answer.error()) +
                         QStringLiteral("; this is what the file says");
        return jobs;
    }
    JobList list;
    const auto array = answer->value(QLatin1StringView("jobs")).toArray();
    for (const auto &job : array)
        list.jobs.append(control::jobFromJson(job.toObject()));
    return list;
}

} // namespace trawl::cli
