// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/probe.h"
#include "item/recipe.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace trawl::recipes {

/// What of a draft is tried: one page kind, as far as it is written, under names of its own, so
/// that a half-written recipe shows what it finds all the same.
struct Trial
{
    int page = 0;      ///< index of the page kind
    int ofFields = 0;  ///< how many the draft has
    QByteArray recipe; ///< JSON
    QList<int> fields; ///< by the trial's: index in the draft
    QList<int> follow; ///< likewise
    bool hasRows = false;

    [[nodiscard]] bool isEmpty() const { return fields.isEmpty() && follow.isEmpty() && !hasRows; }
    /// The trial's place of one of the draft's, and the other way; nothing = it is not in it.
    [[nodiscard]] std::optional<item::RecipePlace> placeOf(item::RecipePlace ofDraft) const;
    [[nodiscard]] item::RecipePlace draftPlaceOf(item::RecipePlace ofTrial) const;
};

[[nodiscard]] Trial trialOf(const item::Recipe &draft, int page);

/// What is wrong with a draft's field that the window sees itself, a translated sentence; empty =
/// nothing. The selector is only seen to be there.
[[nodiscard]] QString fieldComplaint(const item::Page &page, int field);
[[nodiscard]] QString followComplaint(const item::Follow &follow);

/// The field fails its page when it finds nothing.
[[nodiscard]] bool isRequired(const item::Field &field);

} // namespace trawl::recipes
