// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace trawl::pool {

enum class WorkerState : quint8 { Starting, Ready, Draining, Dead };

/// One row of the Workers tab.
struct WorkerInfo
{
    int slot = 0; ///< 0 … workers-1; a restarted worker keeps its slot
    WorkerState state = WorkerState::Starting;
    qint64 pid = 0;
    qint64 tasksDone = 0; ///< over all processes that had this slot
    int inFlight = 0;
    qint64 received = 0; ///< body bytes, by the process that has the slot now
    int restarts = 0;
    qint64 rssBytes = 0;
    qint64 cpuMs = 0;
    int loopLagMs = 0;
    QString lastExit; ///< "signal 9", "exit 2"; empty = none yet
};

} // namespace trawl::pool
