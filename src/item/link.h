// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/linkoptions.h"

#include <QByteArray>

#include <memory>

namespace trawl::item {

/// One entry of a list that a person gave. An entry that cannot be fetched keeps its text and says
/// why, so that nothing of the list is lost.
struct Link
{
    qint64 line = 0; ///< where it stands in its source, from 1; 0 = unknown
    QByteArray url;  ///< absolute, normalised, percent-encoded; the raw text with a problem
    Reason problem = Reason::None; ///< None, InvalidUrl, UnsupportedScheme, BadEntry
    std::shared_ptr<const LinkOptions> options = {}; ///< null = none
    QString detail =
        {}; ///< with a problem: what is wrong, in English, without secrets; may be empty

    [[nodiscard]] bool ok() const { return problem == Reason::None; }
    friend bool operator==(const Link &a, const Link &b)
    {
        const bool sameOptions =
            a.options && b.options ? *a.options == *b.options : !a.options && !b.options;
        return a.line == b.line && a.url == b.url && a.problem == b.problem &&
               a.detail == b.detail && sameOptions;
    }
};

} // namespace trawl::item
