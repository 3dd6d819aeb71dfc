// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/duplicates.h"

#include <xxhash.h>

namespace trawl::engine {

namespace {

quint64 hashOf(item::JobId job, QByteArrayView url)
{
    return XXH3_64bits_withSeed(url.data(), std::size_t(url.size()), quint64(job));
}

QByteArrayView textOf(const ItemTable &table, item::ItemId id, const item::UrlBlock *pending)
{
    if (pending && id >= pending->first())
        return pending->url(qint64(id) - qint64(pending->first()));
    return table.url(id);
}

} // namespace

bool DuplicateIndex::same(quint32 id, item::JobId job, QByteArrayView url,
                          const item::UrlBlock *pending) const
{
    const auto other = item::ItemId(id);
    const auto otherJob =
        pending && other >= pending->first() ? pending->job() : m_table.job(other);
    return otherJob == job && textOf(m_table, other, pending) == url;
}

std::size_t DuplicateIndex::slotFor(item::JobId job, QByteArrayView url,
                                    const item::UrlBlock *pending) const
{
    const auto mask = m_slots.size() - 1;
    auto at = std::size_t(hashOf(job, url)) & mask;
    while (m_slots[at] != 0 && !same(m_slots[at], job, url, pending))
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
        const auto known = item::ItemId(id);
        const bool isPending = pending && known >= pending->first();
        const auto job = isPending ? pending->job() : m_table.job(known);
        auto at = std::size_t(hashOf(job, textOf(m_table, known, pending))) & mask;
        while (m_slots[at] != 0) // all are different
            at = (at + 1) & mask;
        m_slots[at] = id;
    }
}

bool DuplicateIndex::insert(item::JobId job, QByteArrayView url, item::ItemId id,
                            const item::UrlBlock &pending)
{
    reserveOne(&pending);
    const auto slot = slotFor(job, url, &pending);
    if (m_slots[slot] != 0)
        return false;
    m_slots[slot] = quint32(id);
    ++m_used;
    return true;
}

void DuplicateIndex::load(const item::UrlBlock &block)
{
    for (qsizetype i = 0; i < block.size(); ++i) {
        reserveOne(nullptr);
        const auto slot = slotFor(block.job(), block.url(i), nullptr);
        if (m_slots[slot] != 0)
            continue;
        m_slots[slot] = quint32(qint64(block.first()) + i);
        ++m_used;
    }
}

} // namespace trawl::engine
