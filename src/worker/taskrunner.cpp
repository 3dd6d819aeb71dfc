// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/taskrunner.h"

#include "extract/extractor.h"
#include "fetch/background.h"
#include "fetch/partfile.h"
#include "fetch/partfolder.h"
#include "item/recipejson.h"
#include "transport/accessmanager.h"
#include "worker/looking.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace trawl::worker {

namespace {

/// Bodies up to here are looked into at once: a thread would cost more than it spares.
constexpr qint64 quickBytes = 128 * 1024;

item::Outcome failed(item::ItemId id, item::Reason reason, const QString &detail = {})
{
    item::Outcome outcome;
    outcome.id = id;
    outcome.failure = {reason, 0, false, detail};
    return outcome;
}

} // namespace

struct TaskRunner::Lane
{
    Lane(const item::TransferSettings &settings, fetch::RateGate &gate)
        : manager(fetch::makeManager(settings))
        , context(*manager, gate, settings)
    {
    }
    /// Of what is kept with the job; null over Qt's own stack, which keeps none for us.
    [[nodiscard]] transport::AccessManager *cookieJar() const
    {
        return context.settings.cookies ? qobject_cast<transport::AccessManager *>(manager.get())
                                        : nullptr;
    }

    /// It was checked before the job began; should this program not understand it, that is the
    /// failure of each page.
    void useRecipe(const QByteArray &json)
    {
        extractor.reset();
        const auto recipe = item::recipeFromJson(json);
        if (!recipe) {
            recipeError = recipe.error();
            return;
        }
        auto compiled = extract::Extractor::compile(*recipe);
        maxPageBytes = recipe->maxPageBytes;
        if (compiled)
            extractor = std::move(*compiled);
        else
            recipeError = compiled.error().where + QStringLiteral(": ") + compiled.error().what;
    }

    [[nodiscard]] tl::expected<Looking, item::Failure>
    beginLooking(const item::Request &request, const item::Outcome &outcome,
                 const fetch::FileHandle &file) const
    {
        using item::Reason;
        const bool page = request.look == item::Look::Page;
        if (page && !extractor)
            return tl::unexpected(item::Failure{Reason::Internal, 0, false, recipeError});
        if (page && outcome.bytes > maxPageBytes)
            return tl::unexpected(item::Failure{Reason::TooLarge, 0, false,
                                                QStringLiteral("%1 bytes").arg(outcome.bytes)});
        auto body = file.read(0, outcome.bytes);
        if (!body)
            return tl::unexpected(item::Failure{Reason::FileError, 0, true,
                                                QStringLiteral("the body cannot be read")});
        return Looking{request, outcome.head, outcome.finalUrl, *std::move(body), extractor};
    }

    std::unique_ptr<QNetworkAccessManager> manager;
    fetch::Context context;
    std::shared_ptr<const extract::Extractor> extractor;
    QString recipeError; ///< without an extractor
    qint64 maxPageBytes = 0;
};

TaskRunner::TaskRunner(const item::TransferSettings &settings, Events events)
    : m_settings(settings)
    , m_events(std::move(events))
    , m_width(std::max(1, settings.connections))
{
    m_lookers.setMaxThreadCount(1);
}

TaskRunner::~TaskRunner() = default;

std::shared_ptr<TaskRunner::Lane> TaskRunner::laneOf(item::JobId job)
{
    if (const auto own = m_lanes.find(job); own != m_lanes.end())
        return own->second;
    auto &common = m_lanes[item::JobId{}];
    if (!common)
        common = std::make_shared<Lane>(m_settings, m_gate);
    return common;
}

void TaskRunner::setJob(item::JobId job, const item::TransferSettings &settings,
                        const QByteArray &recipe)
{
    auto &lane = m_lanes[job];
    if (!lane || lane->context.settings != settings)
        lane = std::make_shared<Lane>(settings, m_gate);
    lane->useRecipe(recipe);
}

void TaskRunner::addCookies(item::JobId job, const QList<QByteArray> &lines)
{
    if (auto *jar = laneOf(job)->cookieJar())
        jar->setCookies(lines, int(job));
}

void TaskRunner::tellCookies(item::JobId job, const Lane &lane)
{
    auto *jar = lane.cookieJar();
    if (!jar)
        return;
    if (const auto lines = jar->takeNewCookies(int(job)); !lines.isEmpty())
        m_events.cookies(job, lines);
}

void TaskRunner::grant(const item::ExtraConnections &connections)
{
    const auto task = m_tasks.find(connections.id);
    if (task != m_tasks.end() && task->second.lending.grant)
        task->second.lending.grant(connections.count);
    else
        m_events.giveBack(connections);
}

