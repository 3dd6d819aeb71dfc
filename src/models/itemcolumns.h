// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodel.h"
#include "models/itemrows.h"

#include <span>

namespace trawl::models {

/// All that the model knows of one column.
struct ItemColumnInfo
{
    ItemColumn column;
    const char *key;   ///< names it in settings: never translated, never changed
    const char *title; ///< in English, for translation
    Qt::Alignment align;
    Changes shows; ///< what makes its text another; empty = it never changes
    /// A column is sorted by number(), or by bytes() where that is null.
    qint64 (*number)(const ItemRows &rows, quint32 row);
    QByteArrayView (*bytes)(const ItemRows &rows, quint32 row);
    QString (*text)(const ItemRows &rows, quint32 row);
};

/// In the order of ItemColumn.
[[nodiscard]] std::span<const ItemColumnInfo> itemColumns();

/// 0 … 1000, -1 = unknown.
[[nodiscard]] int progressOf(const ItemRow &row);

/// Bytes: the promised size, else what is there; -1 = unknown.
[[nodiscard]] qint64 sizeOf(const ItemRow &row);

/// The file's name or the URL's last segment, that one percent-encoded.
[[nodiscard]] QByteArrayView nameOf(const ItemRows &rows, quint32 row);

[[nodiscard]] engine::RowState stateOf(const ItemRows &rows, quint32 row);

} // namespace trawl::models
