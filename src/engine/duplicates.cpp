// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/duplicates.h"

#include <xxhash.h>

namespace trawl::engine {

quint64 DuplicateIndex::hashOf(const Wish &wish)
{
    auto seed = quint64(wish.job);
    if (!wish.options.isEmpty())
        seed =
            XXH3_64bits_withSeed(wish.options.constData(), std::size_t(wish.options.size()), seed);
    const auto url = wish.url();
    return XXH3_64bits_withSeed(url.data(), std::size_t(url.size()), seed);
}

DuplicateIndex::Wish DuplicateIndex::makeWish(item::JobId job, QByteArrayView url,
                                              QByteArray options) const
{
    return {job, url, m_keyOf ? m_keyOf(job, url) : QByteArray(), std::move(options)};
}

DuplicateIndex::Wish DuplicateIndex::wishOf(quint32 number, const item::UrlBlock *pending) const
{
    const auto id = item::ItemId(number);
    if (pending && id >= pending->first())
        return makeWish(pending->job(), pending->url(qint64(id) - qint64(pending->first())),
                        item::toJson(m_table.options(id)));
    return makeWish(m_table.job(id), m_table.url(id), item::toJson(m_table.options(id)));
}

bool DuplicateIndex::isRemoved(quint32 number) const
{
    const auto id = item::ItemId(number);
    return m_table.contains(id) && m_table.row(id).status == item::Status::Removed;
}

std::size_t DuplicateIndex::slotFor(const Wish &wish, const item::UrlBlock *pending) const
{
    const auto same = [&](quint32 id) {
        if (isRemoved(id))
            return false;
        const auto other = wishOf(id, pending);
        return other.job == wish.job && other.url() == wish.url() && other.options == wish.options;
    };
    const auto mask = m_slots.size() - 1;
    auto at = std::size_t(hashOf(wish)) & mask;
    while (m_slots[at] != 0 && !same(m_slots[at]))
        at = (at + 1) & mask;
    return at;
}

void DuplicateIndex::reserveOne(const item::UrlBlock *pending)
{
    if ((m_used + 1) * 4 <= m_slots.size() * 3)
        return;
    const auto old =
        std::exchange(m_slots, std::vector<quint32>(m_slots.empty() ? 1024 : m_slots.size() * 2));
    const auto mask = m_slots.size() - 1;
    for (const auto id : old) {
        if (id == 0)
            continue;
        if (isRemoved(id)) {
            --m_used;
            continue;
        }
        auto at = std::size_t(hashOf(wishOf(id, pending))) & mask;
        while (m_slots[at] != 0) // all are different
            at = (at + 1) & mask;
        m_slots[at] = id;
    }
}

bool DuplicateIndex::insert(item::JobId job, QByteArrayView url, const QByteArray &options,
                            item::ItemId id, const item::UrlBlock &pending)
{
    reserveOne(&pending);
    const auto slot = slotFor(makeWish(job, url, options), &pending);
    if (m_slots[slot] != 0)
        return false;
    m_slots[slot] = quint32(id);
    ++m_used;
    return true;
}

void DuplicateIndex::load(const item::UrlBlock &block)
{
    for (qsizetype i = 0; i < block.size(); ++i) {
        const auto id = quint32(qint64(block.first()) + i);
        if (isRemoved(id))
            continue;
        reserveOne(nullptr);
        const auto slot = slotFor(wishOf(id, nullptr), nullptr);
        if (m_slots[slot] != 0)
            continue;
        m_slots[slot] = id;
        ++m_used;
    }
}

} // namespace trawl::engine
