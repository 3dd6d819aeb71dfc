// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/result.h"

#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <optional>
#include <span>

namespace trawl::exchange {

class ExportTable;
class LiveSink;
class TextWriter;
struct ExportOptions;

/// The window remembers a choice by its number: append only.
enum class ExportFormat {
    Csv,
    Tsv,
    Json,
    JsonLines,
    Xlsx,
    Sqlite,  ///< one table "results"
    UrlList, ///< each item's URL, one a line
    Last = UrlList,
};

/// Gives one row a call, nullopt at the end.
using RowSource = item::ResultSource;

/// All that is to be known of a format: its row in exportFormats().
struct ExportFormatInfo
{
    ExportFormat format;
    const char *title;                 ///< in English; the export dialog translates it
    const char *suffix;                ///< what its files end with: ".csv"
    const char *otherSuffix = nullptr; ///< a file name may end in this as well
    /// It can mark its encoding, and has cells that a spreadsheet might run.
    bool isSeparated = false;
    bool hasColumns = true; ///< that can be chosen
    /// Null for a format that writeFile() makes.
    std::unique_ptr<TextWriter> (*makeText)(const ExportTable &table,
                                            const ExportOptions &options) = nullptr;
    /// Writes all rows into an empty file, which is not synced; null for a text. `path` is in the
    /// file system's encoding.
    tl::expected<qint64, item::Failure> (*writeFile)(const QByteArray &path, const RowSource &rows,
                                                     const ExportTable &table) = nullptr;
    /// LiveSink::open(); null for a format whose files only exist as a whole.
    tl::expected<std::unique_ptr<LiveSink>, item::Failure> (*openLive)(const QString &path,
                                                                       const ExportOptions &options,
                                                                       qint64 mark) = nullptr;

    [[nodiscard]] bool needsFile() const { return writeFile != nullptr; }
    [[nodiscard]] bool canGrow() const { return openLive != nullptr; }
};

/// In the order of ExportFormat.
[[nodiscard]] std::span<const ExportFormatInfo> exportFormats();
[[nodiscard]] const ExportFormatInfo &infoOf(ExportFormat format);

/// By the suffix, in any case; nullopt for a suffix that no format has.
[[nodiscard]] std::optional<ExportFormat> exportFormat(const QString &fileName);

} // namespace trawl::exchange
