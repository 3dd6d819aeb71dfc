// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/crashledger.h"

#include <algorithm>
#include <utility>

namespace trawl::pool {
namespace {

constexpr int deathsOfSuspect = 2;

std::optional<item::Request> takeFirst(std::deque<item::Request> &tasks)
{
    if (tasks.empty())
        return std::nullopt;
    auto task = std::move(tasks.front());
    tasks.pop_front();
    return task;
}

} // namespace

QList<item::Request> CrashLedger::died(const QList<item::Request> &tasks)
{
    QList<item::Request> ended;
    for (const auto &task : tasks) {
        if (++m_deaths[task.id] <= deathsOfSuspect) {
            giveBack({task});
        } else {
            m_deaths.remove(task.id);
            ended.append(task);
        }
    }
    return ended;
}

void CrashLedger::giveBack(const QList<item::Request> &tasks)
{
    for (const auto &task : tasks) {
        const bool suspect = m_deaths.value(task.id) >= deathsOfSuspect;
        (suspect ? m_suspects : m_ordinary).push_back(task);
    }
}

QList<item::Request> CrashLedger::take(int most)
{
    QList<item::Request> tasks;
    while (tasks.size() < most && !m_ordinary.empty())
        tasks.append(*takeFirst(m_ordinary));
    return tasks;
}

std::optional<item::Request> CrashLedger::takeSuspect()
{
    return takeFirst(m_suspects);
}

QList<item::Request> CrashLedger::takeAll()
{
    QList<item::Request> tasks(m_ordinary.begin(), m_ordinary.end());
    tasks.append(QList<item::Request>(m_suspects.begin(), m_suspects.end()));
    m_ordinary.clear();
    m_suspects.clear();
    m_deaths.clear();
    return tasks;
}

std::optional<item::Request> CrashLedger::takeOut(item::ItemId id)
{
    for (auto *tasks : {&m_ordinary, &m_suspects}) {
        const auto found = std::ranges::find(*tasks, id, &item::Request::id);
        if (found == tasks->end())
            continue;
        auto task = std::move(*found);
        tasks->erase(found);
        m_deaths.remove(id);
        return task;
    }
    return std::nullopt;
}

} // namespace trawl::pool
