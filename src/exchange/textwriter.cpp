// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/textwriter.h"
#include "exchange/csvwriter.h"
#include "exchange/jsonwriter.h"
#include "exchange/urllistwriter.h"

namespace trawl::exchange {

std::unique_ptr<TextWriter> makeTextWriter(const ExportTable &table, const ExportOptions &options)
{
    switch (options.format) {
    case ExportFormat::Csv:
    case ExportFormat::Tsv:
        return std::make_unique<CsvWriter>(table, options);
    case ExportFormat::Json:
        return std::make_unique<JsonWriter>(table, false);
    case ExportFormat::JsonLines:
        return std::make_unique<JsonWriter>(table, true);
    case ExportFormat::UrlList:
        return std::make_unique<UrlListWriter>();
    case ExportFormat::Xlsx:
    case ExportFormat::Sqlite:
        break;
    }
    return nullptr;
}

} // namespace trawl::exchange
