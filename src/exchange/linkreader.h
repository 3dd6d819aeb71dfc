// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/tablelayout.h"
#include "item/link.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

class QIODevice;

namespace trawl::exchange {

enum class ListFormat {
    Lines,       ///< one link a line (linesource.h); blank ones and those with a '#' first are none
    Text,        ///< links anywhere in running text, in order
    Csv,         ///< a table; the column url, link or href, else the first that holds links
    Tsv,         ///< the same with tabs
    Aria2,       ///< aria2 -i: URLs of one file on a line, indented key=value lines below
    Metalink,    ///< versions 3 and 4 (RFC 5854)
    CurlConfig,  ///< curl -K
    Sitemap,     ///< XML of sitemaps.org, packed or not; of an index its sitemaps, as files
    CurlCommand, ///< "copy as cURL" of a browser, for bash or cmd; one command or several
    Json,        ///< an array of links, or of objects with columns as in Csv (jsonsource.h)
    JsonLines,   ///< one of these a line
    Har,         ///< the requests that a browser has recorded (harsource.h)
    Html,        ///< the links of a page (htmlsource.h)
    Last = Html,
};

struct ReadOptions
{
    /// Lines: expand exchange/pattern.h. For what a person typed, not for files: real URLs hold
    /// brackets.
    bool patterns = false;
    /// As listCharset() gives it; empty = UTF-8. A byte order mark goes before it. Not for XML,
    /// which says itself what it is in.
    QByteArray charset = {};
    /// Csv, Tsv, Json, JsonLines: none = by names and contents.
    std::optional<TableLayout> layout = {};
};

/// What a list is by its name and beginning.
struct ListKind
{
    ListFormat format = ListFormat::Lines;
    QByteArray charset; ///< for ReadOptions
};

/// By suffix (.csv .tsv .meta4 .metalink .json .jsonl .ndjson .har .html .htm .xhtml), then by a
/// look at the first 64 kB; what is mostly one link a line → Lines, what is nothing else → Text.
[[nodiscard]] ListFormat detectFormat(const QString &fileName, const QByteArray &head);
/// The charset too, unless it is given.
[[nodiscard]] ListKind detectList(const QString &fileName, const QByteArray &head,
                                  const QByteArray &charset = {});
/// Has columns that may be given roles.
[[nodiscard]] bool isTable(ListFormat format);

/// Reads a list of any length piece by piece; memory does not grow with the list. LF or CRLF, with
/// or without BOM.
class LinkReader
{
public:
    /// `device` is open for reading and outlives the reader.
    LinkReader(QIODevice &device, ListFormat format, const ReadOptions &options = {});
    ~LinkReader();

    /// Up to `most` entries; empty at the end or on an error().
    [[nodiscard]] QList<item::Link> next(qsizetype most = 1000);
    /// Device or format trouble (no link column in a CSV …) in English; empty = none.
    [[nodiscard]] QString error() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The first `most` links of a short text (clipboard, drag), whatever its format is; patterns are
/// expanded.
[[nodiscard]] QList<item::Link> linksInText(const QString &text, qsizetype most = 1000);

/// Checks and normalises one link: white space around it goes, `example.org/x` without a scheme is
/// taken as https, the fragment is dropped, user info becomes the link's credentials, an
/// international host becomes punycode.
[[nodiscard]] item::Link parseLink(QByteArrayView text, qint64 line = 0);

} // namespace trawl::exchange
