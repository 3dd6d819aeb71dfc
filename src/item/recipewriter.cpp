// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/recipejson.h"
#include "item/recipewords.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace trawl::item {

namespace {

/// Puts values that differ from the usual.
class ObjectWriter
{
public:
    template <typename T> void put(QLatin1StringView key, const T &value, const T &usual)
    {
        if (value != usual)
            object.insert(key, QJsonValue(value));
    }
    void put(QLatin1StringView key, const QStringList &value)
    {
        if (!value.isEmpty())
            object.insert(key, QJsonArray::fromStringList(value));
    }
    void put(QLatin1StringView key, const QString &value) { put(key, value, QString()); }
    void put(QLatin1StringView key, const QJsonArray &value) { put(key, value, QJsonArray()); }

    QJsonObject object;
};

QJsonValue stepJson(const Step &step)
{
    const QString name(stepWords[std::size_t(step.kind)]);
    if (takesArgument(step.kind) && (needsArgument(step.kind) || !step.argument.isEmpty()))
        return QJsonObject{{name, step.argument}};
    return name;
}

QJsonObject fieldJson(const Field &field)
{
    ObjectWriter out;
    out.put(QLatin1StringView("name"), field.name);
    out.put(QLatin1StringView("select"), field.selector);
    out.put(QLatin1StringView("all"), field.all, false);
    QJsonArray steps;
    for (const auto &step : field.steps)
        steps.append(stepJson(step));
    out.put(QLatin1StringView("steps"), steps);
    return out.object;
}

QJsonObject followJson(const Follow &follow)
{
    ObjectWriter out;
    out.put(QLatin1StringView("select"), follow.selector);
    out.put(QLatin1StringView("page"), follow.page);
    out.put(QLatin1StringView("next"), follow.next, false);
    out.put(QLatin1StringView("carry"), follow.carry);
    out.put(QLatin1StringView("allow"), follow.allow);
    out.put(QLatin1StringView("deny"), follow.deny);
    return out.object;
}

QJsonObject pageJson(const Page &page)
{
    ObjectWriter out;
    out.put(QLatin1StringView("name"), page.name);
    out.put(QLatin1StringView("rows"), page.rows);
    QJsonArray fields;
    for (const auto &field : page.fields)
        fields.append(fieldJson(field));
    out.put(QLatin1StringView("fields"), fields);
    QJsonArray follow;
    for (const auto &entry : page.follow)
        follow.append(followJson(entry));
    out.put(QLatin1StringView("follow"), follow);
    if (page.save)
        out.object.insert(QLatin1StringView("save"), *page.save);
    return out.object;
}

QJsonObject crawlJson(const CrawlRules &rules)
{
    const CrawlRules usual;
    ObjectWriter out;
    out.put(QLatin1StringView("depth"), rules.depth, usual.depth);
    if (rules.span != usual.span)
        out.object.insert(QLatin1StringView("span"), spanWords[std::size_t(rules.span)]);
    out.put(QLatin1StringView("allow"), rules.allow);
    out.put(QLatin1StringView("deny"), rules.deny);
    out.put(QLatin1StringView("max_pages"), rules.maxPages, usual.maxPages);
    out.put(QLatin1StringView("robots"), rules.robots, usual.robots);
    out.put(QLatin1StringView("nofollow"), rules.nofollow, usual.nofollow);
    out.put(QLatin1StringView("sort_query"), rules.sortQuery, usual.sortQuery);
    out.put(QLatin1StringView("drop_tracking"), rules.dropTracking, usual.dropTracking);
    out.put(QLatin1StringView("throttle"), rules.throttle, usual.throttle);
    return out.object;
}

} // namespace

QByteArray toJson(const Recipe &recipe)
{
    if (recipe.isEmpty())
        return {};
    const Recipe usual;
    ObjectWriter out;
    if (recipe.tree != usual.tree)
        out.object.insert(QLatin1StringView("tree"), treeWords[std::size_t(recipe.tree)]);
    out.put(QLatin1StringView("max_page_size"), recipe.maxPageBytes, usual.maxPageBytes);
    out.put(QLatin1StringView("sitemaps"), recipe.sitemaps);
    QJsonArray pages;
    for (const auto &page : recipe.pages)
        pages.append(pageJson(page));
    out.put(QLatin1StringView("page"), pages);
    if (const auto crawl = crawlJson(recipe.crawl); !crawl.isEmpty())
        out.object.insert(QLatin1StringView("crawl"), crawl);
    return QJsonDocument(out.object).toJson(QJsonDocument::Compact);
}

} // namespace trawl::item
