// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"

#include <QLatin1StringView>

#include <array>

namespace trawl::item {

/// The words of recipe files, in the order of their enums.
inline constexpr std::array treeWords{QLatin1StringView("browser"), QLatin1StringView("fast")};
inline constexpr std::array spanWords{QLatin1StringView("host"), QLatin1StringView("domain"),
                                      QLatin1StringView("any")};
inline constexpr std::array stepWords{QLatin1StringView("trim"),    QLatin1StringView("join"),
                                      QLatin1StringView("number"),  QLatin1StringView("date"),
                                      QLatin1StringView("url"),     QLatin1StringView("regex"),
                                      QLatin1StringView("default"), QLatin1StringView("required")};
static_assert(stepWords.size() == std::size_t(StepKind::Last) + 1);

/// A step that means nothing without its argument.
[[nodiscard]] constexpr bool needsArgument(StepKind kind)
{
    return kind == StepKind::Join || kind == StepKind::Regex || kind == StepKind::Default;
}
[[nodiscard]] constexpr bool takesArgument(StepKind kind)
{
    return needsArgument(kind) || kind == StepKind::Date || kind == StepKind::Number;
}

} // namespace trawl::item
