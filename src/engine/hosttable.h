// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/scheduler.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace trawl::engine {

/// Numbers the hosts (item::originOf()) of a session: 0, 1, 2 …
class HostTable
{
public:
    [[nodiscard]] queue::HostIndex indexOf(QByteArrayView url);
    [[nodiscard]] QByteArray origin(queue::HostIndex host) const { return m_origins[host]; }
    [[nodiscard]] std::size_t size() const { return m_origins.size(); }

private:
    QHash<QByteArray, queue::HostIndex> m_hosts;
    std::vector<QByteArray> m_origins; // their text is that of the keys
    QByteArray m_lastOrigin;           // lists come sorted by host more often than not
    queue::HostIndex m_lastIndex = 0;
};

} // namespace trawl::engine
