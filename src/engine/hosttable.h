// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/scheduler.h"

#include <QByteArray>
#include <QHash>

namespace trawl::engine {

/// Scheme, host and port of a URL, as it stands in the text: "https://example.org:8443".
[[nodiscard]] QByteArrayView originOf(QByteArrayView url);

/// Numbers the hosts (origins) of a session: 0, 1, 2 …
class HostTable
{
public:
    [[nodiscard]] queue::HostIndex indexOf(QByteArrayView url);

private:
    QHash<QByteArray, queue::HostIndex> m_hosts;
    QByteArray m_lastOrigin; // lists come sorted by host more often than not
    queue::HostIndex m_lastIndex = 0;
};

} // namespace trawl::engine
