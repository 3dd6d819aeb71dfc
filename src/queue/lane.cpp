// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/lane.h"

namespace trawl::queue {

quint32 LaneStore::allocate()
{
    if (m_free == Lane::none) {
        m_blocks.emplace_back();
        return quint32(m_blocks.size() - 1);
    }
    const quint32 block = m_free;
    m_free = m_blocks[block].next;
    m_blocks[block].next = Lane::none;
    return block;
}

void LaneStore::release(quint32 block)
{
    m_blocks[block].next = m_free;
    m_free = block;
}

void LaneStore::pushBack(Lane &lane, item::ItemId id)
{
    if (lane.size == 0) {
        lane.head = lane.tail = allocate();
        lane.begin = lane.end = 0;
    } else if (lane.end == blockSize) {
        const quint32 block = allocate();
        m_blocks[lane.tail].next = block;
        lane.tail = block;
        lane.end = 0;
    }
    m_blocks[lane.tail].ids[lane.end++] = id;
    ++lane.size;
}

void LaneStore::pushFront(Lane &lane, item::ItemId id)
{
    if (lane.size == 0) {
        pushBack(lane, id);
        return;
    }
    if (lane.begin == 0) {
        const quint32 block = allocate();
        m_blocks[block].next = lane.head;
        lane.head = block;
        lane.begin = blockSize;
    }
    m_blocks[lane.head].ids[--lane.begin] = id;
    ++lane.size;
}

item::ItemId LaneStore::popFront(Lane &lane)
{
    const item::ItemId id = m_blocks[lane.head].ids[lane.begin++];
    if (--lane.size == 0) {
        release(lane.head);
        lane = {};
    } else if (lane.begin == blockSize) {
        const quint32 next = m_blocks[lane.head].next;
        release(lane.head);
        lane.head = next;
        lane.begin = 0;
    }
    return id;
}

} // namespace trawl::queue
