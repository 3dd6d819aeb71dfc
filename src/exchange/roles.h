// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/entry.h"

namespace trawl::exchange {

/// What a column of a table or a word behind a line's URL says of the file.
enum class Role : quint8 {
    None,
    Url,      ///< url, link, href; the first of them that a table has is the one
    Name,     ///< name, filename
    Path,     ///< file: with its folder, as results are exported
    Folder,   ///< folder, dir
    Headers,  ///< header, headers: one a line
    Referer,  ///< referer
    Checksum, ///< checksum: sha256=hex; in a table also only the digits
    Digest,   ///< md5, sha1, sha256, sha512
    Mirrors,  ///< mirror, mirrors: between blanks or line ends
    Size,     ///< size
    User,     ///< user
    Password, ///< password
    Last = Password,
};

/// By name, in any case.
[[nodiscard]] Role roleOf(QByteArrayView name);
/// `name` is that of the column; an empty value says nothing.
void applyRole(Entry &entry, Role role, QByteArrayView name, QByteArrayView value);
/// The same of a table's cell, which may say less: "-" for nothing, "1.2 MB" for a size, a checksum
/// without its kind.
void applyCell(Entry &entry, Role role, QByteArrayView name, QByteArrayView value);
/// How much the name says that its column holds the links: 0 = not; the least of the others wins.
[[nodiscard]] int urlRank(QByteArrayView name);

} // namespace trawl::exchange
