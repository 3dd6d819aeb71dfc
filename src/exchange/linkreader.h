// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/link.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

class QIODevice;

namespace trawl::exchange {

/// Lines: one link a line; blank lines and lines that start with '#' are passed over.
/// Text: links anywhere in running text, in order.
/// Csv, Tsv: a header row; the column named url, link or href (any case), else the first that holds
/// links (RFC 4180 quoting).
enum class ListFormat { Lines, Text, Csv, Tsv };

/// By suffix (.csv .tsv), then by a look at the first 64 kB: mostly one link a line → Lines, else
/// Text.
[[nodiscard]] ListFormat detectFormat(const QString &fileName, const QByteArray &head);

/// Reads a list of any length piece by piece; memory does not grow with the list. UTF-8, with or
/// without BOM, LF or CRLF.
class LinkReader
{
public:
    /// `device` is open for reading and outlives the reader.
    LinkReader(QIODevice &device, ListFormat format);
    ~LinkReader();

    /// Up to `most` entries; empty at the end or on an error().
    [[nodiscard]] QList<item::Link> next(qsizetype most = 1000);
    /// Device or format trouble (no link column in a CSV …) in English; empty = none.
    [[nodiscard]] QString error() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The links of a short text (clipboard, drag), read as Lines or Text.
[[nodiscard]] QList<item::Link> linksInText(const QString &text);

/// Checks and normalises one link: white space around it goes, `example.org/x` without a scheme is
/// taken as https, user info and fragment are dropped, an international host becomes punycode.
[[nodiscard]] item::Link parseLink(QByteArrayView text, qint64 line = 0);

} // namespace trawl::exchange
