// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/recipe.h"

#include <algorithm>

namespace trawl::item {

QStringList Recipe::columns() const
{
    QStringList names;
    for (const auto &page : pages) {
        for (const auto &field : page.fields) {
            if (!names.contains(field.name))
                names.append(field.name);
        }
    }
    return names;
}

bool Recipe::crawls() const
{
    const auto follows = [](const Page &page) { return !page.follow.isEmpty(); };
    return !sitemaps.isEmpty() || std::any_of(pages.begin(), pages.end(), follows);
}

int Recipe::pageIndex(const QString &name) const
{
    const auto same = [&name](const Page &page) { return page.name == name; };
    const auto found = std::find_if(pages.begin(), pages.end(), same);
    return found == pages.end() ? -1 : int(found - pages.begin());
}

} // namespace trawl::item
