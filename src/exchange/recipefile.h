// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace trawl::exchange {

/// Reads a recipe file: JSON by its suffix .json or a brace at its beginning, else TOML 1.0. The
/// keys of a TOML table of fields keep their order as columns. An error names line and column, or
/// the key and the way out (item::recipeFromObject), in English; not the file.
[[nodiscard]] tl::expected<item::Recipe, QString> readRecipe(const QString &path);

/// The same from a text that was read already.
[[nodiscard]] tl::expected<item::Recipe, QString> recipeFromText(const QByteArray &text,
                                                                 bool isJson);

} // namespace trawl::exchange
