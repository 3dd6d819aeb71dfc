// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/effort.h"

#include <QJsonValue>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace trawl::extract {

namespace jsonpath {
struct Query;
}

/// A JSONPath by RFC 9535, with all of its functions. Values: immutable, any thread.
///
/// - Members come in the order of their names, as QJsonObject keeps them (the RFC leaves it open).
/// - The "$" may be left out: "a.b", ".a", "..a" and "[0]" mean "$.a.b", "$.a", "$..a" and "$[0]".
/// - match() and search() take I-Regexps (RFC 9485), and \d \D \s \S \w \W, ^ and $ with their
/// usual
///   meaning. A literal that is none is an error here; the RFC has it match nothing.
class JsonPath
{
public:
    /// The error says what is wrong and at which character.
    [[nodiscard]] static tl::expected<JsonPath, QString> compile(QStringView text);

    /// The values of the nodes, in the RFC's order. An error if they are more than a million or
    /// cost more than 20 million steps or the effort.
    [[nodiscard]] tl::expected<QList<QJsonValue>, QString> select(const QJsonValue &root,
                                                                  Effort &effort) const;

private:
    std::shared_ptr<const jsonpath::Query> m_query;
};

} // namespace trawl::extract
