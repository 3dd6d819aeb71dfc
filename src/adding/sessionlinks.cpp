// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/sessionlinks.h"

#include <algorithm>
#include <utility>

namespace trawl::adding {

SessionLinks::SessionLinks(QList<item::UrlBlockPtr> blocks, QSet<item::ItemId> removed)
    : m_blocks(std::move(blocks))
    , m_removed(std::move(removed))
{
}

bool SessionLinks::contains(QByteArrayView url) const
{
    std::call_once(m_once, [this] { build(); });
    return std::binary_search(m_hashes.begin(), m_hashes.end(), qHash(url));
}

void SessionLinks::build() const
{
    for (const auto &block : m_blocks) {
        for (qsizetype i = 0; i < block->size(); ++i) {
            const auto id = item::ItemId(qint64(block->first()) + i);
            if (m_removed.isEmpty() || !m_removed.contains(id))
                m_hashes.push_back(qHash(block->url(i)));
        }
    }
    std::sort(m_hashes.begin(), m_hashes.end());
}

} // namespace trawl::adding
