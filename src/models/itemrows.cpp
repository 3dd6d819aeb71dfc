// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemrows.h"

#include <limits>

namespace trawl::models {

namespace {

constexpr qsizetype chunkSize = 1 << 20;

} // namespace

void ItemRows::append(const item::UrlBlockPtr &block)
{
    if (m_rows.empty())
        m_first = qint64(block->first());
    Q_ASSERT(qint64(block->first()) == m_first + qint64(m_rows.size()));
    ItemRow row;
    row.block = quint32(m_blocks.size());
    m_blocks.push_back(block);
    m_rows.resize(m_rows.size() + std::size_t(block->size()), row);
}

Changes ItemRows::set(quint32 index, const engine::RowState &state)
{
    auto &row = m_rows[index];
    const auto name = state.file.toUtf8();
    Changes changes;
    changes.setFlag(Change::Amount, row.bytes != state.bytes || row.total != state.total);
    changes.setFlag(Change::Rate, row.bytesPerSecond != state.bytesPerSecond);
    changes.setFlag(Change::State, row.status != state.status || row.reason != state.reason ||
                                       row.code != state.code || row.attempts != state.attempts ||
                                       row.retryAtMs != state.retryAtMs || file(index) != name);
    row.bytes = state.bytes;
    row.total = state.total;
    row.bytesPerSecond = state.bytesPerSecond;
    row.retryAtMs = state.retryAtMs;
    row.code = state.code;
    row.attempts = state.attempts;
    row.status = state.status;
    row.reason = state.reason;
    if (file(index) != name)
        setFile(row, name);
    return changes;
}

std::optional<quint32> ItemRows::rowOf(item::ItemId id) const
{
    const auto row = qint64(id) - m_first;
    if (row < 0 || row >= qint64(m_rows.size()))
        return std::nullopt;
    return quint32(row);
}

item::JobId ItemRows::job(quint32 row) const
{
    return m_blocks[m_rows[row].block]->job();
}

QByteArrayView ItemRows::url(quint32 row) const
{
    const auto &block = *m_blocks[m_rows[row].block];
    return block.url(qint64(idOf(row)) - qint64(block.first()));
}

QByteArrayView ItemRows::file(quint32 row) const
{
    const auto &item = m_rows[row];
    if (item.fileLength == 0)
        return {};
    const auto &chunk = m_fileChunks[item.fileAt >> 32];
    return QByteArrayView(chunk).sliced(quint32(item.fileAt), item.fileLength);
}

void ItemRows::setFile(ItemRow &row, const QByteArray &file)
{
    const auto length = qMin(file.size(), qsizetype(std::numeric_limits<quint16>::max()));
    if (m_fileChunks.empty() || m_fileChunks.back().size() + length > chunkSize) {
        m_fileChunks.emplace_back();
        m_fileChunks.back().reserve(chunkSize);
    }
    auto &chunk = m_fileChunks.back();
    row.fileAt = quint64(m_fileChunks.size() - 1) << 32 | quint64(chunk.size());
    row.fileLength = quint16(length);
    chunk.append(file.constData(), length);
}

} // namespace trawl::models
