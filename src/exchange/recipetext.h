// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"

#include <QByteArray>

namespace trawl::exchange {

/// A recipe as the text of a file, with only what differs from the usual: JSON, or TOML as a person
/// would write it. recipeFromText() gives the recipe back, if it is one by its rules. Empty for an
/// empty recipe.
[[nodiscard]] QByteArray recipeToText(const item::Recipe &recipe, bool asJson);

} // namespace trawl::exchange
