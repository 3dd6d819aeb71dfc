// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/status.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <limits>

namespace trawl::models {

/// One condition of what was typed into the search field.
struct SearchTerm
{
    enum class Field { Text, Host, Name, Job, Status, Code, Size, Why };

    Field field = Field::Text;
    bool negated = false;
    QString text;                 ///< Text, Host, Name, Job: contained in it, in any case
    QList<item::Status> statuses; ///< Status: one of these
    qint64 least = 0;             ///< Code, Size (bytes): least … most
    qint64 most = std::numeric_limits<qint64>::max();
    QList<item::Reason> reasons; ///< Why: one of these,
    QList<int> codes;            ///< or Reason::Http with one of these

    friend bool operator==(const SearchTerm &, const SearchTerm &) = default;
};

/// What was typed into the search field, understood: an item must meet every term.
struct Search
{
    QList<SearchTerm> terms;
    QStringList hints; ///< sentences for the person, on words that were left out or look wrong

    friend bool operator==(const Search &a, const Search &b) { return a.terms == b.terms; }
};

/// Words with `host:` `name:` `job:` `status:` `code:` `size:` `why:` before them or nothing, `-`
/// before all that, quotes around spaces. Statuses and reasons by their stable words, by what the
/// window calls them, or by the beginning of either. Never fails: a word that makes no sense is
/// left out with a hint.
[[nodiscard]] Search parseSearch(QStringView typed);

/// How the word before the cursor may go on: whole words in place of it, the best first.
[[nodiscard]] QStringList searchCompletions(QStringView word);

} // namespace trawl::models
