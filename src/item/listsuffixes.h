// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <array>

namespace trawl::item {

/// What the names of lists end with: for whoever looks for lists among other files. Any file can be
/// read as one, whatever its name.
inline constexpr std::array listSuffixes{
    QLatin1StringView(".txt"),   QLatin1StringView(".lst"),      QLatin1StringView(".list"),
    QLatin1StringView(".urls"),  QLatin1StringView(".csv"),      QLatin1StringView(".tsv"),
    QLatin1StringView(".json"),  QLatin1StringView(".jsonl"),    QLatin1StringView(".ndjson"),
    QLatin1StringView(".har"),   QLatin1StringView(".html"),     QLatin1StringView(".htm"),
    QLatin1StringView(".xhtml"), QLatin1StringView(".xml"),      QLatin1StringView(".xml.gz"),
    QLatin1StringView(".meta4"), QLatin1StringView(".metalink"), QLatin1StringView(".aria2"),
};

} // namespace trawl::item
