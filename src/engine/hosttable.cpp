// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hosttable.h"

#include "item/weburl.h"

namespace trawl::engine {

queue::HostIndex HostTable::indexOf(QByteArrayView url)
{
    const auto origin = item::originOf(url);
    if (!m_hosts.isEmpty() && origin == m_lastOrigin)
        return m_lastIndex;
    m_lastOrigin = origin.toByteArray();
    const auto known = m_hosts.constFind(m_lastOrigin);
    m_lastIndex = known != m_hosts.constEnd() ? *known : queue::HostIndex(m_hosts.size());
    if (known == m_hosts.constEnd()) {
        m_hosts.insert(m_lastOrigin, m_lastIndex);
        m_origins.push_back(m_lastOrigin);
    }
    return m_lastIndex;
}

} // namespace trawl::engine
