// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "models/livetable.h"

#include <deque>

namespace trawl::models {

enum class WorkerColumn {
    Slot,
    Pid,
    State,
    Tasks,
    InFlight,
    Requests,
    Speed,
    Cpu,
    Memory,
    LoopLag,
    Restarts,
    LastExit
};

/// The Workers tab: one row a worker slot. What happens in a second is the mean of the last
/// seconds.
class WorkerModel : public LiveTable
{
    Q_OBJECT

public:
    using LiveTable::LiveTable;

    /// `nowMs` is of a monotonic clock.
    void apply(const QList<engine::WorkerInfo> &workers, qint64 nowMs);
    [[nodiscard]] const engine::WorkerInfo &workerAt(int row) const;

protected:
    [[nodiscard]] std::span<const Column> columns() const override;
    [[nodiscard]] QString text(int record, int column) const override;
    [[nodiscard]] SortKey key(int record, int column) const override;
    [[nodiscard]] QVariant extra(int record, int column, int role) const override;
    [[nodiscard]] QString translated(const char *text) const override { return tr(text); }

private:
    /// The counters of a worker at one moment.
    struct Mark
    {
        qint64 atMs = 0;
        qint64 pid = 0;
        qint64 tasks = 0;
        qint64 bytes = 0;
        qint64 cpuMs = 0;
    };
    struct Record
    {
        engine::WorkerInfo info;
        std::deque<Mark> marks; ///< oldest first; the last is now
        double requestsPerSecond = 0;
        double bytesPerSecond = 0;
        double cpuPercent = 0; ///< of one core
    };

    static void update(Record &record, const engine::WorkerInfo &info, qint64 nowMs);

    std::vector<Record> m_workers;
};

} // namespace trawl::models
