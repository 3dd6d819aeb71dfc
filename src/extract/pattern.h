// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/effort.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace trawl::extract {

/// A regular expression of a recipe (PCRE2, the library and the options that QRegularExpression
/// has; \w, \d and the like go by Unicode). Patterns and texts may be anybody's: backtracking is
/// bounded for each start and processor time for all of them, so none explodes; verbs as
/// (*LIMIT_MATCH=…) lower the bound, never raise it. Values: immutable, any thread.
class Pattern
{
public:
    /// The error says what is wrong and at which character.
    [[nodiscard]] static tl::expected<Pattern, QString> compile(QStringView text);

    /// Of each match the group named "value", else the first group, else all of it; a match in
    /// which that group took no part gives nothing. At most `most`, in order, without overlaps.
    [[nodiscard]] QStringList matches(QStringView text, qsizetype most, Effort &effort) const;
    [[nodiscard]] std::optional<QString> first(QStringView text, Effort &effort) const;
    [[nodiscard]] bool contains(QStringView text, Effort &effort) const;

private:
    struct Code;
    std::shared_ptr<const Code> m_code;
};

} // namespace trawl::extract
