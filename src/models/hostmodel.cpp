// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hostmodel.h"

#include "models/icons.h"
#include "models/texts.h"

#include <array>
#include <utility>

namespace trawl::models {

namespace {

/// By the same rules as Texts::hostState().
QIcon stateIcon(const engine::HostRow &host, qint64 nowMs)
{
    if (host.paused)
        return statusIcon(item::Status::Paused);
    if (host.breaker != engine::HostBreaker::Closed)
        return statusIcon(item::Status::Failed);
    if (host.inFlight > 0)
        return statusIcon(item::Status::Running);
    if (host.heldUntilMs > nowMs || host.counts.open() > 0)
        return statusIcon(item::Status::Queued);
    return statusIcon(host.counts.done > 0 ? item::Status::Done : item::Status::Skipped);
}

} // namespace

std::span<const LiveTable::Column> HostModel::columns() const
{
    static constexpr std::array all{
        Column{"host", QT_TR_NOOP("Host"), Qt::AlignLeft, {17, 5}},
        Column{"state", QT_TR_NOOP("State"), Qt::AlignLeft, {28, 1}},
        Column{"in-flight",
               QT_TR_NOOP("In flight"),
               Qt::AlignRight,
               {7},
               QT_TR_NOOP("Requests that run, of as many as may run at once")},
        Column{
            "requests", QT_TR_NOOP("Req/s"), Qt::AlignRight, {6}, QT_TR_NOOP("Requests a second")},
        Column{"speed", QT_TR_NOOP("Speed"), Qt::AlignRight, {9}},
        Column{"latency",
               QT_TR_NOOP("Latency"),
               Qt::AlignRight,
               {7},
               QT_TR_NOOP("From a request to the first byte of its answer")},
        Column{"done", QT_TR_NOOP("Done"), Qt::AlignRight, {5}},
        Column{"failed", QT_TR_NOOP("Failed"), Qt::AlignRight, {5}},
        Column{"queued", QT_TR_NOOP("Queued"), Qt::AlignRight, {6}},
        Column{"limit", QT_TR_NOOP("Limit"), Qt::AlignLeft, {6, 2}},
    };
    static_assert(all.size() == std::size_t(HostColumn::Limit) + 1);
    return all;
}

void HostModel::apply(const std::vector<engine::HostRow> &hosts)
{
    for (const auto &host : hosts) {
        const auto known = m_records.constFind(host.origin);
        if (known != m_records.cend()) {
            m_hosts[std::size_t(*known)] = host;
            m_changed.push_back(*known);
            continue;
        }
        m_records.insert(host.origin, int(m_hosts.size()));
        m_hosts.push_back(host);
    }
    grown(int(m_hosts.size()));
}

void HostModel::refresh(qint64 nowMs)
{
    m_nowMs = nowMs;
    markHeld();
    changed(std::exchange(m_changed, {}));
}

/// Their countdowns go on without any change.
void HostModel::markHeld()
{
    for (std::size_t record = 0; record < m_hosts.size(); ++record) {
        if (m_hosts[record].heldUntilMs > 0)
            m_changed.push_back(int(record));
    }
}

const engine::HostRow &HostModel::hostAt(int row) const
{
    return m_hosts[std::size_t(recordAt(row))];
}

int HostModel::rowOfHost(const QByteArray &origin) const
{
    const auto record = m_records.constFind(origin);
    return record == m_records.cend() ? -1 : rowOf(*record);
}

QString HostModel::text(int record, int column) const
{
    const auto &host = m_hosts[std::size_t(record)];
    switch (HostColumn(column)) {
    case HostColumn::Host:
        return QString::fromUtf8(host.origin);
    case HostColumn::State:
        return Texts::hostState(host, m_nowMs);
    case HostColumn::InFlight:
        return host.connections > 0
                   ? tr("%1 of %2").arg(Texts::count(host.inFlight), Texts::count(host.connections))
                   : Texts::count(host.inFlight);
    case HostColumn::Requests:
        return Texts::perSecond(host.requestsPerSecond);
    case HostColumn::Speed:
        return Texts::rate(host.bytesPerSecond);
    case HostColumn::Latency:
        return host.latencyMs < 0 ? QString() : Texts::milliseconds(host.latencyMs);
    case HostColumn::Done:
        return Texts::count(host.counts.done);
    case HostColumn::Failed:
        return Texts::count(host.counts.failed);
    case HostColumn::Queued:
        return Texts::count(host.counts.queued);
    case HostColumn::Limit:
        return Texts::hostLimit(host.limit);
    }
    return {};
}

SortKey HostModel::key(int record, int column) const
{
    const auto &host = m_hosts[std::size_t(record)];
    switch (HostColumn(column)) {
    case HostColumn::InFlight:
        return {double(host.inFlight), {}};
    case HostColumn::Requests:
        return {host.requestsPerSecond, {}};
    case HostColumn::Speed:
        return {host.bytesPerSecond, {}};
    case HostColumn::Latency:
        return {double(host.latencyMs), {}};
    case HostColumn::Done:
        return {double(host.counts.done), {}};
    case HostColumn::Failed:
        return {double(host.counts.failed), {}};
    case HostColumn::Queued:
        return {double(host.counts.queued), {}};
    case HostColumn::Host:
    case HostColumn::State:
    case HostColumn::Limit:
        break;
    }
    return {0, text(record, column)};
}

QVariant HostModel::extra(int record, int column, int role) const
{
    const auto &host = m_hosts[std::size_t(record)];
    if (role == Qt::DecorationRole && HostColumn(column) == HostColumn::State)
        return stateIcon(host, m_nowMs);
    if (role == Qt::ToolTipRole)
        return text(record, column);
    return {};
}

} // namespace trawl::models

#include "moc_hostmodel.cpp"
