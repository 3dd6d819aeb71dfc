// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

#include <tl/expected.hpp>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// CSS selectors as values (Selectors 3, of 4 `:is :where :not(list) :has :scope` and `of S`, and
/// Scrapy's `::text`, `::attr(name)`, with `::html` for the source). All texts are UTF-8.
namespace trawl::extract::css {

struct SelectorList;

/// Of an element or attribute: as written, and for HTML in lower case.
struct Name
{
    QByteArray text;
    QByteArray folded;
};

/// "ns|name": "*" = any; absent = any for elements, none for attributes; empty = none.
using Prefix = std::optional<QByteArray>;

struct Class
{
    QByteArray name;
};

struct Id
{
    QByteArray name;
};

enum class Operator : quint8 { Exists, Equals, Includes, Dash, Starts, Ends, Contains };

struct AttributeTest
{
    Prefix prefix;
    Name name;
    Operator op = Operator::Exists;
    QByteArray value;
    bool fold = false; ///< the flag "i": ASCII letters in any case
};

/// :nth-child(an+b of S) and its relatives.
struct Nth
{
    int a = 0;
    int b = 1;
    bool fromEnd = false;
    bool ofType = false;
    std::shared_ptr<const SelectorList> of; ///< null = any
};

enum class State : quint8 {
    Root,
    Empty,
    Scope,
    Link,
    Checked,
    Disabled,
    Enabled,
    Never,  ///< :hover and others that no page at rest is in
    Anchor, ///< within :has(), the element that is asked
};

enum class Nesting : quint8 { Any, None, Has };

/// :is(), :where(); :not(); :has().
struct Nested
{
    Nesting kind = Nesting::Any;
    std::shared_ptr<const SelectorList> list;
};

struct Lang
{
    QList<QByteArray> ranges; ///< lower case
};

using Simple = std::variant<Class, Id, AttributeTest, Nth, State, Nested, Lang>;

struct Compound
{
    Prefix prefix;
    std::optional<Name> type; ///< absent = any
    std::vector<Simple> simples;

    [[nodiscard]] bool isUniversal() const { return !prefix && !type && simples.empty(); }
};

enum class Pseudo : quint8 { None, Text, Attribute, Html };

/// What is taken of an element that a selector found.
struct Output
{
    Pseudo kind = Pseudo::None;
    Name attribute;
};

/// Selectors with commas between. The compounds of all of them lie in one row; a set of them is a
/// word of bits, so that one walk through a tree can match all of them (see walk.h).
struct SelectorList
{
    std::vector<Compound> compounds; ///< at most mostCompounds
    std::vector<Output> outputs;     ///< for each of `compounds`; used at the ends
    quint64 starts = 0;              ///< those that a selector begins with
    quint64 ends = 0;                ///< those that a selector ends with
    // The combinator behind a compound:
    quint64 descendant = 0;
    quint64 child = 0;
    quint64 next = 0;
    quint64 later = 0;
    quint64 orSelf = 0;      ///< with `descendant`: the element itself counts too ("a ::text")
    quint64 texts = 0;       ///< ends with ::text
    bool isSimple = true;    ///< there are no combinators
    bool isRelative = false; ///< of :has(): begins with State::Anchor
    bool usesScope = false;
};

constexpr int mostCompounds = 64;

/// The error tells the position, counted in characters from 1, and what is wrong, in English.
[[nodiscard]] tl::expected<std::shared_ptr<const SelectorList>, QString> parse(QStringView text);

} // namespace trawl::extract::css
