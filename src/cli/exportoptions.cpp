// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"

#include "exchange/exporter.h"

#include <array>

namespace trawl::cli {

namespace {

using enum OptionKind;

QString takeExport(RunOptions &o, const QString &text)
{
    if (text != u"-" && !exchange::exportFormat(text))
        return QStringLiteral("a file name that ends in .csv, .tsv, .json, .jsonl, .xlsx, .sqlite "
                              "or .txt, or - for JSON Lines to standard output");
    if (!o.exports.files.contains(text))
        o.exports.files.append(text);
    return {};
}

QString takeColumns(RunOptions &o, const QString &text)
{
    o.exports.columns = text.split(u',', Qt::SkipEmptyParts);
    for (auto &column : o.exports.columns)
        column = column.trimmed();
    return o.exports.columns.isEmpty() ? QStringLiteral("names with commas between") : QString();
}

constexpr std::array exportTable{
    Option{'o', "export", Value, "FILE",
           "write the results to FILE: .csv .tsv .json .jsonl\n.xlsx .sqlite, .txt for the URLs, "
           "or - for JSON Lines\nto standard output; may be repeated",
           takeExport},
    Option{0, "where", Value, "EXPRESSION",
           "only these, like \"status=failed\" or \"code>=500 and\nhost=example.org\"",
           [](RunOptions &o, const QString &v) { return takeName(o.exports.where, v); }},
    Option{0, "columns", Value, "NAMES", "only these, in this order, with commas between (all)",
           takeColumns},
    Option{0, "order", Value, "list|arrival",
           "as listed, at the end; or as they come: .csv .jsonl\n.sqlite and - grow while the "
           "work goes on (list; - as\nthey come)",
           [](RunOptions &o, const QString &v) {
               o.exports.order.emplace();
               return takeWord(*o.exports.order, v,
                               {{"list", Order::List}, {"arrival", Order::Arrival}});
           }},
    Option{0, "keep-formulas", Switch, nullptr,
           "leave CSV cells as they are that a spreadsheet would\nrun",
           [](RunOptions &o, const QString &) { return switchOn(o.exports.keepFormulas); }, nullptr,
           true},
    Option{0, "bom", Switch, nullptr, "begin CSV and TSV with a byte order mark",
           [](RunOptions &o, const QString &) { return switchOn(o.exports.bom); }, nullptr, true},
};

} // namespace

std::span<const Option> exportOptions()
{
    return exportTable;
}

} // namespace trawl::cli
