// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samenames.h"

namespace trawl::engine {

int SameNames::before(const ItemTable &items, item::ItemId id, const Digest &digest)
{
    const auto &blocks = items.blocks();
    const auto job = items.job(id);
    const auto number = items.numberInJob(id);
    for (; m_read < number && m_block < blocks.size(); ++m_block, m_at = 0) {
        const auto &block = *blocks[m_block];
        if (block.job() != job)
            continue;
        for (; m_read < number && m_at < block.size(); ++m_at)
            read(digest(item::ItemId(qint64(block.first()) + m_at)));
        if (m_at < block.size())
            break;
    }
    const auto index = std::size_t(number - 1);
    return index < m_numbers.size() ? int(m_numbers[index]) : 0;
}

void SameNames::read(quint64 digest)
{
    ++m_read;
    if (digest == 0)
        return;
    const auto known = m_names.size();
    m_names.insert(digest);
    if (m_names.size() > known)
        return;
    m_numbers.resize(std::size_t(m_read));
    m_numbers.back() = ++m_again[digest];
}

} // namespace trawl::engine
