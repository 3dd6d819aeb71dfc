// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/arena.h"

#include <cstdlib>
#include <new>

namespace trawl::extract {

Arena::~Arena()
{
    freeAll(m_blocks);
    freeAll(m_large);
}

void *Arena::allocate(std::size_t size) noexcept
{
    const std::size_t sizeClass = size / step + 1;
    return sizeClass < classes ? takeSmall(sizeClass) : takeLarge(size);
}

void Arena::release(void *piece) noexcept
{
    if (!piece)
        return;
    auto *prefix = static_cast<Prefix *>(piece) - 1;
    if (prefix->sizeClass > 0) {
        m_free[prefix->sizeClass] = new (piece) Free{m_free[prefix->sizeClass]};
        return;
    }
    Block *block = reinterpret_cast<Block *>(prefix) - 1;
    (block->previous ? block->previous->next : m_large) = block->next;
    if (block->next)
        block->next->previous = block->previous;
    m_size -= block->size;
    std::free(block);
}

void *Arena::takeSmall(std::size_t sizeClass) noexcept
{
    if (Free *piece = m_free[sizeClass]) {
        m_free[sizeClass] = piece->next;
        return piece;
    }
    const std::size_t size = sizeof(Prefix) + sizeClass * step;
    if (std::size_t(m_end - m_next) < size) {
        Block *block = takeBlock(m_blocks, blockSize);
        if (!block)
            return nullptr;
        m_next = reinterpret_cast<std::byte *>(block + 1);
        m_end = reinterpret_cast<std::byte *>(block) + blockSize;
    }
    auto *prefix = new (m_next) Prefix{sizeClass};
    m_next += size;
    return prefix + 1;
}

void *Arena::takeLarge(std::size_t size) noexcept
{
    Block *block = takeBlock(m_large, sizeof(Block) + sizeof(Prefix) + size);
    return block ? new (block + 1) Prefix{0} + 1 : nullptr;
}

Arena::Block *Arena::takeBlock(Block *&list, std::size_t size) noexcept
{
    void *memory = std::malloc(size);
    if (!memory)
        return nullptr;
    auto *block = new (memory) Block{list, nullptr, size, 0};
    if (list)
        list->previous = block;
    list = block;
    m_size += size;
    return block;
}

void Arena::freeAll(Block *list) noexcept
{
    while (list) {
        Block *next = list->next;
        std::free(list);
        list = next;
    }
}

} // namespace trawl::extract
