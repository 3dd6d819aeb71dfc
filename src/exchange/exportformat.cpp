// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exportformat.h"

#include "exchange/csvwriter.h"
#include "exchange/databaseexport.h"
#include "exchange/jsonwriter.h"
#include "exchange/livesqlite.h"
#include "exchange/livetext.h"
#include "exchange/urllistwriter.h"
#include "exchange/workbook.h"

#include <QtGlobal>

#include <array>

namespace trawl::exchange {

namespace {

std::unique_ptr<TextWriter> makeCsv(const ExportTable &table, const ExportOptions &options)
{
    return std::make_unique<CsvWriter>(table, options, ',', "\r\n");
}

std::unique_ptr<TextWriter> makeTsv(const ExportTable &table, const ExportOptions &options)
{
    return std::make_unique<CsvWriter>(table, options, '\t', "\n");
}

std::unique_ptr<TextWriter> makeJson(const ExportTable &table, const ExportOptions &)
{
    return std::make_unique<JsonWriter>(table, false);
}

std::unique_ptr<TextWriter> makeJsonLines(const ExportTable &table, const ExportOptions &)
{
    return std::make_unique<JsonWriter>(table, true);
}

std::unique_ptr<TextWriter> makeUrlList(const ExportTable &, const ExportOptions &)
{
    return std::make_unique<UrlListWriter>();
}

tl::expected<qint64, item::Failure> writeXlsx(const QByteArray &path, const RowSource &rows,
                                              const ExportTable &table)
{
    return writeWorkbook(path, rows, table);
}

constexpr std::array formatRows{
    ExportFormatInfo{.format = ExportFormat::Csv,
                     .title = "CSV",
                     .suffix = ".csv",
                     .isSeparated = true,
                     .makeText = makeCsv,
                     .openLive = LiveText::open},
    ExportFormatInfo{.format = ExportFormat::Tsv,
                     .title = "TSV",
                     .suffix = ".tsv",
                     .isSeparated = true,
                     .makeText = makeTsv,
                     .openLive = LiveText::open},
    ExportFormatInfo{
        .format = ExportFormat::Json, .title = "JSON", .suffix = ".json", .makeText = makeJson},
    ExportFormatInfo{.format = ExportFormat::JsonLines,
                     .title = "JSON Lines",
                     .suffix = ".jsonl",
                     .otherSuffix = ".ndjson",
                     .makeText = makeJsonLines,
                     .openLive = LiveText::open},
    ExportFormatInfo{.format = ExportFormat::Xlsx,
                     .title = QT_TRANSLATE_NOOP("trawl::exporting::ExportDialog", "Excel workbook"),
                     .suffix = ".xlsx",
                     .writeFile = writeXlsx},
    ExportFormatInfo{.format = ExportFormat::Sqlite,
                     .title =
                         QT_TRANSLATE_NOOP("trawl::exporting::ExportDialog", "SQLite database"),
                     .suffix = ".sqlite",
                     .writeFile = writeDatabase,
                     .openLive = LiveSqlite::open},
    ExportFormatInfo{.format = ExportFormat::UrlList,
                     .title = QT_TRANSLATE_NOOP("trawl::exporting::ExportDialog", "List of URLs"),
                     .suffix = ".txt",
                     .hasColumns = false,
                     .makeText = makeUrlList},
};

constexpr bool areFormatsComplete()
{
    for (std::size_t i = 0; i < formatRows.size(); ++i) {
        const auto &one = formatRows[i];
        if (std::size_t(one.format) != i || (one.makeText == nullptr) == (one.writeFile == nullptr))
            return false;
    }
    return formatRows.size() == std::size_t(ExportFormat::Last) + 1;
}
static_assert(areFormatsComplete(), "a row each, in their order, and one way to write it");

} // namespace

std::span<const ExportFormatInfo> exportFormats()
{
    return formatRows;
}

const ExportFormatInfo &infoOf(ExportFormat format)
{
    return formatRows[std::size_t(format)];
}

std::optional<ExportFormat> exportFormat(const QString &fileName)
{
    for (const auto &one : formatRows) {
        for (const auto *suffix : {one.suffix, one.otherSuffix}) {
            if (suffix && fileName.endsWith(QLatin1StringView(suffix), Qt::CaseInsensitive))
                return one.format;
        }
    }
    return std::nullopt;
}

} // namespace trawl::exchange
