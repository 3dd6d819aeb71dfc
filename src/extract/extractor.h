// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/recipe.h"
#include "item/record.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace trawl::extract {

/// A response's body with what its head says of it.
struct Body
{
    QByteArrayView bytes;
    QByteArray contentType; ///< the field as received; may be empty, may lie
    QByteArray url;         ///< the final one: relative links are resolved against it
    QByteArray head = {};   ///< its fields as received, one a line; may be empty
};

/// What a page gave.
struct Harvest
{
    QList<item::Record> records; ///< by Recipe::columns(); columns of other page kinds are null
    QList<item::FoundLink> links;
    item::Failure failure; ///< Reason::BadPage, MissingField; then there are no records
    QString note;          ///< what was cut or guessed, English; empty = nothing
};

/// Where in a recipe something is wrong and what, for the person, in English.
struct RecipeError
{
    QString where; ///< "page \"list\", field \"price\""; empty = `what` says it
    QString what;
};

/// A compiled recipe. Thread-safe: run() may be called by several threads at once.
class Extractor
{
public:
    /// Checks all selectors, steps and names.
    [[nodiscard]] static tl::expected<std::shared_ptr<const Extractor>, RecipeError>
    compile(const item::Recipe &recipe);
    ~Extractor();

    /// Applies one page kind (index of Recipe::pages) to a body. `carried` is
    /// FoundLink::carried of the link that led here. Never throws, whatever the body is.
    [[nodiscard]] Harvest run(const Body &body, quint8 page, const QByteArray &carried = {}) const;

private:
    class Private;
    explicit Extractor(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace trawl::extract
