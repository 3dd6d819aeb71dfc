// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/taskrunner.h"

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

TaskRunner::TaskRunner(const item::TransferSettings &settings, Done done)
    : m_manager(fetch::makeManager(settings))
    , m_context(*m_manager, m_gate, settings)
    , m_done(std::move(done))
{
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
    const auto width = std::max(1, m_context.settings.connections);
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
    {
        const auto ticket = m_group.enter();
        item::Outcome outcome;
        try {
            auto transfer = fetch::run(m_context, std::move(request), task.stop, task.progress,
                                       task.lending);
            outcome = co_await transfer;
        } catch (const std::exception &exception) {
            outcome = failed(id, item::Reason::Internal, QString::fromUtf8(exception.what()));
        } catch (...) {
            outcome = failed(id, item::Reason::Internal);
        }
        finish(std::move(outcome));
    }
    fill();
}

void TaskRunner::finish(item::Outcome outcome)
{
    m_tasks.erase(outcome.id);
    m_done(std::move(outcome));
}

} // namespace trawl::worker
