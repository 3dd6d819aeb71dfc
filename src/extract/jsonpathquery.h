// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/pattern.h"

#include <QJsonValue>
#include <QString>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// A JSONPath, understood (RFC 9535, 2). What the parser has let through is well-typed.
namespace trawl::extract::jsonpath {

struct Expression;

struct Wildcard
{
};

struct Slice
{
    std::optional<qint64> start;
    std::optional<qint64> end;
    qint64 step = 1;
};

using Filter = std::shared_ptr<const Expression>;
/// A member's name, an element's index, …
using Selector = std::variant<QString, qint64, Slice, Wildcard, Filter>;

struct Segment
{
    bool descendant = false;
    std::vector<Selector> selectors;
};

struct Query
{
    bool absolute = true; ///< from "$", else from "@"
    std::vector<Segment> segments;

    /// At most one node, whatever the document (2.3.5.1).
    [[nodiscard]] bool isSingular() const;
};

enum class Function : quint8 { Length, Count, Match, Search, Value };

struct Call
{
    Function function = Function::Length;
    std::vector<Expression> arguments;
    std::optional<Pattern> pattern; ///< of match() and search() with a literal
};

enum class Relation : quint8 { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

struct Comparison
{
    Relation relation = Relation::Equal;
    std::vector<Expression> sides; ///< two: literals, singular queries, calls that give a value
};

/// `operands` of And and Or: two or more; of Not: one.
struct Logic
{
    enum class Kind : quint8 { And, Or, Not };
    Kind kind = Kind::And;
    std::vector<Expression> operands;
};

struct Expression
{
    std::variant<QJsonValue, Query, Call, Comparison, Logic> node;
};

} // namespace trawl::extract::jsonpath
