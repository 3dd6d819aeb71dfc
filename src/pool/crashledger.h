// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/request.h"

#include <QHash>
#include <QList>

#include <deque>
#include <optional>

namespace trawl::pool {

/// The tasks that came back from dead workers, and how many deaths each has seen. One that was in
/// flight in two workers that died is a suspect and must run alone. Pure.
class CrashLedger
{
public:
    /// A worker died with these in flight. Answers those whose end this is: they were alone.
    [[nodiscard]] QList<item::Request> died(const QList<item::Request> &tasks);
    /// Tasks come back and nobody is to blame.
    void giveBack(const QList<item::Request> &tasks);
    /// The task has ended: its deaths are forgotten.
    void forget(item::ItemId id) { m_deaths.remove(id); }

    [[nodiscard]] QList<item::Request> take(int most);
    [[nodiscard]] std::optional<item::Request> takeSuspect();
    [[nodiscard]] QList<item::Request> takeAll();
    /// The waiting task of that id, which then waits no more.
    [[nodiscard]] std::optional<item::Request> takeOut(item::ItemId id);

    /// Waiting tasks that are no suspects.
    [[nodiscard]] int ordinary() const { return int(m_ordinary.size()); }
    [[nodiscard]] bool hasSuspects() const { return !m_suspects.empty(); }
    [[nodiscard]] int waiting() const { return int(m_ordinary.size() + m_suspects.size()); }

private:
    QHash<item::ItemId, int> m_deaths;
    std::deque<item::Request> m_ordinary;
    std::deque<item::Request> m_suspects;
};

} // namespace trawl::pool