void TaskRunner::lend(item::ItemId id, fetch::Lending &lending)
{
    lending.want = [this, id](int count) { m_events.want({id, count}); };
    lending.giveBack = [this, id](int count) { m_events.giveBack({id, count}); };
}

void TaskRunner::assign(const QList<item::Request> &tasks)
{
    for (const auto &request : tasks) {
        if (m_tasks.try_emplace(request.id).second)
            m_queue.push_back(request);
    }
    fill();
}

std::optional<item::Inspection> TaskRunner::inspect(item::ItemId id) const
{
    const auto task = m_tasks.find(id);
    return task == m_tasks.end() || !task->second.lending.look
               ? std::nullopt
               : std::optional(task->second.lending.look());
}

void TaskRunner::cancel(item::ItemId id)
{
    const auto task = m_tasks.find(id);
    if (task == m_tasks.end())
        return;
    task->second.stop.requestStop();
    if (task->second.running)
        return;
    std::erase_if(m_queue, [id](const auto &request) { return request.id == id; });
    finish(failed(id, item::Reason::Cancelled));
}

void TaskRunner::cancelAll()
{
    for (const auto &request : std::exchange(m_queue, {}))
        finish(failed(request.id, item::Reason::Cancelled));
    for (const auto &[id, task] : m_tasks)
        task.stop.requestStop();
}

void TaskRunner::setRates(const QList<item::RateShare> &shares)
{
    m_gate.setShares(shares);
}

void TaskRunner::setWidth(int width)
{
    m_width = std::max(1, width);
    fill();
}

QList<item::Progress> TaskRunner::takeProgress()
{
    QList<item::Progress> moved;
    for (auto &[id, task] : m_tasks) {
        if (!task.running || task.progress == task.told)
            continue;
        task.told = task.progress;
        moved.append(task.progress);
    }
    return moved;
}

// A task may end while it is started, and ask for the next: that one waits for this loop.
void TaskRunner::fill()
{
    if (std::exchange(m_filling, true))
        return;
    while (!m_queue.empty() && m_group.running() < m_width) {
        auto request = std::move(m_queue.front());
        m_queue.pop_front();
        auto &task = m_tasks.at(request.id);
        task.running = true;
        work(std::move(request), task);
    }
    m_filling = false;
}

QCoro::Task<> TaskRunner::work(item::Request request, Task &task)
{
    const auto id = request.id;
    const auto job = request.job;
    {
        const auto ticket = m_group.enter();
        const auto lane = laneOf(job);
        lend(id, task.lending);
        item::Outcome outcome;
        try {
            auto fetching = fetchAndLook(*lane, std::move(request), task);
            outcome = co_await fetching;
        } catch (const std::exception &exception) {
            outcome = failed(id, item::Reason::Internal, QString::fromUtf8(exception.what()));
        } catch (...) {
            outcome = failed(id, item::Reason::Internal);
        }
        tellCookies(job, *lane);
        finish(std::move(outcome));
    }
    fill();
}

QCoro::Task<item::Outcome> TaskRunner::fetchAndLook(Lane &lane, item::Request request, Task &task)
{
    std::shared_ptr<fetch::FileHandle> file;
    auto transfer =
        fetch::run(lane.context, request, task.stop, task.progress, task.lending, &file);
    auto outcome = co_await transfer;
    if (!file || !isLookedInto(outcome.head.mime, request.look))
        co_return outcome;
    const auto begun = lane.beginLooking(request, outcome, *file);
    Looked looked;
    if (!begun) {
        looked.failure = begun.error();
    } else if (outcome.bytes <= quickBytes) {
        looked = lookInto(*begun);
    } else {
        const auto work = [looking = *begun] { return lookInto(looking); };
        auto running = fetch::inBackground(work, m_lookers);
        looked = co_await running;
    }
    if (!looked.findings.isEmpty())
        m_events.found(looked.findings);
    if (outcome.note.isEmpty())
        outcome.note = looked.note;
    if (looked.failure.reason != item::Reason::None) {
        outcome.failure = looked.failure;
        outcome.verdict = item::Verdict::None;
        if (!request.partPath.isEmpty())
            fetch::PartFolder(request.partPath).remove();
    }
    co_return outcome;
}

void TaskRunner::finish(item::Outcome outcome)
{
    m_tasks.erase(outcome.id);
    m_events.done(std::move(outcome));
}

} // namespace trawl::worker
