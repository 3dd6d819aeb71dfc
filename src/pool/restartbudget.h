// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace trawl::pool {

/// How often the processes of one worker slot may die. Deaths in a row count; a process that
/// brought a task to its end, or was ready for the whole window, starts a new row: somebody who
/// kills workers that do their work cannot exhaust the pool, a program that never works does so
/// soon. Pure: times are arguments.
class RestartBudget
{
public:
    /// `budget` deaths in a row are forgiven; fewer while no process of the slot was ever ready.
    RestartBudget(int budget, int windowMs, int delayMs);

    void ready() { m_everReady = true; }
    /// A process died that was ready for `readyMs` (0 = never). Answers after how many
    /// milliseconds the next may start; nullopt = no more.
    [[nodiscard]] std::optional<int> death(qint64 readyMs, bool finishedTasks);
    void reset() { m_deaths = 0; }

private:
    int m_budget;
    int m_windowMs;
    int m_delayMs;
    int m_deaths = 0;
    bool m_everReady = false;
};

} // namespace trawl::pool
