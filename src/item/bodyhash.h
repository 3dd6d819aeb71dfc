// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>

#include <memory>

struct XXH3_state_s;

namespace trawl::item {

/// Bodies of so many bytes and more are written to the disk (fdatasync) before they count as whole.
/// Smaller ones are not, one by one: after an unclean stop their hashes tell.
constexpr qint64 syncedFrom = 16 << 20;

/// The hash by which a body is known: its XXH3-64, or, where it is longer than a block, the XXH3-64
/// over the little-endian XXH3-64s of its blocks (the last one may be shorter). So parts of a body
/// can be hashed in any order and by themselves. Bytes are added in order, or as whole blocks.
class BodyHash
{
public:
    static constexpr qint64 blockBytes = 1 << 20;

    BodyHash();
    BodyHash(BodyHash &&other) noexcept;
    BodyHash &operator=(BodyHash &&other) noexcept;
    ~BodyHash();

    void add(QByteArrayView bytes);
    /// A whole block of which only the hash is at hand; only where a block begins.
    void addBlock(quint64 hash);

    [[nodiscard]] qint64 size() const { return m_blocks.size() * blockBytes + m_filled; }
    /// Of the whole blocks so far.
    [[nodiscard]] const QList<quint64> &blocks() const { return m_blocks; }
    /// Of the bytes behind the last whole block; that of no bytes when there are none.
    [[nodiscard]] quint64 tail() const;
    /// Of all so far; more may be added.
    [[nodiscard]] quint64 value() const;

    [[nodiscard]] static quint64 ofBlock(QByteArrayView bytes);
    /// Of a body from the hashes of all its blocks, the last and shorter one among them.
    [[nodiscard]] static quint64 ofBlocks(const QList<quint64> &blocks);

private:
    struct Free
    {
        void operator()(XXH3_state_s *state) const;
    };
    QList<quint64> m_blocks;
    qint64 m_filled = 0;                         ///< bytes of the block at hand
    std::unique_ptr<XXH3_state_s, Free> m_state; ///< from its first byte on
};

} // namespace trawl::item
