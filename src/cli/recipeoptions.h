// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"

#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace trawl::cli {

/// What the command line says of a recipe. What is not set is as in the recipe's file, or usual.
struct RecipeOptions
{
    QString recipeFile;
    item::Page page; ///< fields and links to follow of the first kind of page
    std::optional<item::Tree> tree;
    std::optional<qint64> maxPageBytes;
    QStringList sitemaps;
    std::optional<int> depth;
    std::optional<item::Span> span;
    QStringList allow;
    QStringList deny;
    std::optional<int> maxPages;
    std::optional<bool> robots;
    std::optional<bool> nofollow;
    std::optional<bool> throttle;
    bool sortQuery = false;
    bool dropTracking = false;
};

/// The whole recipe, checked: its file, and over that the options. The error names what is wrong
/// and where.
[[nodiscard]] tl::expected<item::Recipe, QString> makeRecipe(const RecipeOptions &options);

} // namespace trawl::cli
