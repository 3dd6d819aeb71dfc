// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/record.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace trawl::item {

/// What a selector of a page kind is for.
enum class RecipePart : quint8 { Rows, Field, Follow, Last = Follow };

/// One selector of a page kind: which field or rule it is, 0 for the rows.
struct RecipePlace
{
    RecipePart part = RecipePart::Rows;
    qint32 index = 0;

    friend bool operator==(const RecipePlace &, const RecipePlace &) = default;
};

/// A recipe that is tried on a body while it is being written. Nothing of it becomes an item.
struct Probe
{
    quint64 number = 0; ///< the asker's own, unlike all others of this process
    QByteArray recipe;  ///< JSON, with one page kind; "required" steps fail nothing here
    QByteArray url;     ///< after redirects
    QByteArray contentType;
    QString bodyPath;                   ///< it must stay until the answer comes
    std::optional<RecipePlace> located; ///< whose matches are wanted in the source
    bool wantsSource = false;
    bool comparesTrees = false; ///< see ProbeAnswer::sameInOther

    friend bool operator==(const Probe &, const Probe &) = default;
};

/// Where a match stands: characters of ProbeAnswer::source, from the first to behind the last.
struct SourceRange
{
    qint32 from = 0;
    qint32 to = 0;

    friend bool operator==(const SourceRange &, const SourceRange &) = default;
};

/// A selector that cannot be used, in English; the others were tried all the same.
struct SelectorProblem
{
    RecipePlace place;
    QString what;

    friend bool operator==(const SelectorProblem &, const SelectorProblem &) = default;
};

/// Something was found, but the field's steps made nothing of it.
struct LostValue
{
    qint32 record = 0;
    qint32 field = 0;
    QString found;

    friend bool operator==(const LostValue &, const LostValue &) = default;
};

/// What a recipe gave for a body, cut to what a person looks at.
struct ProbeAnswer
{
    /// More is counted, not told.
    static constexpr qsizetype mostRecords = 1000;
    static constexpr qsizetype mostMatches = 2000;
    static constexpr qsizetype mostLinks = 1000;
    static constexpr qsizetype mostText = 2000;      ///< characters of a value
    static constexpr qsizetype mostSource = 2 << 20; ///< characters

    quint64 number = 0;
    Failure failure; ///< of the page, or of the worker that was to look into it
    QString error;   ///< the recipe as a whole cannot be used, English; empty = it can
    QString note;    ///< what was cut or guessed by the extractor, English
    QList<SelectorProblem> problems;
    QList<QByteArray> records; ///< each a Record as a JSON array, by the page kind's fields
    qint64 recordCount = 0;
    QList<qint64> missing; ///< by field: records of all that have no value
    QList<LostValue> lost; ///< of `records`
    QList<QByteArray> links;
    qint64 linkCount = 0;
    QList<SourceRange> matches; ///< of Probe::located, those whose place is known
    qint64 matchCount = 0;
    QString source;
    bool sourceCut = false;
    std::optional<bool> sameInOther; ///< records and links are the same with the other tree
    qint32 ms = 0;                   ///< it took
    bool goesOn = false;             ///< in the next part

    /// Takes over the next part: lists and the source add up, the rest is the first part's.
    void append(const ProbeAnswer &part)
    {
        problems += part.problems;
        records += part.records;
        lost += part.lost;
        links += part.links;
        matches += part.matches;
        source += part.source;
        goesOn = part.goesOn;
    }
    friend bool operator==(const ProbeAnswer &, const ProbeAnswer &) = default;
};

} // namespace trawl::item
