// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/store.h"

namespace trawl::store {

/// A stored number as a status; what cannot be is Queued.
[[nodiscard]] item::Status statusOf(qint64 number);
/// A stored number as a reason; an unknown one is Internal.
[[nodiscard]] item::Reason reasonOf(qint64 number);

/// Reads all items with how they stand, in order of id. Two plain scans side by side: a join would
/// search the second tree a million times.
class ItemLoader
{
public:
    using Take = std::function<void(item::UrlBlockPtr, std::vector<ItemState>)>;

    explicit ItemLoader(const Take &take)
        : m_take(take)
    {
    }
    [[nodiscard]] tl::expected<void, item::Failure> load(const Database &database);

private:
    [[nodiscard]] tl::expected<void, item::Failure> addItem();
    [[nodiscard]] tl::expected<void, item::Failure> skipOutcomesBefore(qint64 id);
    [[nodiscard]] bool fits(qint64 id, item::JobId job) const;
    void flush();

    const Take &m_take;
    Statement m_items;
    Statement m_outcomes;
    qint64 m_outcomeId = 0; ///< of the row at hand
    std::shared_ptr<item::UrlBlock> m_block;
    std::vector<ItemState> m_states;
};

} // namespace trawl::store
