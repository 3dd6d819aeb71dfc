// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/links.h"
#include "extract/selector.h"
#include "extract/steps.h"

#include <optional>
#include <vector>

namespace trawl::extract {

/// item::Field, compiled.
struct FieldRule
{
    QString name;
    qsizetype column = 0;
    Selector selector;
    bool all = false;
    bool makesUrls = false;     ///< each URL of a srcset is a value of its own
    bool firstIsEnough = false; ///< no step looks at more than the first match
    Steps steps;
};

/// item::Page, compiled.
struct PageRule
{
    std::optional<Selector> rows;
    std::vector<FieldRule> fields;
    std::vector<FollowRule> follow;
    bool wantsJson = false;
    bool wantsText = false; ///< some selector looks into texts that are no pages
};

/// A recipe, compiled. Immutable.
struct Plan
{
    item::Tree tree = item::Tree::Browser;
    QStringList columns;
    std::vector<PageRule> pages;
    bool nofollow = true;
    qint64 maxPageBytes = 0;
};

[[nodiscard]] tl::expected<Plan, RecipeError> makePlan(const item::Recipe &recipe);

} // namespace trawl::extract
