// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hostlist.h"

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

} // namespace trawl::models
