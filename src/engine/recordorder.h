// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/records.h"

#include <vector>

namespace trawl::engine {

/// Collects records with what they are sorted by, then sorts them: numbers, then texts in any case
/// of letters, then those without a value; equal ones as their items and rows stand in the list.
/// 32 bytes a record and its text, of which the first 500 bytes count.
class RecordSorter
{
public:
    /// `value` is JSON; empty = none.
    void add(RecordKey key, QByteArrayView value);
    void addText(RecordKey key, QByteArrayView utf8);

    /// Once. What it answers means nothing when `cancel` has become true.
    [[nodiscard]] QList<RecordKey> sorted(bool descending, const std::atomic_bool &cancel);

private:
    enum class Kind : quint8 { Number, Text, Nothing };
    struct Entry
    {
        quint64 rank = 0; ///< orders most of them
        item::ItemId item{};
        quint64 at = 0; ///< in m_texts
        qint32 row = 0;
        quint16 size = 0;
        Kind kind = Kind::Nothing;
    };

    [[nodiscard]] QByteArrayView text(const Entry &entry) const;
    [[nodiscard]] qsizetype commonStart() const;
    void rankTexts(qsizetype from);

    std::vector<Entry> m_entries;
    std::vector<char> m_texts; ///< in lower case
};

} // namespace trawl::engine
