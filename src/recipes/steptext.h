// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"

#include <tl/expected.hpp>

namespace trawl::recipes {

/// The steps of a field in one line, as a person types them: "trim | number , | join "; "". An
/// argument that is empty, begins or ends with a blank, or holds a bar that could be taken for one
/// between steps is in double quotes, with \" and \\ inside.
[[nodiscard]] QString stepsText(const QList<item::Step> &steps);

/// The inverse; the error is a translated sentence.
[[nodiscard]] tl::expected<QList<item::Step>, QString> stepsFromText(const QString &text);

/// All words of steps.
[[nodiscard]] QStringList stepWordList();

/// The languages of selectors, in the order in which they are offered.
enum class Language { Css, XPath, Regex, Json, JsonLd, Microdata, Meta, Last = Meta };

/// What a selector begins with: "xpath:"; empty for CSS.
[[nodiscard]] QString prefixOf(Language language);

struct SelectorText
{
    Language language = Language::Css;
    QString text; ///< without the prefix
};
[[nodiscard]] SelectorText splitSelector(const QString &selector);
[[nodiscard]] QString joinSelector(const SelectorText &selector);

} // namespace trawl::recipes
