// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workermodel.h"

#include "models/icons.h"
#include "models/texts.h"

#include <algorithm>
#include <array>

namespace trawl::models {

namespace {

struct WorkerColumnInfo
{
    WorkerColumn column;
    const char *title;
    Qt::AlignmentFlag align;
    QString (*text)(const engine::WorkerInfo &worker);
};

using Info = const engine::WorkerInfo &;

constexpr std::array columns{
    WorkerColumnInfo{WorkerColumn::Slot, QT_TRANSLATE_NOOP("trawl::models::WorkerModel", "Worker"),
                     Qt::AlignRight, [](Info w) { return QString::number(w.slot + 1); }},
    WorkerColumnInfo{WorkerColumn::Pid, QT_TRANSLATE_NOOP("trawl::models::WorkerModel", "PID"),
                     Qt::AlignRight,
                     [](Info w) { return w.pid > 0 ? QString::number(w.pid) : QString(); }},
    WorkerColumnInfo{WorkerColumn::State, QT_TRANSLATE_NOOP("trawl::models::WorkerModel", "State"),
                     Qt::AlignLeft, [](Info w) { return Texts::workerState(w.state); }},
    WorkerColumnInfo{WorkerColumn::Tasks,
                     QT_TRANSLATE_NOOP("trawl::models::WorkerModel", "Tasks done"), Qt::AlignRight,
                     [](Info w) { return Texts::count(w.tasksDone); }},
    WorkerColumnInfo{WorkerColumn::InFlight,
                     QT_TRANSLATE_NOOP("trawl::models::WorkerModel", "In flight"), Qt::AlignRight,
                     [](Info w) { return Texts::count(w.inFlight); }},
    WorkerColumnInfo{WorkerColumn::Cpu, QT_TRANSLATE_NOOP("trawl::models::WorkerModel", "CPU time"),
                     Qt::AlignRight, [](Info w) { return Texts::timeLeft(w.cpuMs / 1000); }},
    WorkerColumnInfo{WorkerColumn::Memory,
                     QT_TRANSLATE_NOOP("trawl::models::WorkerModel", "Memory"), Qt::AlignRight,
                     [](Info w) { return w.rssBytes > 0 ? Texts::bytes(w.rssBytes) : QString(); }},
    WorkerColumnInfo{WorkerColumn::LoopLag,
                     QT_TRANSLATE_NOOP("trawl::models::WorkerModel", "Loop lag"), Qt::AlignRight,
                     [](Info w) { return Texts::milliseconds(w.loopLagMs); }},
    WorkerColumnInfo{WorkerColumn::Restarts,
                     QT_TRANSLATE_NOOP("trawl::models::WorkerModel", "Restarts"), Qt::AlignRight,
                     [](Info w) { return Texts::count(w.restarts); }},
    WorkerColumnInfo{WorkerColumn::LastExit,
                     QT_TRANSLATE_NOOP("trawl::models::WorkerModel", "Last exit"), Qt::AlignLeft,
                     [](Info w) { return w.lastExit; }},
};
static_assert(columns.size() == std::size_t(WorkerColumn::LastExit) + 1);

} // namespace

WorkerModel::WorkerModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void WorkerModel::apply(const QList<engine::WorkerInfo> &workers)
{
    const auto old = m_workers.size();
    const auto kept = std::min(old, workers.size());
    if (kept < old) {
        beginRemoveRows({}, int(kept), int(old) - 1);
        m_workers.resize(kept);
        endRemoveRows();
    }
    std::copy_n(workers.begin(), kept, m_workers.begin());
    if (kept > 0)
        Q_EMIT dataChanged(index(0, 0), index(int(kept) - 1, columnCount() - 1));
    if (workers.size() > kept) {
        beginInsertRows({}, int(kept), int(workers.size()) - 1);
        m_workers = workers;
        endInsertRows();
    }
}

int WorkerModel::slotAt(int row) const
{
    return m_workers.at(row).slot;
}

int WorkerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_workers.size());
}

int WorkerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns.size());
}

QVariant WorkerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &info = columns[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return info.text(m_workers[index.row()]);
    case Qt::TextAlignmentRole:
        return int(info.align | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return info.column == WorkerColumn::Slot ? QVariant(icon(u"worker")) : QVariant();
    default:
        return {};
    }
}

QVariant WorkerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto &info = columns[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return tr(info.title);
    case Qt::TextAlignmentRole:
        return int(info.align | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace trawl::models
