// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/itemtable.h"

#include <functional>
#include <vector>

namespace trawl::engine {

/// Finds an item of the same job with the same URL and the same options: the same URL with another
/// name or checksum is another wish, and nothing of a list is lost. Holds four to eight bytes an
/// item: the text is compared where it stands in the table, so the answer is exact.
class DuplicateIndex
{
public:
    /// By which two URLs of a job are the same; a null one = as they stand.
    using KeyOf = std::function<QByteArray(item::JobId, QByteArrayView)>;

    explicit DuplicateIndex(const ItemTable &table, KeyOf keyOf = {})
        : m_table(table)
        , m_keyOf(std::move(keyOf))
    {
    }

    /// True when `url` of `job` with `options` (JSON) is new; it is then known under `id`.
    /// `pending` is the block that is being filled and not in the table yet: the URL with this id
    /// is appended to it next.
    [[nodiscard]] bool insert(item::JobId job, QByteArrayView url, const QByteArray &options,
                              item::ItemId id, const item::UrlBlock &pending);
    /// Takes over items that the table already holds.
    void load(const item::UrlBlock &block);

private:
    /// What is compared: the text is only looked at where it is the key itself.
    struct Wish
    {
        item::JobId job{};
        QByteArrayView text;
        QByteArray key; ///< null = the text
        QByteArray options;

        [[nodiscard]] QByteArrayView url() const
        {
            return key.isNull() ? text : QByteArrayView(key);
        }
    };
    /// The person took it out: the same may come again.
    [[nodiscard]] bool isRemoved(quint32 id) const;
    [[nodiscard]] Wish makeWish(item::JobId job, QByteArrayView url, QByteArray options) const;
    [[nodiscard]] static quint64 hashOf(const Wish &wish);
    [[nodiscard]] Wish wishOf(quint32 id, const item::UrlBlock *pending) const;
    [[nodiscard]] std::size_t slotFor(const Wish &wish, const item::UrlBlock *pending) const;
    void reserveOne(const item::UrlBlock *pending);

    const ItemTable &m_table;
    KeyOf m_keyOf;
    std::vector<quint32> m_slots; // open addressing, ids; 0 = free
    std::size_t m_used = 0;
};

} // namespace trawl::engine
