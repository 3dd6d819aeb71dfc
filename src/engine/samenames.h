// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/itemtable.h"

#include <QSet>

#include <functional>

namespace trawl::engine {

/// Numbers the items of one job whose names are alike, in the order of its list: so a list's files
/// have the same names whichever of them is whole first, and in the next run too. Reads the items
/// up to the one that is asked for, each once.
class SameNames
{
public:
    /// The digest of the name that an item comes to by its URL; 0 = it is not numbered.
    using Digest = std::function<quint64(item::ItemId)>;

    /// How many items before this one come to the same name.
    [[nodiscard]] int before(const ItemTable &items, item::ItemId id, const Digest &digest);

private:
    void read(quint64 digest);

    std::size_t m_block = 0; // the next to be read, and where in it
    qsizetype m_at = 0;
    qint64 m_read = 0;               // items of the job
    QSet<quint64> m_names;           // all that were met
    QHash<quint64, quint32> m_again; // those met more than once: how often after the first time
    std::vector<quint32> m_numbers;  // by number in the job, up to the last that is not 0
};

} // namespace trawl::engine
