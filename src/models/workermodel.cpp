// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workermodel.h"

#include "models/icons.h"
#include "models/texts.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace trawl::models {

namespace {

// A worker tells of its health every few seconds: less would show steps for a rate.
constexpr qint64 windowMs = 10'000;
constexpr qint64 stepMs = 500;

/// As the items' own: at work or at rest, waiting, held back, gone.
QIcon stateIcon(const engine::WorkerInfo &worker)
{
    switch (worker.state) {
    case engine::WorkerState::Starting:
        return statusIcon(item::Status::Queued);
    case engine::WorkerState::Draining:
        return statusIcon(item::Status::Paused);
    case engine::WorkerState::Dead:
        return statusIcon(item::Status::Failed);
    case engine::WorkerState::Ready:
        break;
    }
    return statusIcon(worker.inFlight > 0 ? item::Status::Running : item::Status::Done);
}

} // namespace

std::span<const LiveTable::Column> WorkerModel::columns() const
{
    static constexpr std::array all{
        Column{"worker", QT_TR_NOOP("Worker"), Qt::AlignRight, {5}},
        Column{"pid",
               QT_TR_NOOP("PID"),
               Qt::AlignRight,
               {6},
               QT_TR_NOOP("The system's number of the process")},
        Column{"state", QT_TR_NOOP("State"), Qt::AlignLeft, {10}},
        Column{"tasks", QT_TR_NOOP("Tasks done"), Qt::AlignRight, {7}},
        Column{"in-flight",
               QT_TR_NOOP("In flight"),
               Qt::AlignRight,
               {4},
               QT_TR_NOOP("Requests that it has now")},
        Column{
            "requests", QT_TR_NOOP("Req/s"), Qt::AlignRight, {6}, QT_TR_NOOP("Requests a second")},
        Column{"speed", QT_TR_NOOP("Speed"), Qt::AlignRight, {9}},
        Column{"cpu", QT_TR_NOOP("CPU"), Qt::AlignRight, {5}, QT_TR_NOOP("Of one processor core")},
        Column{"memory",
               QT_TR_NOOP("Memory"),
               Qt::AlignRight,
               {9},
               QT_TR_NOOP("What it has in memory (RSS)")},
        Column{"loop-lag",
               QT_TR_NOOP("Loop lag"),
               Qt::AlignRight,
               {7},
               QT_TR_NOOP("How late its event loop is: much of it means too much work")},
        Column{"restarts", QT_TR_NOOP("Restarts"), Qt::AlignRight, {4}},
        Column{"last-exit", QT_TR_NOOP("Last exit"), Qt::AlignLeft, {10, 1}},
    };
    static_assert(all.size() == std::size_t(WorkerColumn::LastExit) + 1);
    return all;
}

void WorkerModel::apply(const QList<engine::WorkerInfo> &workers, qint64 nowMs)
{
    const auto count = std::size_t(workers.size());
    if (count < m_workers.size()) {
        shrink(int(count));
        m_workers.resize(count);
    }
    const auto kept = int(m_workers.size());
    m_workers.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        update(m_workers[i], workers[qsizetype(i)], nowMs);
    std::vector<int> all(std::size_t(kept), 0);
    std::iota(all.begin(), all.end(), 0);
    changed(all);
    grown(int(count));
}

void WorkerModel::update(Record &record, const engine::WorkerInfo &info, qint64 nowMs)
{
    record.info = info;
    auto &marks = record.marks;
    const Mark now{nowMs, info.pid, info.tasksDone, info.received, info.cpuMs};
    if (!marks.empty() && (marks.back().pid != info.pid || marks.back().cpuMs > info.cpuMs))
        marks.clear(); // another process: its counters begin anew
    if (marks.size() > 1 && nowMs - marks[marks.size() - 2].atMs < stepMs)
        marks.back() = now;
    else
        marks.push_back(now);
    while (marks.size() > 2 && nowMs - marks.front().atMs > windowMs)
        marks.pop_front();
    const auto &first = marks.front();
    const auto ms = double(nowMs - first.atMs);
    const auto perSecond = [ms](qint64 gain) {
        return ms <= 0 ? 0.0 : double(std::max<qint64>(0, gain)) * 1000 / ms;
    };
    record.requestsPerSecond = perSecond(now.tasks - first.tasks);
    record.bytesPerSecond = perSecond(now.bytes - first.bytes);
    record.cpuPercent = perSecond(now.cpuMs - first.cpuMs) / 10;
}

const engine::WorkerInfo &WorkerModel::workerAt(int row) const
{
    return m_workers[std::size_t(recordAt(row))].info;
}

QString WorkerModel::text(int record, int column) const
{
    const auto &worker = m_workers[std::size_t(record)];
    const auto &info = worker.info;
    switch (WorkerColumn(column)) {
    case WorkerColumn::Slot:
        return QString::number(info.slot + 1);
    case WorkerColumn::Pid:
        return info.pid > 0 ? QString::number(info.pid) : QString();
    case WorkerColumn::State:
        return Texts::workerState(info.state);
    case WorkerColumn::Tasks:
        return Texts::count(info.tasksDone);
    case WorkerColumn::InFlight:
        return Texts::count(info.inFlight);
    case WorkerColumn::Requests:
        return Texts::perSecond(worker.requestsPerSecond);
    case WorkerColumn::Speed:
        return Texts::rate(worker.bytesPerSecond);
    case WorkerColumn::Cpu:
        return info.pid > 0 ? Texts::percent(qRound(worker.cpuPercent)) : QString();
    case WorkerColumn::Memory:
        return info.rssBytes > 0 ? Texts::bytes(info.rssBytes) : QString();
    case WorkerColumn::LoopLag:
        return info.pid > 0 ? Texts::milliseconds(info.loopLagMs) : QString();
    case WorkerColumn::Restarts:
        return Texts::count(info.restarts);
    case WorkerColumn::LastExit:
        return Texts::workerExit(info.lastExit);
    }
    return {};
}

SortKey WorkerModel::key(int record, int column) const
{
    const auto &worker = m_workers[std::size_t(record)];
    const auto &info = worker.info;
    switch (WorkerColumn(column)) {
    case WorkerColumn::Slot:
        return {double(info.slot), {}};
    case WorkerColumn::Pid:
        return {double(info.pid), {}};
    case WorkerColumn::Tasks:
        return {double(info.tasksDone), {}};
    case WorkerColumn::InFlight:
        return {double(info.inFlight), {}};
    case WorkerColumn::Requests:
        return {worker.requestsPerSecond, {}};
    case WorkerColumn::Speed:
        return {worker.bytesPerSecond, {}};
    case WorkerColumn::Cpu:
        return {worker.cpuPercent, {}};
    case WorkerColumn::Memory:
        return {double(info.rssBytes), {}};
    case WorkerColumn::LoopLag:
        return {double(info.loopLagMs), {}};
    case WorkerColumn::Restarts:
        return {double(info.restarts), {}};
    case WorkerColumn::State:
    case WorkerColumn::LastExit:
        break;
    }
    return {0, text(record, column)};
}

QVariant WorkerModel::extra(int record, int column, int role) const
{
    const auto &info = m_workers[std::size_t(record)].info;
    if (role == Qt::DecorationRole && WorkerColumn(column) == WorkerColumn::State)
        return stateIcon(info);
    if (role != Qt::ToolTipRole)
        return {};
    if (WorkerColumn(column) == WorkerColumn::Cpu)
        return tr("%1 of processor time so far").arg(Texts::timeLeft(info.cpuMs / 1000));
    return text(record, column);
}

} // namespace trawl::models

#include "moc_workermodel.cpp"
