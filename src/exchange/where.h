// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/result.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <memory>

namespace trawl::exchange {

/// Which rows of the results are wanted: `status=failed and (code>=500 or reason=dns)`,
/// `price<10`, `title~"^A "`, `host=example.org`. Values: any thread.
///
/// - A comparison is COLUMN OPERATOR VALUE; columns are the results', the fields' and `host`, that
///   of the URL. `and` binds more tightly than `or`. Names and values with blanks stand in '…' or
///   "…", where a quote that is doubled stands for itself.
/// - Operators: = != < <= > >=, and ~ !~ for "a regular expression matches somewhere" in the first
///   32 767 characters; a text for which it takes too long does not match.
/// - Numbers compare as numbers (K, M, G of 1024 behind them), texts by their characters' codes
///   with case, so times as 2026-11-22 do. A field's text that is a number as a whole is one for
///   < <= > >= with a number. true and false, lists and objects compare as their JSON texts.
/// - An empty cell is an empty text: `reason=""`, `reason!=dns` take it, < <= > >= never do.
class Where
{
public:
    Where() = default; ///< takes every row

    /// `fields`: the names of Result::record. The error names the place, English.
    [[nodiscard]] static tl::expected<Where, QString> parse(const QString &text,
                                                            const QStringList &fields = {});
    [[nodiscard]] bool matches(const item::Result &result) const;

    struct Node;

private:
    std::shared_ptr<const Node> m_root; ///< null = every row
};

} // namespace trawl::exchange
