// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/content.h"
#include "extract/jsonpath.h"
#include "extract/pattern.h"
#include "extract/structured.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <memory>
#include <variant>

namespace trawl::extract {

/// What a selector found: a node of the content's tree, or a value.
struct Match
{
    xmlNode *node = nullptr; ///< element, attribute, text or comment
    bool isSource = false;   ///< the node's source is wanted (::html)
    item::Value value;       ///< without a node
};

/// What a match says: of an element its text as one reads it; attributes and texts as they are.
[[nodiscard]] item::Value valueOf(const Match &match);
/// Of a srcset its URLs, of all else what valueOf() says.
[[nodiscard]] QStringList urlsOf(const Match &match);

/// A selector of a recipe in any of its languages (item::Field::selector). Immutable, any thread.
class Selector
{
public:
    /// Understands the prefixes "css:" (the usual), "xpath:", "regex:", "json:", "jsonld:",
    /// "microdata:" and "meta:". The error says what is wrong and where, in English.
    [[nodiscard]] static tl::expected<Selector, QString> compile(QStringView text);

    /// At most `most`, in order. With a scope (a row) CSS, XPath's relative paths, JSON and regular
    /// expressions look only into that; jsonld, microdata and meta always into the page. A language
    /// that does not fit the content finds nothing. The error is one of evaluation; too much
    /// effort shows in Content::effort().
    [[nodiscard]] tl::expected<QList<Match>, QString> select(Content &content, const Match *scope,
                                                             qsizetype most) const;

    [[nodiscard]] bool isJson() const { return std::holds_alternative<JsonPath>(m_kind); }
    [[nodiscard]] bool isPattern() const { return std::holds_alternative<Pattern>(m_kind); }
    /// It finds the same in every row of a page.
    [[nodiscard]] bool ignoresScope() const { return std::holds_alternative<Structured>(m_kind); }

private:
    using Css = std::shared_ptr<const css::SelectorList>;
    using Kind = std::variant<Css, XPath, Pattern, JsonPath, Structured>;
    using Result = tl::expected<QList<Match>, QString>;

    explicit Selector(Kind kind)
        : m_kind(std::move(kind))
    {
    }

    static Result find(const Css &list, Content &content, const Match *scope, qsizetype most);
    static Result find(const XPath &path, Content &content, const Match *scope, qsizetype most);
    static Result find(const Pattern &pattern, Content &content, const Match *scope,
                       qsizetype most);
    static Result find(const JsonPath &path, Content &content, const Match *scope, qsizetype most);
    static Result find(const Structured &query, Content &content, const Match *scope,
                       qsizetype most);

    Kind m_kind;
};

} // namespace trawl::extract
