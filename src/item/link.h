// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QByteArray>

namespace trawl::item {

/// One entry of a list that a person gave. An entry that cannot be fetched keeps its text and says
/// why, so that nothing of the list is lost.
struct Link
{
    qint64 line = 0; ///< where it stands in its source, from 1; 0 = unknown
    QByteArray url;  ///< absolute, normalised, percent-encoded; the raw text with a problem
    Reason problem = Reason::None; ///< None, InvalidUrl or UnsupportedScheme

    [[nodiscard]] bool ok() const { return problem == Reason::None; }
    friend bool operator==(const Link &, const Link &) = default;
};

} // namespace trawl::item
