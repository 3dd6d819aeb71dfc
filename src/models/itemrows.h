// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <array>
#include <optional>
#include <vector>

namespace trawl::models {

/// One item without its texts.
struct ItemRow
{
    static constexpr quint32 gone = ~0U;
    static constexpr qint64 hostPaused = -1; ///< in place of a time

    qint64 bytes = 0;
    qint64 total = -1;
    qint64 retryAtMs = 0;
    qint64 endedMs = 0;
    quint64 fileAt = 0; ///< chunk << 32 | offset in it
    quint32 block = gone;
    quint32 bytesPerSecond = 0; ///< at most 4 GiB/s
    quint16 fileLength = 0;
    qint16 code = 0;
    quint16 attempts = 0;
    item::Status status = item::Status::Queued;
    item::Reason reason = item::Reason::None;

    /// Removed from the session: its id is never used again.
    [[nodiscard]] bool isGone() const { return block == gone; }
};
static_assert(sizeof(ItemRow) <= 56, "a million of them are kept");

/// What RowState changes in a row: which groups of columns show something else now.
enum class Change : quint8 {
    None = 0,
    Amount = 1, ///< bytes or total
    Rate = 2,
    State = 4, ///< status, reason, code, attempts, times or file
};
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

using JobNames = QHash<item::JobId, QByteArray>; ///< UTF-8

/// Every item of the session in order of id: a small struct each, URLs shared with the engine,
/// file names packed. Rows are counted from 0. A copy is a snapshot that another thread may read:
/// it costs some 16 bytes for 256 rows, and what is written later is copied first, 256 rows at a
/// time.
class ItemRows
{
public:
    /// Ids go on where the last block ended. The rows of a block of job 0 are gone.
    void append(const item::UrlBlockPtr &block);
    Changes set(quint32 row, const engine::RowState &state);
    void remove(quint32 row);
    void setJobName(item::JobId job, const QString &name);

    [[nodiscard]] quint32 size() const { return m_size; }
    [[nodiscard]] std::optional<quint32> rowOf(item::ItemId id) const;
    [[nodiscard]] item::ItemId idOf(quint32 row) const { return item::ItemId(m_first + row); }

    [[nodiscard]] const ItemRow &operator[](quint32 row) const
    {
        return (*m_chunks[row / chunkRows])[row % chunkRows];
    }
    [[nodiscard]] item::JobId job(quint32 row) const;
    [[nodiscard]] QByteArrayView jobName(quint32 row) const;
    [[nodiscard]] const JobNames &jobNames() const { return m_jobNames; }
    [[nodiscard]] QByteArrayView url(quint32 row) const;
    /// UTF-8, relative to the job's directory; empty = none.
    [[nodiscard]] QByteArrayView file(quint32 row) const;

private:
    static constexpr quint32 chunkRows = 256;
    using Chunk = std::array<ItemRow, chunkRows>;

    struct Block
    {
        item::UrlBlockPtr urls;
        quint32 alive = 0; ///< rows of it that are not gone
    };

    [[nodiscard]] ItemRow &writable(quint32 row);
    void setFile(ItemRow &row, const QByteArray &file);

    std::vector<std::shared_ptr<Chunk>> m_chunks;
    std::vector<Block> m_blocks;
    std::vector<std::shared_ptr<char[]>> m_fileChunks; ///< only ever written behind what is there
    qsizetype m_fileRoom = 0;                          ///< bytes left in the last one
    JobNames m_jobNames;
    qint64 m_first = 1;
    quint32 m_size = 0;
};

} // namespace trawl::models
