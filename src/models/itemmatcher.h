// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemfilter.h"
#include "models/itemrows.h"

#include <vector>

namespace trawl::models {

/// What a failed row counts for.
[[nodiscard]] inline Cause causeOf(const ItemRow &row)
{
    return {row.reason, row.reason == item::Reason::Http ? row.code : 0};
}

/// Tells which rows an ItemFilter lets through; made once for many rows. A plain value that any
/// thread may use.
class ItemMatcher
{
public:
    ItemMatcher() = default;
    /// `names` are for the terms that ask for jobs by name.
    ItemMatcher(const ItemFilter &filter, const JobNames &names);

    [[nodiscard]] bool matches(const ItemRows &rows, quint32 row) const;

private:
    struct Term
    {
        SearchTerm::Field field{};
        bool negated = false;
        QByteArray encoded; ///< lower case, percent-encoded where a URL has to be
        QByteArray plain;   ///< the same as UTF-8
        quint64 mask = 0;   ///< bits of Status or Reason
        qint64 least = 0;
        qint64 most = 0;
        QList<int> codes;
        QList<item::JobId> jobs;
    };

    [[nodiscard]] static Term compiled(const SearchTerm &term, const JobNames &names);
    [[nodiscard]] static bool meets(const Term &term, const ItemRows &rows, quint32 row);

    QList<item::JobId> m_jobs;
    QList<QByteArray> m_hosts;
    quint64 m_statuses = ~quint64(0); ///< bits
    std::optional<Cause> m_cause;
    qint64 m_endedFromMs = 0;
    qint64 m_endedToMs = 0;
    std::vector<Term> m_terms;
};

} // namespace trawl::models
