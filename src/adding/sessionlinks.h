// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/urlblock.h"

#include <QList>
#include <QSet>

#include <atomic>
#include <mutex>
#include <vector>

namespace trawl::adding {

/// The links that a session has, for the question whether one is among them. By their hashes, so
/// one of billions may be taken for another. Any thread.
class SessionLinks
{
public:
    SessionLinks(QList<item::UrlBlockPtr> blocks, QSet<item::ItemId> removed);

    /// Puts the hashes in order, if nobody has yet: a second for four million. False when it was
    /// `cancelled`; the next call begins anew.
    [[nodiscard]] bool prepare(const std::atomic_bool &cancelled) const;
    /// Once prepare() has succeeded.
    [[nodiscard]] bool contains(QByteArrayView url) const;

private:
    using Hashes = std::vector<std::size_t>;

    bool hashAll(Hashes &hashes, const std::atomic_bool &cancelled) const;
    bool order(const Hashes &hashes, const std::atomic_bool &cancelled) const;

    QList<item::UrlBlockPtr> m_blocks;
    QSet<item::ItemId> m_removed;
    mutable std::mutex m_mutex; ///< of prepare()
    mutable bool m_prepared = false;
    mutable Hashes m_hashes; ///< in order
    mutable std::vector<std::size_t>
        m_starts; ///< of the hashes with the same first bits; and the end
};

} // namespace trawl::adding
