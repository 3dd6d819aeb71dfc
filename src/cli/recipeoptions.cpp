// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/recipeoptions.h"

#include "crawl/scope.h"
#include "exchange/recipefile.h"
#include "extract/extractor.h"
#include "item/recipejson.h"
#include "item/weburl.h"

namespace trawl::cli {

namespace {

template <typename T, typename Given> void set(T &target, const std::optional<Given> &given)
{
    if (given)
        target = *given;
}

void addTo(item::Recipe &recipe, const RecipeOptions &options)
{
    if (recipe.pages.isEmpty())
        recipe.pages.append(item::Page());
    auto &page = recipe.pages.first();
    page.fields += options.page.fields;
    page.follow += options.page.follow;
    if (!options.page.rows.isEmpty())
        page.rows = options.page.rows;
    set(recipe.tree, options.tree);
    set(recipe.maxPageBytes, options.maxPageBytes);
    recipe.sitemaps += options.sitemaps;
    auto &crawl = recipe.crawl;
    set(crawl.depth, options.depth);
    set(crawl.span, options.span);
    crawl.allow += options.allow;
    crawl.deny += options.deny;
    set(crawl.maxPages, options.maxPages);
    set(crawl.robots, options.robots);
    set(crawl.nofollow, options.nofollow);
    set(crawl.throttle, options.throttle);
    crawl.sortQuery = crawl.sortQuery || options.sortQuery;
    crawl.dropTracking = crawl.dropTracking || options.dropTracking;
}

/// What is wrong with it; the sitemaps' URLs are normalised on the way.
QString complaint(item::Recipe &recipe)
{
    const auto &first = recipe.pages.first();
    if (recipe.pages.size() == 1 && first.fields.isEmpty() && first.follow.isEmpty() &&
        recipe.sitemaps.isEmpty())
        return QStringLiteral("nothing to scrape: say --field NAME=SELECTOR, --follow SELECTOR, "
                              "--sitemap URL or --recipe FILE");
    for (auto &url : recipe.sitemaps) {
        const auto normal = item::normalUrl(url.toUtf8());
        if (!normal)
            return QStringLiteral("--sitemap: %1 is no http or https URL").arg(url);
        url = QString::fromUtf8(*normal);
    }
    if (const auto scope = crawl::Scope::compile(recipe.crawl); !scope)
        return QStringLiteral("--allow, --deny: ") + scope.error();
    if (auto wrong = item::recipeComplaint(recipe); !wrong.isEmpty())
        return wrong;
    if (const auto compiled = extract::Extractor::compile(recipe); !compiled)
        return compiled.error().where + QStringLiteral(": ") + compiled.error().what;
    return {};
}

} // namespace

tl::expected<item::Recipe, QString> makeRecipe(const RecipeOptions &options)
{
    item::Recipe recipe;
    if (!options.recipeFile.isEmpty()) {
        auto read = exchange::readRecipe(options.recipeFile);
        if (!read)
            return tl::unexpected(options.recipeFile + QStringLiteral(": ") + read.error());
        recipe = *std::move(read);
    }
    addTo(recipe, options);
    if (const auto wrong = complaint(recipe); !wrong.isEmpty())
        return tl::unexpected(wrong);
    return recipe;
}

} // namespace trawl::cli
