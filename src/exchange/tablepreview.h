// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/linkreader.h"

#include <QStringList>

namespace trawl::exchange {

/// The beginning of a table for a person to say what its columns are.
struct TablePreview
{
    TableLayout layout;      ///< as it would be read: what was given, or what was found out
    QList<QStringList> rows; ///< cells in the order of the columns, shortened; no header among them
};

/// Of a Csv, Tsv, Json or JsonLines; what was not read of the device is left.
[[nodiscard]] TablePreview previewTable(QIODevice &device, ListFormat format,
                                        const ReadOptions &options, qsizetype rows = 50);

} // namespace trawl::exchange
