// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/taskrunner.h"

#include "transport/accessmanager.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace trawl::worker {

namespace {

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
    /// Null over Qt's own stack, which keeps none for us.
    [[nodiscard]] transport::AccessManager *cookieJar() const
    {
        return context.settings.cookies ? qobject_cast<transport::AccessManager *>(manager.get())
                                        : nullptr;
    }

    std::unique_ptr<QNetworkAccessManager> manager;
    fetch::Context context;
};

TaskRunner::TaskRunner(const item::TransferSettings &settings, Events events)
    : m_settings(settings)
    , m_events(std::move(events))
{
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

void TaskRunner::setJob(item::JobId job, const item::TransferSettings &settings)
{
    auto &lane = m_lanes[job];
    if (!lane || lane->context.settings != settings)
        lane = std::make_shared<Lane>(settings, m_gate);
}

void TaskRunner::addCookies(item::JobId job, const QList<QByteArray> &lines)
{
    if (auto *jar = laneOf(job)->cookieJar())
        jar->setCookies(lines);
}

void TaskRunner::tellCookies(item::JobId job, const Lane &lane)
{
    auto *jar = lane.cookieJar();
    if (!jar)
        return;
    if (const auto lines = jar->takeNewCookies(); !lines.isEmpty())
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
    const auto width = std::max(1, m_settings.connections);
    while (!m_queue.empty() && m_group.running() < width) {
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
            auto transfer = fetch::run(lane->context, std::move(request), task.stop, task.progress,
                                       task.lending);
            outcome = co_await transfer;
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

void TaskRunner::finish(item::Outcome outcome)
{
    m_tasks.erase(outcome.id);
    m_events.done(std::move(outcome));
}

} // namespace trawl::worker
