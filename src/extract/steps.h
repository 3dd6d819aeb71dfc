// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/effort.h"
#include "item/failure.h"
#include "item/recipe.h"
#include "item/record.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace trawl::extract {

struct StepContext
{
    QByteArray base; ///< URL that relative ones are resolved against
};

/// Why a field has no value although it must, or could not be worked out.
struct StepFailure
{
    item::Reason reason = item::Reason::None; ///< MissingField or BadPage
    QString what; ///< English, to go behind the field's name: "has no value"
};

struct CompiledStep;

/// A field's steps (item::StepKind) with their arguments understood. Immutable, any thread.
///
/// Each step is done to each value that was found; a value that it cannot be done to is dropped.
/// Then the first that is left is the field's value, or with `all` the list of them.
/// - JSON's null is no value. A text that Trim leaves empty is dropped.
/// - Join makes one text of all values, and of the elements of arrays; behind it there is no list.
/// - Number, Date: see number.h, date.h. Regex: the first match in each value (pattern.h).
/// - Default and Required take an empty text for no value. Behind Number a default that is a number
///   is one.
class Steps
{
public:
    /// The error says which step's argument is wrong and why.
    [[nodiscard]] static tl::expected<Steps, QString> compile(const QList<item::Step> &steps);

    /// Null = nothing found; with `all` an empty list is.
    [[nodiscard]] tl::expected<item::Value, StepFailure>
    apply(QList<item::Value> found, bool all, const StepContext &context, Effort &effort) const;

private:
    std::shared_ptr<const QList<CompiledStep>> m_steps;
};

} // namespace trawl::extract
