// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace trawl::item {

enum class ListFormat : quint8 {
    Lines,       ///< links a line (linesource.h); blank ones and those with a '#' first are none
    Text,        ///< links anywhere in running text, in order
    Csv,         ///< a table; the column url, link or href, else the first that holds links
    Tsv,         ///< the same with tabs
    Aria2,       ///< aria2 -i: URLs of one file on a line, indented key=value lines below
    Metalink,    ///< versions 3 and 4 (RFC 5854)
    CurlConfig,  ///< curl -K
    Sitemap,     ///< XML of sitemaps.org; of an index its sitemaps, as files
    CurlCommand, ///< "copy as cURL" of a browser, for bash or cmd; one command or several
    Json,        ///< an array of links, or of objects with columns as in Csv (jsonsource.h)
    JsonLines,   ///< one of these a line
    Har,         ///< the requests that a browser has recorded (harsource.h)
    Html,        ///< the links of a page (htmlsource.h)
    Xml,         ///< the links of a feed, of OPML, XBEL, webloc … (xmlsource.h)
    Last = Xml,
};

/// All that is to be known of a format of lists beside how it is read: detection, --from, its
/// help, the window's choice and file dialogs are made of these rows.
struct ListFormatInfo
{
    ListFormat format;
    const char *word;  ///< for --from
    const char *title; ///< in English; the review translates it
    /// What names of such lists end with, perhaps with .gz behind; lists may have any name.
    std::span<const QLatin1StringView> suffixes = {};
    /// A name that ends so says what the list is, unless its beginning says something near to it.
    bool suffixDecides = false;
};

namespace lists {

inline constexpr std::array lines{QLatin1StringView(".txt"), QLatin1StringView(".lst"),
                                  QLatin1StringView(".list"), QLatin1StringView(".urls")};
inline constexpr std::array csv{QLatin1StringView(".csv")};
inline constexpr std::array tsv{QLatin1StringView(".tsv"), QLatin1StringView(".tab")};
inline constexpr std::array aria2{QLatin1StringView(".aria2")};
inline constexpr std::array metalink{QLatin1StringView(".meta4"), QLatin1StringView(".metalink")};
inline constexpr std::array json{QLatin1StringView(".json")};
inline constexpr std::array jsonLines{QLatin1StringView(".jsonl"), QLatin1StringView(".ndjson")};
inline constexpr std::array har{QLatin1StringView(".har")};
inline constexpr std::array html{QLatin1StringView(".html"), QLatin1StringView(".htm"),
                                 QLatin1StringView(".xhtml")};
inline constexpr std::array xml{QLatin1StringView(".xml"),  QLatin1StringView(".rss"),
                                QLatin1StringView(".atom"), QLatin1StringView(".opml"),
                                QLatin1StringView(".xbel"), QLatin1StringView(".webloc"),
                                QLatin1StringView(".xspf")};

inline constexpr std::array formats{
    ListFormatInfo{ListFormat::Lines, "lines",
                   QT_TRANSLATE_NOOP("trawl::adding::ReviewTabs", "Links, one a line"), lines},
    ListFormatInfo{ListFormat::Text, "text",
                   QT_TRANSLATE_NOOP("trawl::adding::ReviewTabs", "Text with links in it")},
    ListFormatInfo{ListFormat::Csv, "csv", "CSV", csv, true},
    ListFormatInfo{ListFormat::Tsv, "tsv", "TSV", tsv, true},
    ListFormatInfo{ListFormat::Aria2, "aria2", "aria2", aria2},
    ListFormatInfo{ListFormat::Metalink, "metalink", "Metalink", metalink, true},
    ListFormatInfo{ListFormat::CurlConfig, "curl-config",
                   QT_TRANSLATE_NOOP("trawl::adding::ReviewTabs", "cURL configuration")},
    ListFormatInfo{ListFormat::Sitemap, "sitemap",
                   QT_TRANSLATE_NOOP("trawl::adding::ReviewTabs", "Sitemap")},
    ListFormatInfo{ListFormat::CurlCommand, "curl",
                   QT_TRANSLATE_NOOP("trawl::adding::ReviewTabs", "cURL commands")},
    ListFormatInfo{ListFormat::Json, "json", "JSON", json, true},
    ListFormatInfo{ListFormat::JsonLines, "jsonl", "JSON Lines", jsonLines, true},
    ListFormatInfo{ListFormat::Har, "har", "HAR", har, true},
    ListFormatInfo{ListFormat::Html, "html", "HTML", html, true},
    ListFormatInfo{ListFormat::Xml, "xml",
                   QT_TRANSLATE_NOOP("trawl::adding::ReviewTabs", "Feed, OPML, bookmarks"), xml},
};

constexpr bool areComplete()
{
    for (std::size_t i = 0; i < formats.size(); ++i) {
        if (std::size_t(formats[i].format) != i)
            return false;
    }
    return formats.size() == std::size_t(ListFormat::Last) + 1;
}
static_assert(areComplete(), "a row each, in their order");

} // namespace lists

[[nodiscard]] constexpr std::span<const ListFormatInfo> listFormats()
{
    return lists::formats;
}

[[nodiscard]] constexpr const ListFormatInfo &infoOf(ListFormat format)
{
    return lists::formats[std::size_t(format)];
}

/// In any case.
[[nodiscard]] inline std::optional<ListFormat> listFormatFromWord(QStringView word)
{
    for (const auto &one : listFormats()) {
        if (word.compare(QLatin1StringView(one.word), Qt::CaseInsensitive) == 0)
            return one.format;
    }
    return std::nullopt;
}

/// By the suffix, in any case, with or without .gz behind; nullptr for one that no list has.
[[nodiscard]] inline const ListFormatInfo *listFormatOfName(QStringView name)
{
    constexpr QLatin1StringView packed(".gz");
    if (name.endsWith(packed, Qt::CaseInsensitive))
        name.chop(packed.size());
    for (const auto &one : listFormats()) {
        if (std::ranges::any_of(one.suffixes, [name](QLatin1StringView suffix) {
                return name.endsWith(suffix, Qt::CaseInsensitive);
            }))
            return &one;
    }
    return nullptr;
}

} // namespace trawl::item
