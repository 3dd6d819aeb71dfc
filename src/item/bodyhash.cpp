// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/bodyhash.h"

#include <QtEndian>

#include <algorithm>

#include <xxhash.h>

namespace trawl::item {

void BodyHash::Free::operator()(XXH3_state_s *state) const
{
    XXH3_freeState(state);
}

BodyHash::BodyHash() = default;
BodyHash::BodyHash(BodyHash &&other) noexcept = default;
BodyHash &BodyHash::operator=(BodyHash &&other) noexcept = default;
BodyHash::~BodyHash() = default;

void BodyHash::add(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (m_filled == 0 && bytes.size() >= blockBytes) { // nothing to put together
            m_blocks.append(ofBlock(bytes.first(blockBytes)));
            bytes = bytes.sliced(blockBytes);
            continue;
        }
        if (!m_state)
            m_state.reset(XXH3_createState());
        if (m_filled == 0)
            XXH3_64bits_reset(m_state.get());
        const auto piece = std::min<qint64>(bytes.size(), blockBytes - m_filled);
        XXH3_64bits_update(m_state.get(), bytes.data(), std::size_t(piece));
        bytes = bytes.sliced(piece);
        m_filled += piece;
        if (m_filled == blockBytes) {
            m_blocks.append(tail());
            m_filled = 0;
        }
    }
}

void BodyHash::addBlock(quint64 hash)
{
    Q_ASSERT(m_filled == 0);
    m_blocks.append(hash);
}

quint64 BodyHash::tail() const
{
    return m_filled > 0 ? XXH3_64bits_digest(m_state.get()) : ofBlock({});
}

quint64 BodyHash::value() const
{
    if (m_filled == 0)
        return ofBlocks(m_blocks);
    if (m_blocks.isEmpty())
        return tail();
    auto all = m_blocks;
    all.append(tail());
    return ofBlocks(all);
}

quint64 BodyHash::ofBlock(QByteArrayView bytes)
{
    return XXH3_64bits(bytes.data(), std::size_t(bytes.size()));
}

quint64 BodyHash::ofBlocks(const QList<quint64> &blocks)
{
    if (blocks.isEmpty())
        return ofBlock({});
    if (blocks.size() == 1)
        return blocks.first();
    QByteArray bytes(blocks.size() * qsizetype(sizeof(quint64)), Qt::Uninitialized);
    qToLittleEndian<quint64>(blocks.constData(), blocks.size(), bytes.data());
    return ofBlock(bytes);
}

} // namespace trawl::item
