// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"
#include "item/values.h"

#include <array>

namespace trawl::cli {

std::span<const OptionGroup> optionGroups(Command command)
{
    using Group = item::OptionGroup;
    static const auto runRows = requestOptions(Group::Run);
    static const auto limitRows = requestOptions(Group::Limits);
    static const auto requestRows = requestOptions(Group::Requests);
    static const auto fileRows = requestOptions(Group::Files);
    static const OptionGroup run{nullptr, runRows};
    static const OptionGroup results{"Results", exportOptions()};
    static const OptionGroup limits{"How much at once, how fast, how often", limitRows};
    static const OptionGroup requests{"Requests", requestRows};
    static const OptionGroup files{"Files", fileRows};
    static const std::array get{run, results, limits, requests, files};
    static const std::array scrape{run,
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
