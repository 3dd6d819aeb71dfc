// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace trawl::models {

/// One item without its texts.
struct ItemRow
{
    qint64 bytes = 0;
    qint64 total = -1;
    qint64 bytesPerSecond = 0;
    qint64 retryAtMs = 0;
    quint64 fileAt = 0; ///< chunk << 32 | offset in it
    quint32 block = 0;
    quint16 fileLength = 0;
    qint16 code = 0;
    quint16 attempts = 0;
    item::Status status = item::Status::Queued;
    item::Reason reason = item::Reason::None;
};
static_assert(sizeof(ItemRow) <= 64, "a million of them are kept");

/// What RowState changes in a row: which groups of columns show something else now.
enum class Change : quint8 {
    None = 0,
    Amount = 1, ///< bytes or total
    Rate = 2,
    State = 4, ///< status, reason, code, attempts, time of the next try or file
};
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

/// Every item of the session in order of id: a small struct each, URLs shared with the engine,
/// file names packed. Rows are counted from 0.
class ItemRows
{
public:
    /// Ids go on where the last block ended.
    void append(const item::UrlBlockPtr &block);
    Changes set(quint32 row, const engine::RowState &state);

    [[nodiscard]] quint32 size() const { return quint32(m_rows.size()); }
    [[nodiscard]] std::optional<quint32> rowOf(item::ItemId id) const;
    [[nodiscard]] item::ItemId idOf(quint32 row) const { return item::ItemId(m_first + row); }

    [[nodiscard]] const ItemRow &operator[](quint32 row) const { return m_rows[row]; }
    [[nodiscard]] item::JobId job(quint32 row) const;
    [[nodiscard]] QByteArrayView url(quint32 row) const;
    /// UTF-8, relative to the job's directory; empty = none.
    [[nodiscard]] QByteArrayView file(quint32 row) const;

private:
    void setFile(ItemRow &row, const QByteArray &file);

    std::vector<ItemRow> m_rows;
    std::vector<item::UrlBlockPtr> m_blocks;
    std::vector<QByteArray> m_fileChunks; ///< never reallocated, so that a view of one stays good
    qint64 m_first = 1;
};

} // namespace trawl::models
