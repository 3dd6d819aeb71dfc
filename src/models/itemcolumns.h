// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/columnlook.h"
#include "models/itemmodel.h"
#include "models/itemrows.h"

#include <span>

namespace trawl::models {

/// All that is to be known of one column.
struct ItemColumnInfo
{
    ItemColumn column;
    const char *key;   ///< names it in settings: never translated, never changed
    const char *title; ///< in English, for translation
    Qt::Alignment align;
    ColumnLook look;
    /// The results' column that says what it says; nullptr = none, for it is about now.
    const char *exported = nullptr;
    Changes shows{}; ///< what makes its text another; empty = it never changes
    /// A column is sorted by number(), or by bytes() where that is null.
    qint64 (*number)(const ItemRows &rows, quint32 row) = nullptr;
    QByteArrayView (*bytes)(const ItemRows &rows, quint32 row) = nullptr;
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
