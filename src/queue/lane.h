// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"

#include <array>
#include <deque>

namespace trawl::queue {

/// A line of items. Its memory is LaneStore's, so that a million hosts with one item each cost as
/// little as one host with a million: nine bytes an item, 64 for a line that is not empty.
struct Lane
{
    static constexpr quint32 none = ~quint32(0);
    quint32 head = none;
    quint32 tail = none;
    quint32 size = 0;
    quint8 begin = 0; ///< of the head's first item
    quint8 end = 0;   ///< past the tail's last item
};

/// The memory of many lanes: blocks of seven items, linked.
class LaneStore
{
public:
    void pushBack(Lane &lane, item::ItemId id);
    void pushFront(Lane &lane, item::ItemId id);
    /// The lane must not be empty.
    item::ItemId popFront(Lane &lane);

private:
    static constexpr quint8 blockSize = 7;
    struct Block
    {
        std::array<item::ItemId, blockSize> ids;
        quint32 next = Lane::none;
    };
    static_assert(sizeof(Block) == 64);

    [[nodiscard]] quint32 allocate();
    void release(quint32 block);

    std::deque<Block> m_blocks;
    quint32 m_free = Lane::none;
};

} // namespace trawl::queue
