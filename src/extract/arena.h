// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace trawl::extract {

/// Memory that is given back all at once, when the arena goes. Faster than malloc for the many
/// small pieces of a tree, and nobody has to walk the tree to free it. One thread.
class Arena
{
public:
    Arena() = default;
    ~Arena();
    Q_DISABLE_COPY_MOVE(Arena)

    /// Aligned for any type; nullptr when there is no memory.
    [[nodiscard]] void *allocate(std::size_t size) noexcept;
    /// Gives a piece back for later allocations; nullptr is fine.
    void release(void *piece) noexcept;
    /// Bytes that the arena holds.
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    /// Stands before each piece.
    struct alignas(16) Prefix
    {
        std::size_t sizeClass; ///< 0 = a large piece, which is malloc's own
    };
    struct Free
    {
        Free *next;
    };
    struct Block
    {
        Block *next;
        Block *previous;
        std::size_t size;
        std::size_t padding;
    };
    static constexpr std::size_t step = 16;
    static constexpr std::size_t classes = 65; ///< small pieces are up to 1 kB
    static constexpr std::size_t blockSize = 64 << 10;

    void *takeSmall(std::size_t sizeClass) noexcept;
    void *takeLarge(std::size_t size) noexcept;
    Block *takeBlock(Block *&list, std::size_t size) noexcept;
    static void freeAll(Block *list) noexcept;

    std::array<Free *, classes> m_free{};
    Block *m_blocks = nullptr;
    Block *m_large = nullptr;
    std::byte *m_next = nullptr;
    std::byte *m_end = nullptr;
    std::size_t m_size = 0;
};

} // namespace trawl::extract
