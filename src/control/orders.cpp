// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/orders.h"

#include "engine/engine.h"

#include <QJsonArray>

namespace trawl::control {

namespace {

using item::Status;

/// What the order is for among what was selected; the order of the statuses is that of the lists.
QList<item::ItemId> chosen(const engine::Engine &engine, engine::Selection selection,
                           std::initializer_list<Status> statuses)
{
    const auto wanted = selection.status;
    QList<item::ItemId> ids;
    for (const auto status : statuses) {
        if (wanted && *wanted != status)
            continue;
        selection.status = status;
        ids += engine.select(selection);
    }
    return ids;
}

qsizetype pause(engine::Engine &engine, const engine::Selection &selection)
{
    const auto ids = chosen(engine, selection, {Status::Running, Status::Queued});
    if (!selection.isWhole())
        engine.pauseItems(ids);
    else if (selection.job)
        engine.pauseJob(*selection.job);
    else
        engine.pauseAll();
    return ids.size();
}

qsizetype resume(engine::Engine &engine, const engine::Selection &selection)
{
    const auto ids = chosen(engine, selection, {Status::Paused});
    if (selection.isWhole() && selection.job)
        engine.resumeJob(*selection.job);
    else if (selection.isWhole())
        engine.resumeAll();
    engine.resumeItems(ids);
    return ids.size();
}

qsizetype retry(engine::Engine &engine, const engine::Selection &selection)
{
    const auto ids = chosen(engine, selection, {Status::Failed});
    if (ids.isEmpty())
        return 0;
    engine.resumeItems(ids);
    // What is no URL stays as it is.
    const engine::Selection still{.ids = ids, .job = {}, .status = Status::Failed, .reason = {}};
    return ids.size() - engine.select(still).size();
}

QJsonObject jobs(const engine::Engine &engine)
{
    QJsonArray array;
    const auto states = engine.jobs();
    for (const auto &job : states)
        array.append(toJson(job));
    return {{QStringLiteral("jobs"), array}};
}

QJsonObject items(qsizetype count)
{
    return {{QStringLiteral("items"), count}};
}

} // namespace

QJsonObject carryOut(engine::Engine &engine, const Request &request)
{
    switch (request.verb) {
    case Verb::Jobs:
        return jobs(engine);
    case Verb::Pause:
        return items(pause(engine, request.selection));
    case Verb::Resume:
        return items(resume(engine, request.selection));
    case Verb::Retry:
        return items(retry(engine, request.selection));
    case Verb::Hello:
    case Verb::Add:
    case Verb::Raise:
        break;
    }
    return refusal(QStringLiteral("the engine has no part in this"));
}

} // namespace trawl::control
