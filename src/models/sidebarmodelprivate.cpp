// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sidebarmodelprivate.h"

#include "models/ranges.h"
#include "models/urlparts.h"

#include <algorithm>
#include <numeric>

namespace trawl::models {

std::vector<int> HostList::apply(const std::vector<engine::HostRow> &hosts)
{
    std::vector<int> changed;
    for (const auto &row : hosts) {
        auto known = m_numbers.constFind(row.origin);
        if (known == m_numbers.constEnd()) {
            known = m_numbers.insert(row.origin, quint32(m_hosts.size()));
            m_hosts.push_back({.origin = row.origin});
            ++m_schemes[hostOf(row.origin).toByteArray()];
        }
        auto &host = m_hosts[*known];
        if (host.counts == row.counts)
            continue;
        m_alive += int(row.counts.total() > 0) - int(host.counts.total() > 0);
        host.counts = row.counts;
        if (const auto place = m_places.constFind(*known); place != m_places.constEnd())
            changed.push_back(*place);
    }
    return changed;
}

std::vector<quint32> HostList::best(std::size_t most, const QSet<QByteArray> &kept) const
{
    std::vector<quint32> hosts(m_hosts.size());
    std::iota(hosts.begin(), hosts.end(), 0U);
    std::erase_if(hosts, [this](quint32 host) { return m_hosts[host].counts.total() == 0; });
    const auto before = [this](quint32 a, quint32 b) {
        const auto left = m_hosts[a].counts.total();
        const auto right = m_hosts[b].counts.total();
        return left == right ? a < b : left > right;
    };
    const auto first = std::min(most, hosts.size());
    std::partial_sort(hosts.begin(), hosts.begin() + qptrdiff(first), hosts.end(), before);
    const auto rest =
        std::stable_partition(hosts.begin() + qptrdiff(first), hosts.end(),
                              [&](quint32 host) { return kept.contains(m_hosts[host].origin); });
    hosts.erase(rest, hosts.end());
    return hosts;
}

void HostList::show(std::vector<quint32> hosts)
{
    m_shown = std::move(hosts);
    m_places.clear();
    for (std::size_t place = 0; place < m_shown.size(); ++place)
        m_places.insert(m_shown[place], int(place));
}

QString HostList::name(const Host &host) const
{
    const auto address = hostOf(host.origin);
    const bool plain = !address.isEmpty() && m_schemes.value(address.toByteArray()) == 1;
    return readable(plain ? address : QByteArrayView(host.origin));
}

void SidebarModel::Private::changed(Section section, int first, int last)
{
    if (last < first)
        return;
    const auto parent = top(section);
    Q_EMIT q->dataChanged(q->index(first, 0, parent), q->index(last, int(Column::Count), parent));
}

void SidebarModel::Private::removeGoneJobs(const QList<engine::JobState> &next)
{
    for (qsizetype row = jobs.size() - 1; row >= 0; --row) {
        if (std::ranges::find(next, jobs[row].id, &engine::JobState::id) != next.end())
            continue;
        q->beginRemoveRows(top(Section::Jobs), int(row), int(row));
        jobs.removeAt(row);
        q->endRemoveRows();
    }
}

/// Each to the place that it has in `next`, where all that is in `jobs` is as well.
void SidebarModel::Private::insertJobs(const QList<engine::JobState> &next)
{
    for (int row = 0; row < int(next.size()); ++row) {
        if (row < jobs.size() && jobs[row].id == next[row].id)
            continue;
        const auto found =
            std::find_if(jobs.begin() + row, jobs.end(),
                         [&](const engine::JobState &job) { return job.id == next[row].id; });
        if (found == jobs.end()) {
            q->beginInsertRows(top(Section::Jobs), row, row);
            jobs.insert(row, next[row]);
            q->endInsertRows();
        } else {
            const auto from = int(found - jobs.begin());
            q->beginMoveRows(top(Section::Jobs), from, from, top(Section::Jobs), row);
            jobs.move(from, row);
            q->endMoveRows();
        }
    }
}

void SidebarModel::Private::applyJobs(QList<engine::JobState> next)
{
    std::ranges::stable_sort(next, [](const engine::JobState &a, const engine::JobState &b) {
        return a.rank == b.rank ? a.id < b.id : a.rank < b.rank;
    });
    removeGoneJobs(next);
    insertJobs(next);
    jobs = std::move(next);
    changed(Section::Jobs, 0, int(jobs.size()) - 1);
}

void SidebarModel::Private::applyCounts(const engine::Counts &next)
{
    if (next == counts)
        return;
    counts = next;
    Q_EMIT q->dataChanged(q->index(0, 0), q->index(0, int(Column::Count)));
    changed(Section::Status, 0, rowsOf(Section::Status) - 1);
}

void SidebarModel::Private::applyHosts(const std::vector<engine::HostRow> &next)
{
    if (next.empty())
        return;
    const bool first = m_hosts.shown().empty();
    const auto places = m_hosts.apply(next);
    if (first)
        return q->sortHosts();
    if (!places.empty()) {
        const auto [least, most] = std::ranges::minmax(places);
        changed(Section::Hosts, least, most);
    }
    showMoreRow();
}

void SidebarModel::Private::showMoreRow()
{
    const auto hidden = m_hosts.count() - hostsShown();
    const auto row = hostsShown();
    if (hidden == m_more)
        return;
    if (hidden > 0 && m_more > 0) {
        m_more = hidden;
        changed(Section::Hosts, row, row);
    } else if (hidden > 0) {
        q->beginInsertRows(top(Section::Hosts), row, row);
        m_more = hidden;
        q->endInsertRows();
    } else {
        q->beginRemoveRows(top(Section::Hosts), row, row);
        m_more = 0;
        q->endRemoveRows();
    }
}

/// What goes is removed, what comes is added behind, then all is put in order.
void SidebarModel::Private::showHosts(std::vector<quint32> next)
{
    const QSet<quint32> wanted(next.begin(), next.end());
    auto now = m_hosts.shown();
    for (auto row = int(now.size()) - 1; row >= 0; --row) {
        if (wanted.contains(now[std::size_t(row)]))
            continue;
        q->beginRemoveRows(top(Section::Hosts), row, row);
        now.erase(now.begin() + row);
        m_hosts.show(now);
        q->endRemoveRows();
    }
    const QSet<quint32> kept(now.begin(), now.end());
    const auto before = int(now.size());
    std::ranges::copy_if(next, std::back_inserter(now),
                         [&](quint32 host) { return !kept.contains(host); });
    if (int(now.size()) > before) {
        q->beginInsertRows(top(Section::Hosts), before, int(now.size()) - 1);
        m_hosts.show(now);
        q->endInsertRows();
    }
    if (now != next) {
        Q_EMIT q->layoutAboutToBeChanged({top(Section::Hosts)});
        m_hosts.show(next);
        QHash<quint32, int> places;
        for (int row = 0; row < int(next.size()); ++row)
            places.insert(next[std::size_t(row)], row);
        const auto from = q->persistentIndexList();
        QModelIndexList to = from;
        for (auto &index : to) {
            if (!isTop(index) && sectionOf(index) == Section::Hosts &&
                index.row() < int(now.size()))
                index = q->createIndex(places.value(now[std::size_t(index.row())]), index.column(),
                                       index.internalId());
        }
        q->changePersistentIndexList(from, to);
        Q_EMIT q->layoutChanged({top(Section::Hosts)});
    }
    showMoreRow();
}

} // namespace trawl::models
