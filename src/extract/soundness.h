// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace trawl::extract {

/// What is seen of a page before any parser sees it.
struct Soundness
{
    /// Why it is not given to an HTML parser at all: tags that nest without end, or so many
    /// attributes or stray end tags that a parser would need hours, since those look through all
    /// that is open. Nothing for all pages that a person may have written.
    std::optional<QString> whyNot;
    /// Where the names of <dialog> and <search> stand, in their end tags too.
    std::vector<qsizetype> youngTags;
};

/// Linear in time.
[[nodiscard]] Soundness checkSoundness(QByteArrayView html);

} // namespace trawl::extract
