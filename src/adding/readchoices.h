// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/linkreader.h"
#include "exchange/tablelayout.h"

#include <QByteArray>
#include <QSet>

#include <optional>

namespace trawl::adding {

/// How a person wants a list to be read.
struct ReadChoices
{
    bool patterns = true;                        ///< expand those of typed text
    std::optional<exchange::ListFormat> format;  ///< none = found out for each file
    QByteArray charset;                          ///< empty = found out for each file
    std::optional<exchange::TableLayout> layout; ///< of the tables that it suits; none = found out
    QSet<QByteArray> withoutHosts;               ///< models::hostOf(); their links are left out

    friend bool operator==(const ReadChoices &, const ReadChoices &) = default;
};

} // namespace trawl::adding
