// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/rategate.h"
#include "fetch/taskgroup.h"
#include "fetch/transfer.h"
#include "item/ids.h"
#include "item/rateshare.h"

#include <QNetworkAccessManager>

#include <deque>
#include <functional>
#include <unordered_map>

namespace trawl::worker {

/// Runs the tasks of this process: as many at once as the settings say, the rest in order. Each
/// assigned id ends in exactly one outcome. Before it goes, allDone() must have come.
class TaskRunner
{
public:
    using Done = std::function<void(item::Outcome)>;

    TaskRunner(const item::TransferSettings &settings, Done done);

    /// An id that is in flight already is left alone.
    void assign(const QList<item::Request> &tasks);
    void cancel(item::ItemId id);
    void cancelAll();
    void setRates(const QList<item::RateShare> &shares);

    /// Assigned and not answered yet.
    [[nodiscard]] int inFlight() const { return int(m_tasks.size()); }
    /// Those that run and have moved since the last call.
    [[nodiscard]] QList<item::Progress> takeProgress();
    [[nodiscard]] fetch::TaskGroup::AllDone allDone() const { return m_group.allDone(); }

private:
    struct Task
    {
        fetch::StopToken stop;
        item::Progress progress;
        item::Progress told;
        fetch::Lending lending;
        bool running = false;
    };

    void fill();
    QCoro::Task<> work(item::Request request, Task &task);
    void finish(item::Outcome outcome);

    std::unique_ptr<QNetworkAccessManager> m_manager;
    fetch::RateGate m_gate;
    fetch::Context m_context;
    fetch::TaskGroup m_group;
    Done m_done;
    std::unordered_map<item::ItemId, Task> m_tasks;
    std::deque<item::Request> m_queue;
    bool m_filling = false;
};

} // namespace trawl::worker
