// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/rategate.h"
#include "fetch/taskgroup.h"
#include "fetch/transfer.h"
#include "item/connections.h"
#include "item/ids.h"
#include "item/rateshare.h"

#include <QThreadPool>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace trawl::worker {

/// Runs the tasks of this process: as many at once as the settings say, the rest in order. Each
/// assigned id ends in exactly one outcome. Before it goes, allDone() must have come.
class TaskRunner
{
public:
    /// What the engine is to hear of. Called from the event loop.
    struct Events
    {
        std::function<void(const item::Findings &)> found; ///< ahead of its done()
        std::function<void(item::Outcome)> done;
        std::function<void(item::ExtraConnections)> want; ///< replaces what the item wanted before
        std::function<void(item::ExtraConnections)> giveBack;
        std::function<void(item::JobId, const QList<QByteArray> &)> cookies; ///< new ones
    };

    /// `settings` are for jobs that have none of their own.
    TaskRunner(const item::TransferSettings &settings, Events events);
    ~TaskRunner();

    /// An id that is in flight already is left alone.
    void assign(const QList<item::Request> &tasks);
    void cancel(item::ItemId id);
    void cancelAll();
    void setRates(const QList<item::RateShare> &shares);
    /// So many may run at once from now on; those that run go on.
    void setWidth(int width);
    /// For the tasks of the job that come; those that run go on as they began.
    /// `recipe` is JSON. Its failure is that of the tasks that need it.
    void setJob(item::JobId job, const item::TransferSettings &settings, const QByteArray &recipe);
    void addCookies(item::JobId job, const QList<QByteArray> &lines);
    /// Connections for segments; what an item cannot use is given back at once.
    void grant(const item::ExtraConnections &connections);

    /// How a running one stands; nothing for any other.
    [[nodiscard]] std::optional<item::Inspection> inspect(item::ItemId id) const;
    [[nodiscard]] bool has(item::ItemId id) const { return m_tasks.contains(id); }

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

    /// One job's way to the network: its connections, its cookies and its login are its own.
    struct Lane;

    void fill();
    QCoro::Task<> work(item::Request request, Task &task);
    /// Fetches, and looks into what came.
    QCoro::Task<item::Outcome> fetchAndLook(Lane &lane, item::Request request, Task &task);
    void finish(item::Outcome outcome);
    [[nodiscard]] std::shared_ptr<Lane> laneOf(item::JobId job);
    void lend(item::ItemId id, fetch::Lending &lending);
    void tellCookies(item::JobId job, const Lane &lane);

    const item::TransferSettings m_settings;
    Events m_events;
    fetch::RateGate m_gate;
    /// Of jobs that have settings of their own; the others share that of no job.
    std::unordered_map<item::JobId, std::shared_ptr<Lane>> m_lanes;
    fetch::TaskGroup m_group;
    std::unordered_map<item::ItemId, Task> m_tasks;
    std::deque<item::Request> m_queue;
    int m_width;
    bool m_filling = false;
    QThreadPool m_lookers; ///< one large body at a time: its tree takes many times its bytes
};

} // namespace trawl::worker
