// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"
#include "item/values.h"

#include <array>

namespace trawl::cli {

namespace {

using enum OptionKind;

constexpr int mostWorkers = 256;
constexpr int mostTasks = 1'000'000'000;

constexpr std::array runTable{
    Option{'d', "dir", Value, "DIR", "where files go (.)",
           [](RunOptions &o, const QString &v) { return takeName(o.directory, v); }},
    Option{0, "session", Value, "FILE",
           "keep the work in FILE: the same command again goes\non where it stopped (none)",
           [](RunOptions &o, const QString &v) { return takeName(o.engine.sessionPath, v); }},
    Option{'w', "workers", Value, "N", "worker processes (one a core)",
           [](RunOptions &o, const QString &v) {
               return takeCount(o.engine.workers, v, 1, mostWorkers);
           }},
    Option{'c', "connections", Value, "N", "transfers at once in one worker (32)",
           [](RunOptions &o, const QString &v) {
               return takeCount(o.engine.settings.connections, v, 1, mostConnections);
           }},
    Option{0, "recycle-after", Value, "N", "replace a worker after N tasks; 0 = never (0)",
           [](RunOptions &o, const QString &v) {
               return takeCount(o.engine.recycleAfterTasks, v, 0, mostTasks);
           }},
    Option{0, "recycle-memory", Value, "SIZE",
           "replace a worker that has more than SIZE in memory,\nlike 500M; 0 = never (0)",
           [](RunOptions &o, const QString &v) {
               return takeValue(o.engine.recycleRssBytes, engine::parseSize(v),
                                QStringLiteral("a number of bytes, like 500k, 5M or 1.5GiB"));
           }},
    Option{0, "progress", Value, "MODE",
           "auto, bar, json (an object a second to standard\nerror) or none (auto: a bar on a "
           "terminal)",
           [](RunOptions &o, const QString &v) {
               return takeWord(o.progress, v,
                               {{"auto", ProgressMode::Auto},
                                {"bar", ProgressMode::Bar},
                                {"json", ProgressMode::Json},
                                {"none", ProgressMode::None}});
           }},
    Option{'q', "quiet", Switch, nullptr, "print errors only",
           [](RunOptions &o, const QString &) { return switchOn(o.quiet); }},
    Option{'v', "verbose", Switch, nullptr, "say what happens to workers, too",
           [](RunOptions &o, const QString &) { return switchOn(o.verbose); }},
    Option{'h', "help", Switch, nullptr, "show this",
           [](RunOptions &o, const QString &) { return switchOn(o.help); }},
};

} // namespace

std::span<const Option> runOptions()
{
    return runTable;
}

std::span<const OptionGroup> optionGroups(Command command)
{
    static const OptionGroup results{"Results", exportOptions()};
    static const OptionGroup limits{"How much at once, how fast, how often", limitOptions()};
    static const OptionGroup requests{"Requests", requestOptions()};
    static const OptionGroup files{"Files", fileOptions()};
    static const std::array get{OptionGroup{nullptr, runOptions()}, results, limits, requests,
                                files};
    static const std::array scrape{OptionGroup{nullptr, runOptions()},
                                   OptionGroup{"Fields", scrapeOptions()},
                                   OptionGroup{"Links to follow", crawlOptions()},
                                   results,
                                   limits,
                                   requests,
                                   files};
    static const std::array exporting{OptionGroup{nullptr, readingOptions()}, results};
    static const std::array listing{OptionGroup{nullptr, readingOptions()},
                                    OptionGroup{"Output", jsonOptions()}};
    static const std::array choosing{OptionGroup{nullptr, readingOptions()},
                                     OptionGroup{"Items", itemOptions()},
                                     OptionGroup{"Output", jsonOptions()}};
    switch (command) {
    case Command::Get:
        break;
    case Command::Scrape:
        return scrape;
    case Command::Export:
        return exporting;
    case Command::Jobs:
        return listing;
    case Command::Status:
    case Command::Pause:
    case Command::Resume:
    case Command::Retry:
        return choosing;
    }
    return get;
}

QString takeCount(int &target, const QString &text, int least, int most)
{
    return takeValue(target, item::parseCount(text, least, most),
                     QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
}

QString takeSeconds(int &targetMs, const QString &text)
{
    return takeValue(targetMs, item::parseSeconds(text),
                     QStringLiteral("a number of seconds, like 0.5 or 30"));
}

QString takeSeconds(qint64 &targetMs, const QString &text)
{
    return takeValue(targetMs, item::parseSeconds(text),
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
