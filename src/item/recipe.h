// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace trawl::item {

/// Which tree selectors see: as a browser builds it (HTML5), or libxml2's own, which is faster.
enum class Tree : quint8 { Browser, Fast };

/// What is done to a field's values after they were found, in order.
enum class StepKind : quint8 {
    Trim,     ///< white space at the ends goes, runs of it become one blank
    Join,     ///< all values as one text with the argument between
    Number,   ///< "1.234,50 €" → 1234.5; the argument is the decimal sign, empty = guessed
    Date,     ///< ISO 8601; the argument is the format that is read, empty = the usual ones
    Url,      ///< made absolute by the page's base, as a browser does
    Regex,    ///< what the argument matches: its first group, or all of it; else nothing
    Default,  ///< the argument when there is no value
    Required, ///< without a value the page is a failure
    Last = Required,
};

struct Step
{
    StepKind kind = StepKind::Trim;
    QString argument;

    friend bool operator==(const Step &, const Step &) = default;
};

/// One column of the scraped table. Selectors are CSS, or have a prefix: "xpath:", "regex:",
/// "json:" (RFC 9535), "jsonld:", "microdata:".
struct Field
{
    QString name;
    QString selector;
    bool all = false; ///< every match as a list, not just the first
    QList<Step> steps;

    friend bool operator==(const Field &, const Field &) = default;
};

/// Links to follow.
struct Follow
{
    QString selector;  ///< of elements with href or src, attributes or texts that are URLs
    QString page;      ///< the name of the page kind that is found there; empty = the same
    bool next = false; ///< pagination: counts no depth
    QStringList carry; ///< fields whose values the records there are to have
    QString allow;     ///< regular expression that a URL must match; empty = any
    QString deny;      ///< and one that it must not match

    friend bool operator==(const Follow &, const Follow &) = default;
};

/// What is done with one kind of page. The first kind is that of the list's own URLs.
struct Page
{
    QString name;
    QString rows; ///< a selector: one record for each match, fields are looked for in it
    QList<Field> fields;
    QList<Follow> follow;
    std::optional<bool> save; ///< as a file; unset = as the job does

    friend bool operator==(const Page &, const Page &) = default;
};

enum class Span : quint8 { Host, Domain, Any };

/// Which of the links that were found are followed.
struct CrawlRules
{
    int depth = -1; ///< of links from a URL of the list; -1 = no limit, 0 = follow nothing
    Span span = Span::Host;
    QStringList allow;         ///< regular expressions; a URL must match one, if there are any
    QStringList deny;          ///< and none of these
    qint64 maxPages = 0;       ///< items of the job; 0 = no limit
    bool robots = true;        ///< RFC 9309, for followed links
    bool nofollow = true;      ///< rel=nofollow and meta robots are respected
    bool sortQuery = false;    ///< ?b=1&a=2 is the same page as ?a=2&b=1
    bool dropTracking = false; ///< utm_…, fbclid and the like do not make another page
    bool throttle = true;      ///< the delay follows the host's latency

    friend bool operator==(const CrawlRules &, const CrawlRules &) = default;
};

/// What a job does with its responses: save, extract, follow, in any mix.
struct Recipe
{
    Tree tree = Tree::Browser;
    QList<Page> pages; ///< 1 … 200; empty = no recipe
    CrawlRules crawl;
    QStringList sitemaps;           ///< URLs to begin with, beside the list's
    qint64 maxPageBytes = 16 << 20; ///< a larger body is not looked into: Reason::TooLarge

    [[nodiscard]] bool isEmpty() const { return pages.isEmpty(); }
    /// The names of all fields of all pages, each once, in order.
    [[nodiscard]] QStringList columns() const;
    /// Something is followed.
    [[nodiscard]] bool crawls() const;
    /// Index of the page of that name; -1 = none.
    [[nodiscard]] int pageIndex(const QString &name) const;
    friend bool operator==(const Recipe &, const Recipe &) = default;
};

} // namespace trawl::item
