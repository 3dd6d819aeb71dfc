// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <unordered_set>

namespace trawl::transport {

/// Keeps libcurl's cache of names short. libcurl goes through all of it at the end of each
/// transfer and drops what is older than that transfer's CURLOPT_DNS_CACHE_TIMEOUT, so one whose
/// timeout is 0 empties it.
class NameCacheBound
{
public:
    static constexpr std::size_t mostOrigins = 256;

    /// A transfer to that origin (scheme, host and port) starts. True: it is to empty the cache.
    [[nodiscard]] bool isToEmpty(QByteArrayView origin)
    {
        m_origins.insert(qHash(origin));
        return m_origins.size() > mostOrigins;
    }
    void emptied() { m_origins.clear(); }

private:
    std::unordered_set<std::size_t> m_origins; ///< by their hashes: two that share one do no harm
};

} // namespace trawl::transport
