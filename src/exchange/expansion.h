// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/entry.h"
#include "exchange/pattern.h"

#include <optional>

namespace trawl::exchange {

/// Adds the links of a pattern, one a call.
class Expansion
{
public:
    /// Each link has what `entry` has. `path`, if any, names them; its #1, #2 … are filled in.
    Expansion(Pattern pattern, Entry entry, QByteArray path = {});
    /// False when there is none left.
    bool next(QList<item::Link> &links);

private:
    Pattern m_pattern;
    Entry m_entry;
    QByteArray m_path;
    quint64 m_at = 0;
};

/// Adds the link or, when `url` is a pattern, gives what expands it. A bad range is a refusal.
[[nodiscard]] std::optional<Expansion> expand(QByteArrayView url, Entry entry,
                                              QList<item::Link> &links, QByteArrayView path = {});

} // namespace trawl::exchange
