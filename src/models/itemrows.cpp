// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemrows.h"

#include <algorithm>
#include <atomic>
#include <limits>

namespace trawl::models {

namespace {

constexpr qsizetype fileChunkSize = 1 << 20;

} // namespace

void ItemRows::append(const item::UrlBlockPtr &block)
{
    if (m_size == 0)
        m_first = qint64(block->first());
    Q_ASSERT(qint64(block->first()) == m_first + qint64(m_size));
    const auto first = m_size;
    m_size += quint32(block->size());
    while (m_chunks.size() * chunkRows < m_size)
        m_chunks.push_back(std::make_shared<Chunk>());
    if (block->job() == item::JobId{})
        return;
    const auto number = quint32(m_blocks.size());
    m_blocks.push_back({block, quint32(block->size())});
    for (auto row = first; row < m_size; ++row)
        writable(row).block = number;
}

ItemRow &ItemRows::writable(quint32 row)
{
    auto &chunk = m_chunks[row / chunkRows];
    if (chunk.use_count() > 1)
        chunk = std::make_shared<Chunk>(*chunk);
    else // the last other owner has read all it wanted
        std::atomic_thread_fence(std::memory_order_acquire);
    return (*chunk)[row % chunkRows];
}

Changes ItemRows::set(quint32 index, const engine::RowState &state)
{
    const auto name = state.file.toUtf8();
    const auto rate = quint32(
        std::clamp(state.bytesPerSecond, qint64(0), qint64(std::numeric_limits<quint32>::max())));
    const auto retryAt = state.hostPaused ? ItemRow::hostPaused : state.retryAtMs;
    const bool otherFile = file(index) != name;
    const auto &now = (*this)[index];
    Changes changes;
    changes.setFlag(Change::Amount, now.bytes != state.bytes || now.total != state.total);
    changes.setFlag(Change::Rate, now.bytesPerSecond != rate);
    changes.setFlag(Change::State, now.status != state.status || now.reason != state.reason ||
                                       now.code != state.code || now.attempts != state.attempts ||
                                       now.retryAtMs != retryAt || now.endedMs != state.endedMs ||
                                       otherFile);
    if (!changes)
        return changes;
    auto &row = writable(index);
    row.bytes = state.bytes;
    row.total = state.total;
    row.bytesPerSecond = rate;
    row.retryAtMs = retryAt;
    row.endedMs = state.endedMs;
    row.code = state.code;
    row.attempts = state.attempts;
    row.status = state.status;
    row.reason = state.reason;
    if (otherFile)
        setFile(row, name);
    return changes;
}

void ItemRows::remove(quint32 index)
{
    auto &row = writable(index);
    if (row.isGone())
        return;
    auto &block = m_blocks[row.block];
    if (--block.alive == 0)
        block.urls.reset();
    row = ItemRow();
}

void ItemRows::setJobName(item::JobId job, const QString &name)
{
    const auto utf8 = name.toUtf8();
    const auto known = m_jobNames.constFind(job);
    if (known == m_jobNames.cend() || *known != utf8)
        m_jobNames.insert(job, utf8);
}

std::optional<quint32> ItemRows::rowOf(item::ItemId id) const
{
    const auto row = qint64(id) - m_first;
    if (row < 0 || row >= qint64(m_size) || (*this)[quint32(row)].isGone())
        return std::nullopt;
    return quint32(row);
}

item::JobId ItemRows::job(quint32 row) const
{
    const auto &item = (*this)[row];
    return item.isGone() ? item::JobId{} : m_blocks[item.block].urls->job();
}

QByteArrayView ItemRows::jobName(quint32 row) const
{
    const auto name = m_jobNames.constFind(job(row));
    return name == m_jobNames.cend() ? QByteArrayView() : QByteArrayView(*name);
}

QByteArrayView ItemRows::url(quint32 row) const
{
    const auto &item = (*this)[row];
    if (item.isGone())
        return {};
    const auto &block = *m_blocks[item.block].urls;
    return block.url(qint64(idOf(row)) - qint64(block.first()));
}

QByteArrayView ItemRows::file(quint32 row) const
{
    const auto &item = (*this)[row];
    if (item.fileLength == 0)
        return {};
    return {m_fileChunks[item.fileAt >> 32].get() + quint32(item.fileAt), item.fileLength};
}

void ItemRows::setFile(ItemRow &row, const QByteArray &file)
{
    const auto length = qMin(file.size(), qsizetype(std::numeric_limits<quint16>::max()));
    if (length > m_fileRoom) {
        m_fileChunks.push_back(std::make_shared_for_overwrite<char[]>(fileChunkSize));
        m_fileRoom = fileChunkSize;
    }
    const auto offset = fileChunkSize - m_fileRoom;
    std::copy_n(file.constData(), length, m_fileChunks.back().get() + offset);
    m_fileRoom -= length;
    row.fileAt = quint64(m_fileChunks.size() - 1) << 32 | quint64(offset);
    row.fileLength = quint16(length);
}

} // namespace trawl::models
