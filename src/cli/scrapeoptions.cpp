// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fieldspec.h"
#include "cli/optiontable.h"
#include "item/values.h"

#include "engine/engine.h"

#include <array>

namespace trawl::cli {

namespace {

using enum OptionKind;

constexpr int mostDepth = 10'000;
constexpr int mostPages = 1'000'000'000;

QString takeField(RunOptions &o, const QString &text)
{
    auto field = parseField(text);
    if (!field)
        return QStringLiteral("NAME=SELECTOR: ") + field.error();
    o.scrape.page.fields.append(*std::move(field));
    return {};
}

QString takeFollow(RunOptions &o, const QString &text, bool next)
{
    item::Follow follow;
    follow.next = next;
    const auto right = takeName(follow.selector, text);
    o.scrape.page.follow.append(follow);
    return right.isEmpty() ? QString() : QStringLiteral("a selector, like \"a.more\"");
}

QString takePattern(QStringList &patterns, const QString &text)
{
    patterns.append(text);
    return text.isEmpty() ? QStringLiteral("a regular expression") : QString();
}

QString takeSwitch(std::optional<bool> &target, const QString &text)
{
    bool value = false;
    const auto right = takeWord(value, text, {{"on", true}, {"off", false}});
    target = value;
    return right;
}

constexpr std::array scrapeTable{
    Option{'f', "field", Value, "NAME=SELECTOR",
           "a column of the table: CSS, or xpath:..., regex:...,\njson:..., jsonld:..., "
           "microdata:...; NAME[] takes all\nmatches, NAME:STEP,STEP works on them (trim, "
           "join(, ),\nnumber, date, url, regex(...), default(...),\nrequired); may be repeated",
           takeField},
    Option{0, "rows", Value, "SELECTOR", "one record for each match, with its fields in it",
           [](RunOptions &o, const QString &v) { return takeName(o.scrape.page.rows, v); }},
    Option{0, "tree", Value, "browser|fast",
           "which tree selectors see: as browsers build it, or\nlibxml2's (browser)",
           [](RunOptions &o, const QString &v) {
               o.scrape.tree.emplace();
               return takeWord(*o.scrape.tree, v,
                               {{"browser", item::Tree::Browser}, {"fast", item::Tree::Fast}});
           }},
    Option{0, "recipe", Value, "FILE",
           "all of it from a file (.toml or .json); options add\nto it and go before it",
           [](RunOptions &o, const QString &v) { return takeName(o.scrape.recipeFile, v); }},
    Option{0, "max-page-size", Value, "SIZE", "look into no larger pages, like 64M (16M)",
           [](RunOptions &o, const QString &v) {
               return takeValue(o.scrape.maxPageBytes, engine::parseSize(v),
                                QStringLiteral("a number of bytes, like 500k or 16M"));
           }},
};

constexpr std::array crawlTable{
    Option{0, "follow", Value, "SELECTOR",
           "follow these links, like \"a\" or \".results a\"; may be\nrepeated",
           [](RunOptions &o, const QString &v) { return takeFollow(o, v, false); }},
    Option{0, "next", Value, "SELECTOR", "the link to the next page of a list; counts no depth",
           [](RunOptions &o, const QString &v) { return takeFollow(o, v, true); }},
    Option{0, "sitemap", Value, "URL",
           "begin with what a sitemap lists (xml, gz, txt, or an\nindex of them); may be repeated",
           [](RunOptions &o, const QString &v) {
               o.scrape.sitemaps.append(v);
               return QString();
           }},
    Option{0, "depth", Value, "N", "how far from the list (no limit)",
           [](RunOptions &o, const QString &v) {
               o.scrape.depth.emplace();
               return takeCount(*o.scrape.depth, v, 0, mostDepth);
           }},
    Option{0, "span", Value, "host|domain|any",
           "stay on the list's hosts, on their domains, or go\nanywhere (host)",
           [](RunOptions &o, const QString &v) {
               o.scrape.span.emplace();
               return takeWord(*o.scrape.span, v,
                               {{"host", item::Span::Host},
                                {"domain", item::Span::Domain},
                                {"any", item::Span::Any}});
           }},
    Option{0, "allow", Value, "REGEX", "follow only URLs that match one; may be repeated",
           [](RunOptions &o, const QString &v) { return takePattern(o.scrape.allow, v); }},
    Option{0, "deny", Value, "REGEX", "follow no URL that matches; may be repeated",
           [](RunOptions &o, const QString &v) { return takePattern(o.scrape.deny, v); }},
    Option{0, "max-pages", Value, "N", "ask for so many URLs at the most (no limit)",
           [](RunOptions &o, const QString &v) {
               o.scrape.maxPages.emplace();
               return takeCount(*o.scrape.maxPages, v, 1, mostPages);
           }},
    Option{0, "robots", Value, "on|off", "obey robots.txt with what is followed (on)",
           [](RunOptions &o, const QString &v) { return takeSwitch(o.scrape.robots, v); }},
    Option{0, "nofollow", Value, "on|off", "respect rel=nofollow (on)",
           [](RunOptions &o, const QString &v) { return takeSwitch(o.scrape.nofollow, v); }},
    Option{0, "throttle", Value, "on|off", "ask a host as slowly as it answers (on)",
           [](RunOptions &o, const QString &v) { return takeSwitch(o.scrape.throttle, v); }},
    Option{0, "sort-query", Switch, nullptr, "?b=2&a=1 is the page of ?a=1&b=2",
           [](RunOptions &o, const QString &) { return switchOn(o.scrape.sortQuery); }},
    Option{0, "drop-tracking", Switch, nullptr, "utm_source and the like make no other page",
           [](RunOptions &o, const QString &) { return switchOn(o.scrape.dropTracking); }},
};

} // namespace

std::span<const Option> scrapeOptions()
{
    return scrapeTable;
}

std::span<const Option> crawlOptions()
{
    return crawlTable;
}

} // namespace trawl::cli
