// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"

#include <QString>

#include <tl/expected.hpp>

namespace trawl::cli {

/// A field as it is written on the command line: NAME=SELECTOR, with "[]" behind the name for all
/// matches as a list, and steps behind a colon: `price:number=.price`,
/// `links[]:url=a::attr(href)`, `tags:trim,join(, )=.tag`, `year:regex(\d{4})=h1`. The selector is
/// checked elsewhere. The error says what would be right.
[[nodiscard]] tl::expected<item::Field, QString> parseField(const QString &text);

} // namespace trawl::cli
