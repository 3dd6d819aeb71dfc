// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/restartbudget.h"

namespace trawl::pool {
namespace {

constexpr int longestDelayMs = 5000;
/// A program that has never worked is not worth the whole budget of start time-outs.
constexpr int budgetOfUnproven = 2;

} // namespace

RestartBudget::RestartBudget(int budget, int windowMs, int delayMs)
    : m_budget(budget)
    , m_windowMs(windowMs)
    , m_delayMs(delayMs)
{
}

std::optional<int> RestartBudget::death(qint64 readyMs, bool finishedTasks)
{
    const bool forgiven = finishedTasks || (readyMs > 0 && readyMs >= m_windowMs);
    m_deaths = forgiven ? 1 : m_deaths + 1;
    const int budget = m_everReady ? m_budget : qMin(m_budget, budgetOfUnproven);
    if (m_deaths > budget && !forgiven)
        return std::nullopt;
    const int doublings = qMin(m_deaths - 1, 16);
    return int(qMin<qint64>(qint64(m_delayMs) << doublings, longestDelayMs));
}

} // namespace trawl::pool
