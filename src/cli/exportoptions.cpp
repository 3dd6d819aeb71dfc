// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"

#include "exchange/exportformat.h"

#include <array>

namespace trawl::cli {

namespace {

using enum OptionKind;

QByteArray folded(const QString &text)
{
    QStringList lines{QString()};
    for (const auto &word : text.split(u' ')) {
        if (!lines.last().isEmpty() && lines.last().size() + 1 + word.size() > helpWidth)
            lines.append(QString());
        lines.last() += lines.last().isEmpty() ? word : u' ' + word;
    }
    return lines.join(u'\n').toLatin1();
}

QStringList formatSuffixes(bool (*which)(const exchange::ExportFormatInfo &))
{
    QStringList names;
    for (const auto &format : exchange::exportFormats()) {
        if (which(format))
            names.append(QString::fromLatin1(format.suffix));
    }
    return names;
}

QByteArray exportHelp()
{
    const auto names =
        formatSuffixes([](const exchange::ExportFormatInfo &f) { return f.hasColumns; });
    const auto others =
        formatSuffixes([](const exchange::ExportFormatInfo &f) { return !f.hasColumns; });
    return folded(QStringLiteral("write the results to FILE: %1, %2 for the URLs, or - for JSON "
                                 "Lines to standard output; may be repeated")
                      .arg(names.join(u' '), others.join(u' ')));
}

QByteArray orderHelp()
{
    const auto growing =
        formatSuffixes([](const exchange::ExportFormatInfo &f) { return f.canGrow(); });
    return folded(QStringLiteral("as listed, at the end; or as they come: %1 and - grow while the "
                                 "work goes on (list; - as they come)")
                      .arg(growing.join(u' ')));
}

QString takeExport(RunOptions &o, const QString &text)
{
    if (text != u"-" && !exchange::exportFormat(text)) {
        auto names = formatSuffixes([](const exchange::ExportFormatInfo &) { return true; });
        const auto last = names.takeLast();
        return QStringLiteral("a file name that ends in %1 or %2, or - for JSON Lines to standard "
                              "output")
            .arg(names.join(QStringLiteral(", ")), last);
    }
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

} // namespace

std::span<const Option> exportOptions()
{
    static const auto writing = exportHelp();
    static const auto ordering = orderHelp();
    static const std::array table{
        Option{'o', "export", Value, "FILE", writing.constData(), takeExport},
        Option{0, "where", Value, "EXPRESSION",
               "only these, like \"status=failed\" or \"code>=500 and\nhost=example.org\"",
               [](RunOptions &o, const QString &v) { return takeName(o.exports.where, v); }},
        Option{0, "columns", Value, "NAMES", "only these, in this order, with commas between (all)",
               takeColumns},
        Option{0, "order", Value, "list|arrival", ordering.constData(),
               [](RunOptions &o, const QString &v) {
                   o.exports.order.emplace();
                   return takeWord(*o.exports.order, v,
                                   {{"list", Order::List}, {"arrival", Order::Arrival}});
               }},
        Option{0, "keep-formulas", Switch, nullptr,
               "leave CSV cells as they are that a spreadsheet would\nrun",
               [](RunOptions &o, const QString &) { return switchOn(o.exports.keepFormulas); },
               nullptr, true},
        Option{0, "bom", Switch, nullptr, "begin CSV and TSV with a byte order mark",
               [](RunOptions &o, const QString &) { return switchOn(o.exports.bom); }, nullptr,
               true},
    };
    return table;
}

} // namespace trawl::cli
