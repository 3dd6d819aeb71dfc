// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"
#include "cli/values.h"

#include "exchange/exporter.h"

#include <array>

namespace trawl::cli {

namespace {

using enum OptionKind;

constexpr int mostWorkers = 256;
constexpr int mostConnections = 1024;

QString takeExport(GetOptions &o, const QString &text)
{
    if (text != u"-" && !exchange::exportFormat(text))
        return QStringLiteral("a file name that ends in .csv, .tsv, .json or .jsonl, or - for JSON "
                              "Lines to standard output");
    if (!o.exports.contains(text))
        o.exports.append(text);
    return {};
}

constexpr std::array runTable{
    Option{'d', "dir", Value, "DIR", "where files go (.)",
           [](GetOptions &o, const QString &v) { return takeName(o.directory, v); }},
    Option{'o', "export", Value, "FILE",
           "write the results to FILE: .csv .tsv .json .jsonl,\nor - for JSON Lines to standard "
           "output; may be repeated",
           takeExport},
    Option{0, "session", Value, "FILE",
           "keep the work in FILE: the same command again goes\non where it stopped (none)",
           [](GetOptions &o, const QString &v) { return takeName(o.engine.sessionPath, v); }},
    Option{'w', "workers", Value, "N", "worker processes (one a core)",
           [](GetOptions &o, const QString &v) {
               return takeCount(o.engine.workers, v, 1, mostWorkers);
           }},
    Option{'c', "connections", Value, "N", "transfers at once in one worker (32)",
           [](GetOptions &o, const QString &v) {
               return takeCount(o.engine.settings.connections, v, 1, mostConnections);
           }},
    Option{0, "progress", Value, "MODE",
           "auto, bar, json (an object a second to standard\nerror) or none (auto: a bar on a "
           "terminal)",
           [](GetOptions &o, const QString &v) {
               return takeWord(o.progress, v,
                               {{"auto", ProgressMode::Auto},
                                {"bar", ProgressMode::Bar},
                                {"json", ProgressMode::Json},
                                {"none", ProgressMode::None}});
           }},
    Option{'q', "quiet", Switch, nullptr, "print errors only",
           [](GetOptions &o, const QString &) { return switchOn(o.quiet); }},
    Option{'v', "verbose", Switch, nullptr, "say what happens to workers, too",
           [](GetOptions &o, const QString &) { return switchOn(o.verbose); }},
    Option{'h', "help", Switch, nullptr, "show this",
           [](GetOptions &o, const QString &) { return switchOn(o.help); }},
};

} // namespace

std::span<const Option> runOptions()
{
    return runTable;
}

std::span<const OptionGroup> optionGroups()
{
    static const std::array groups{
        OptionGroup{nullptr, runOptions()},
        OptionGroup{"How much at once, how fast, how often", limitOptions()},
        OptionGroup{"Requests", requestOptions()},
        OptionGroup{"Files", fileOptions()},
    };
    return groups;
}

QString takeCount(int &target, const QString &text, int least, int most)
{
    return takeValue(target, parseCount(text, least, most),
                     QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
}

QString takeSeconds(int &targetMs, const QString &text)
{
    return takeValue(targetMs, parseSeconds(text),
                     QStringLiteral("a number of seconds, like 0.5 or 30"));
}

QString takeSeconds(qint64 &targetMs, const QString &text)
{
    return takeValue(targetMs, parseSeconds(text),
                     QStringLiteral("a number of seconds, like 0.5 or 30"));
}

QString takeRate(qint64 &target, const QString &text)
{
    return takeValue(target, engine::parseRate(text),
                     QStringLiteral("a number of bytes a second, like 500k, 5M or 1.5MiB"));
}

QString takeName(QString &target, const QString &text)
{
    target = text;
    return text.isEmpty() ? QStringLiteral("a name") : QString();
}

QString switchOn(bool &target)
{
    target = true;
    return {};
}

} // namespace trawl::cli
