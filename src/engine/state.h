// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/hosttable.h"
#include "engine/itemtable.h"
#include "engine/jobtable.h"

#include <deque>
#include <utility>
#include <vector>

namespace trawl::engine {

/// Items, jobs and hosts of the session with their counts, and what changed since the window last
/// looked. The one place where a status is set, so that counts are always right.
class State
{
public:
    ItemTable items;
    JobTable jobs;
    HostTable hosts;

    /// Takes new items in, queued, and their hosts.
    void append(const item::UrlBlockPtr &block);
    void setStatus(item::ItemId id, item::Status status);
    /// When the item came to its end, since the epoch.
    void setEnded(item::ItemId id, qint64 endedMs);
    /// It is at rest, and from now on nowhere but in takeRemoved().
    void remove(item::ItemId id);
    /// Ids up to that one that were removed earlier.
    void appendRemoved(item::ItemId last);
    /// The row is to be shown anew.
    void touch(item::ItemId id);

    /// Its text is no URL and has no host: it counts for none that is shown.
    void setNoHost(item::ItemId id);

    /// The host's row is to be shown anew.
    void touchHost(queue::HostIndex host);
    /// Of all jobs, by the items' own status.
    [[nodiscard]] Counts hostCounts(queue::HostIndex host) const
    {
        return host < m_hostCounts.size() ? m_hostCounts[host].counts : Counts();
    }
    /// The changed hosts since the last call, each once, at most so many.
    [[nodiscard]] std::vector<queue::HostIndex> takeChangedHosts(std::size_t most);

    /// Over all jobs, by the items' own status.
    [[nodiscard]] const Counts &counts() const { return m_counts; }
    /// As the person sees it: queued items of paused jobs count as paused.
    [[nodiscard]] Counts shownCounts() const;
    [[nodiscard]] QList<item::ItemId> running() const;
    /// Queued, and its job is neither paused nor removed.
    [[nodiscard]] bool runnable(item::ItemId id) const;

    [[nodiscard]] bool hasChanges() const
    {
        return !m_changed.empty() || !m_removed.empty() || !m_changedHosts.empty() ||
               m_blocksTaken < items.blocks().size();
    }
    /// The changed rows since the last call, each once, at most so many; the rest comes next time.
    [[nodiscard]] std::vector<item::ItemId> takeChanged(std::size_t most);
    /// Those that were removed since the last call.
    [[nodiscard]] std::vector<item::ItemId> takeRemoved() { return std::exchange(m_removed, {}); }
    /// The blocks that came since the last call.
    [[nodiscard]] std::vector<item::UrlBlockPtr> takeAdded();

private:
    struct HostCounts
    {
        Counts counts;
        bool dirty = false; ///< already in the list of changed hosts
    };
    [[nodiscard]] Counts &countsOf(queue::HostIndex host);

    Counts m_counts;
    std::vector<HostCounts> m_hostCounts;
    std::deque<queue::HostIndex> m_changedHosts;
    std::vector<item::ItemId> m_changed;
    std::vector<item::ItemId> m_removed;
    std::size_t m_blocksTaken = 0;
};

} // namespace trawl::engine
