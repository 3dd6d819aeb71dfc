// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/pagedata.h"
#include "item/record.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace trawl::extract {

/// What a page says of itself for machines, as fields. Immutable, any thread.
///
/// | kind | path | gives |
/// |---|---|---|
/// | jsonld | empty | all objects of the page's JSON-LD |
/// | jsonld | Product.offers.price | of all objects of that @type, wherever, the property's values
/// | | jsonld | $… | a JSONPath over the array of all objects | | microdata | the same three |
/// items as JSON (microdata.h): type, id, properties | | meta | og:title | contents of meta
/// elements of that name, property or http-equiv |
///
/// A type is written as the last part of its URL (https://schema.org/Product → Product), or whole
/// in <…>: <https://schema.org/Product>.name. A property path goes through arrays; of
/// {"@value": x} it gives x.
class Structured
{
public:
    struct Found
    {
        QList<item::Value> values;
        QString note; ///< what of the page was not understood or left out, English; may be empty
    };

    /// Kinds: "jsonld", "microdata", "meta". The error says what is wrong with the path.
    [[nodiscard]] static tl::expected<Structured, QString> compile(QStringView kind,
                                                                   QStringView path);

    [[nodiscard]] Found select(PageData &page, Effort &effort) const;

private:
    struct Query;
    std::shared_ptr<const Query> m_query;
};

} // namespace trawl::extract
