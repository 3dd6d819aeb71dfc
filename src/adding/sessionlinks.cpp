// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/sessionlinks.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace trawl::adding {

namespace {

/// Hashes are put into so many parts by their first bits, then each part in order: a step that
/// cannot be given up is as short as one part.
constexpr int partBits = 12;
constexpr std::size_t parts = std::size_t(1) << partBits;
constexpr std::size_t lookEach = 1024; ///< whether it is still wanted

std::size_t partOf(std::size_t hash)
{
    return hash >> (std::numeric_limits<std::size_t>::digits - partBits);
}

} // namespace

SessionLinks::SessionLinks(QList<item::UrlBlockPtr> blocks, QSet<item::ItemId> removed)
    : m_blocks(std::move(blocks))
    , m_removed(std::move(removed))
{
}

bool SessionLinks::prepare(const std::atomic_bool &cancelled) const
{
    const std::scoped_lock lock(m_mutex);
    if (m_prepared)
        return true;
    Hashes hashes;
    m_prepared = hashAll(hashes, cancelled) && order(hashes, cancelled);
    return m_prepared;
}

bool SessionLinks::contains(QByteArrayView url) const
{
    const auto hash = qHash(url);
    const auto part = partOf(hash);
    const auto at = [this](std::size_t i) { return m_hashes.begin() + std::ptrdiff_t(i); };
    return std::binary_search(at(m_starts[part]), at(m_starts[part + 1]), hash);
}

bool SessionLinks::hashAll(Hashes &hashes, const std::atomic_bool &cancelled) const
{
    const auto count = [](std::size_t sum, const auto &block) { return sum + block->size(); };
    hashes.reserve(std::accumulate(m_blocks.begin(), m_blocks.end(), std::size_t(0), count));
    for (const auto &block : m_blocks) {
        for (qsizetype i = 0; i < block->size(); ++i) {
            if (std::size_t(i) % lookEach == 0 && cancelled)
                return false;
            const auto id = item::ItemId(qint64(block->first()) + i);
            if (m_removed.isEmpty() || !m_removed.contains(id))
                hashes.push_back(qHash(block->url(i)));
        }
    }
    return true;
}

bool SessionLinks::order(const Hashes &hashes, const std::atomic_bool &cancelled) const
{
    std::vector<std::size_t> starts(parts + 1);
    for (const auto hash : hashes)
        ++starts[partOf(hash) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    m_hashes.resize(hashes.size());
    auto next = starts;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (i % lookEach == 0 && cancelled)
            return false;
        m_hashes[next[partOf(hashes[i])]++] = hashes[i];
    }
    for (std::size_t part = 0; part < parts && !cancelled; ++part) {
        std::sort(m_hashes.begin() + std::ptrdiff_t(starts[part]),
                  m_hashes.begin() + std::ptrdiff_t(starts[part + 1]));
    }
    m_starts = std::move(starts);
    return !cancelled;
}

} // namespace trawl::adding
