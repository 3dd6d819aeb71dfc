// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/itemtable.h"

#include "engine/hosttable.h"
#include "item/weburl.h"

#include <algorithm>

namespace trawl::engine {

void ItemTable::append(const item::UrlBlockPtr &block)
{
    Q_ASSERT(block->first() == nextId());
    if (block->size() == 0)
        return;
    m_blocks.push_back(block);
    auto &items = m_itemsOfJob[block->job()];
    m_before.push_back(items);
    items += block->size();
    m_rows.resize(m_rows.size() + std::size_t(block->size()));
}

std::size_t ItemTable::blockIndex(item::ItemId id) const
{
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), id,
                                        [](item::ItemId wanted, const item::UrlBlockPtr &block) {
                                            return wanted < block->first();
                                        });
    return std::size_t(after - m_blocks.begin()) - 1;
}

const item::UrlBlock &ItemTable::blockOf(item::ItemId id) const
{
    return *m_blocks[blockIndex(id)];
}

QByteArrayView ItemTable::url(item::ItemId id) const
{
    const auto &block = blockOf(id);
    return block.url(qint64(id) - qint64(block.first()));
}

item::JobId ItemTable::job(item::ItemId id) const
{
    return blockOf(id).job();
}

qint64 ItemTable::numberInJob(item::ItemId id) const
{
    const auto index = blockIndex(id);
    return m_before[index] + qint64(id) - qint64(m_blocks[index]->first()) + 1;
}

void ItemTable::setFile(item::ItemId id, const QString &file)
{
    if (file.isEmpty()) {
        row(id).file = 0;
        return;
    }
    row(id).file = quint32(m_files.size());
    m_files.append(file.toUtf8()).append('\0');
}

QString ItemTable::file(item::ItemId id) const
{
    const auto at = row(id).file;
    return at == 0 ? QString() : QString::fromUtf8(m_files.constData() + at);
}

QByteArray ItemTable::referrer(item::ItemId id) const
{
    constexpr qsizetype longest = 4096; // Referrer Policy, 8.3
    const auto its = place(id);
    const auto parent = item::ItemId(its.parent);
    if (its.referrer == item::Referrer::None || !contains(parent))
        return {};
    const auto page = m_finalUrls.value(parent, url(parent).toByteArray());
    const bool whole = its.referrer == item::Referrer::Page && page.size() <= longest;
    return whole ? page : item::originOf(page).toByteArray() + '/';
}

void ItemTable::setPlace(item::ItemId id, ItemPlace place, const QByteArray &carried)
{
    const auto index = std::size_t(qint64(id) - 1);
    if (index >= m_places.size())
        m_places.resize(index + 1);
    m_places[index] = place;
    if (!carried.isEmpty())
        m_carried.insert(id, carried);
}

void ItemTable::setOptions(item::ItemId id, const std::shared_ptr<const item::LinkOptions> &options)
{
    m_options.insert(id, options);
}

const item::LinkOptions &ItemTable::options(item::ItemId id) const
{
    static const item::LinkOptions none;
    const auto found = m_options.constFind(id);
    return found == m_options.constEnd() ? none : **found;
}

} // namespace trawl::engine
