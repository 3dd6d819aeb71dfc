// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/tablelayout.h"
#include "item/link.h"
#include "item/listformats.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

class QIODevice;

namespace trawl::exchange {

using item::ListFormat;

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
    QString refusal;    ///< why it is no list, in English; empty = it may be one
};

/// What a person knows of a list, where its looks say otherwise.
struct GivenKind
{
    std::optional<ListFormat> format = {};
    QByteArray charset = {};
};

/// By the best evidence in the first 64 kB, unpacked where they are in gzip: a suffix that decides
/// (item/listformats.h), marks that only one format has, a table's row of names wherever it stands,
/// options of aria2 below a link; else mostly links on their lines → Lines, what is nothing else →
/// Text. One entry that is not of the format changes nothing: it fails when it is read.
[[nodiscard]] ListFormat detectFormat(const QString &fileName, const QByteArray &head);
/// Charset and refusal too; what is given is not found out.
[[nodiscard]] ListKind detectList(const QString &fileName, const QByteArray &head,
                                  const GivenKind &given = {});
/// No more of a slow pipe is needed to see what it brings: a whole line with a link has come, or
/// what is no text, or is in gzip.
[[nodiscard]] bool tellsItsFormat(QByteArrayView head);
/// The beginning of a list as its reader gets it: unpacked, still in its charset.
[[nodiscard]] QByteArray unpackedHead(const QByteArray &head);
/// Has columns that may be given roles.
[[nodiscard]] bool isTable(ListFormat format);

/// Reads a list of any length piece by piece; memory does not grow with the list. LF or CRLF, with
/// or without BOM, in gzip or not.
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
    /// What was broken and read on behind, in English; empty = nothing.
    [[nodiscard]] QString note() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The first `most` links of a short text (clipboard, drag), whatever its format is; patterns are
/// expanded.
[[nodiscard]] QList<item::Link> linksInText(const QString &text, qsizetype most = 1000);

/// Checks and normalises one link: blanks around it go, `example.org/x` without a scheme is
/// taken as https, the fragment is dropped, user info becomes the link's credentials, an
/// international host becomes punycode.
[[nodiscard]] item::Link parseLink(QByteArrayView text, qint64 line = 0);

/// The same of what a program has written, where a link without a scheme is none.
[[nodiscard]] item::Link parseAbsoluteLink(QByteArrayView text, qint64 line = 0);

} // namespace trawl::exchange
