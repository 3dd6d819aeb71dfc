// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>

namespace trawl::item {

/// What a field holds: text, a number, a boolean, a list or object of these; null = nothing found.
using Value = QJsonValue;

/// One row of the scraped table, by the recipe's columns (Recipe::columns()).
using Record = QList<Value>;

/// What a request tells of the page that its URL was found on.
enum class Referrer : quint8 { None, Origin, Page, Last = Page };

/// A link that a page's recipe asks to follow. Whether it is followed is the engine's to say.
struct FoundLink
{
    QByteArray url;         ///< absolute, normalised; the fragment is dropped
    quint8 page = 0;        ///< index of Recipe::pages that it is fetched as, or sitemapPage
    bool samePlace = false; ///< pagination: as deep as the page it stands on
    QByteArray carried;     ///< values by column name for the records there, as a JSON object
    Referrer referrer = Referrer::None;
    bool refresh = false; ///< not a link: the page itself sends its reader there

    friend bool operator==(const FoundLink &, const FoundLink &) = default;
};

/// FoundLink::page of what is to be read as a sitemap.
constexpr quint8 sitemapPage = 255;

} // namespace trawl::item
