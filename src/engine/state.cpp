// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state.h"

#include <algorithm>

namespace trawl::engine {

namespace {

qint64 &slot(Counts &counts, item::Status status)
{
    switch (status) {
    case item::Status::Queued:
        return counts.queued;
    case item::Status::Running:
        return counts.running;
    case item::Status::Paused:
        return counts.paused;
    case item::Status::Done:
        return counts.done;
    case item::Status::Failed:
        return counts.failed;
    case item::Status::Skipped:
    case item::Status::Removed: // never asked for: remove()
        break;
    }
    return counts.skipped;
}

void add(Counts &sum, const Counts &counts)
{
    sum.queued += counts.queued;
    sum.running += counts.running;
    sum.paused += counts.paused;
    sum.done += counts.done;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
}

} // namespace

void State::append(const item::UrlBlockPtr &block)
{
    items.append(block);
    for (qsizetype i = 0; i < block->size(); ++i) {
        const auto id = item::ItemId(qint64(block->first()) + i);
        const auto host = hosts.indexOf(block->url(i));
        items.row(id).host = host;
        ++countsOf(host).queued;
    }
    m_counts.queued += block->size();
    jobs.job(block->job()).counts.queued += block->size();
}

void State::setStatus(item::ItemId id, item::Status status)
{
    auto &row = items.row(id);
    if (row.status == status)
        return;
    auto &jobCounts = jobs.job(items.job(id)).counts;
    --slot(m_counts, row.status);
    --slot(jobCounts, row.status);
    auto &hostCounts = countsOf(row.host);
    --slot(hostCounts, row.status);
    row.status = status;
    ++slot(hostCounts, status);
    ++slot(m_counts, status);
    ++slot(jobCounts, status);
    touch(id);
}

void State::remove(item::ItemId id)
{
    auto &row = items.row(id);
    --slot(m_counts, row.status);
    --slot(jobs.job(items.job(id)).counts, row.status);
    --slot(countsOf(row.host), row.status);
    row.status = item::Status::Removed;
    row.file = 0;
    m_removed.push_back(id);
}

void State::appendRemoved(item::ItemId last)
{
    const auto first = items.nextId();
    if (last < first)
        return;
    const auto block = std::make_shared<item::UrlBlock>(first, item::JobId{});
    for (auto id = qint64(first); id <= qint64(last); ++id) {
        block->append({});
        m_removed.push_back(item::ItemId(id));
    }
    block->squeeze();
    items.append(block);
    for (const auto id : m_removed)
        items.row(id).status = item::Status::Removed;
}

void State::setEnded(item::ItemId id, qint64 endedMs)
{
    items.row(id).endedMs = endedMs;
    auto &last = jobs.job(items.job(id)).lastEndMs;
    last = std::max(last, endedMs);
}

void State::touch(item::ItemId id)
{
    auto &row = items.row(id);
    if (row.dirty)
        return;
    row.dirty = true;
    m_changed.push_back(id);
}

void State::setNoHost(item::ItemId id)
{
    auto &row = items.row(id);
    --slot(countsOf(row.host), row.status);
    row.host = hosts.indexOf({});
    ++slot(countsOf(row.host), row.status);
}

void State::touchHost(queue::HostIndex host)
{
    (void)countsOf(host);
}

/// They are about to change.
Counts &State::countsOf(queue::HostIndex host)
{
    if (m_hostCounts.size() <= host)
        m_hostCounts.resize(std::max(hosts.size(), std::size_t(host) + 1));
    auto &its = m_hostCounts[host];
    if (!std::exchange(its.dirty, true))
        m_changedHosts.push_back(host);
    return its.counts;
}

std::vector<queue::HostIndex> State::takeChangedHosts(std::size_t most)
{
    const auto count = std::min(most, m_changedHosts.size());
    const auto first = m_changedHosts.begin();
    std::vector<queue::HostIndex> taken(first, first + qsizetype(count));
    m_changedHosts.erase(first, first + qsizetype(count));
    for (const auto host : taken)
        m_hostCounts[host].dirty = false;
    return taken;
}

Counts State::shownCounts() const
{
    Counts sum;
    for (const auto &job : jobs.all()) {
        if (job.row.removed == store::JobRow::Removed::No)
            add(sum, engine::shownCounts(job));
    }
    return sum;
}

bool State::runnable(item::ItemId id) const
{
    if (items.row(id).status != item::Status::Queued)
        return false;
    const auto &job = jobs.job(items.job(id));
    return !job.row.paused && !job.waitsForFolder && job.row.removed == store::JobRow::Removed::No;
}

QList<item::ItemId> State::running() const
{
    QList<item::ItemId> ids;
    for (qint64 id = 1; id < qint64(items.nextId()) && ids.size() < m_counts.running; ++id) {
        if (items.row(item::ItemId(id)).status == item::Status::Running)
            ids.append(item::ItemId(id));
    }
    return ids;
}

std::vector<item::ItemId> State::takeChanged(std::size_t most)
{
    const auto count = std::min(most, m_changed.size());
    const auto first = m_changed.begin();
    std::vector<item::ItemId> taken(first, first + qsizetype(count));
    m_changed.erase(first, first + qsizetype(count));
    for (const auto id : taken)
        items.row(id).dirty = false;
    return taken;
}

std::vector<item::UrlBlockPtr> State::takeAdded()
{
    const auto &blocks = items.blocks();
    std::vector<item::UrlBlockPtr> added(blocks.begin() + qsizetype(m_blocksTaken), blocks.end());
    m_blocksTaken = blocks.size();
    return added;
}

} // namespace trawl::engine
