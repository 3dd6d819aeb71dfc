// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

namespace trawl::item {

/// A recipe as compact JSON, with only what differs from the usual; empty for an empty recipe.
/// What it gives is a recipe file too: resources/recipe.schema.json describes both.
[[nodiscard]] QByteArray toJson(const Recipe &recipe);

/// The inverse, strict: an unknown key is an error. The error says where and how to mend it, in
/// English: `page[1].fields.price.steps[2]: unknown step "trimm"; known: trim, join, …`.
[[nodiscard]] tl::expected<Recipe, QString> recipeFromJson(const QByteArray &json);
[[nodiscard]] tl::expected<Recipe, QString> recipeFromObject(const QJsonObject &json);

/// What is wrong with a recipe by its own rules (names, references, patterns, ranges), as above;
/// empty = nothing. Selectors are only seen not to be empty: extract::Extractor compiles them.
[[nodiscard]] QString recipeComplaint(const Recipe &recipe);

} // namespace trawl::item
