// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/urlblock.h"

#include <QList>
#include <QSet>

#include <mutex>
#include <vector>

namespace trawl::adding {

/// The links that a session has, for the question whether one is among them. By their hashes, so
/// one of billions may be taken for another. Thread-safe; the work is done at the first question.
class SessionLinks
{
public:
    SessionLinks(QList<item::UrlBlockPtr> blocks, QSet<item::ItemId> removed);

    [[nodiscard]] bool contains(QByteArrayView url) const;

private:
    void build() const;

    QList<item::UrlBlockPtr> m_blocks;
    QSet<item::ItemId> m_removed;
    mutable std::once_flag m_once;
    mutable std::vector<std::size_t> m_hashes; ///< in order
};

} // namespace trawl::adding
