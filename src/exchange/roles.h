// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/entry.h"

namespace trawl::exchange {

/// What a column of a table or a word behind a line's URL says of the file. Names count in any
/// case, with blanks, dashes and underscores in them or without.
enum class Role : quint8 {
    None,
    Url,        ///< url, link, href, uri, download url; the first that a table has is the one
    Name,       ///< name, filename
    Path,       ///< file: with its folder, as results are exported
    Folder,     ///< folder, dir, directory
    Headers,    ///< header, headers: one a line
    Referer,    ///< referer, referrer
    Checksum,   ///< checksum, hash, digest: sha256=hex; in a table also only the digits
    Digest,     ///< md5, sha1, sha256, sha512, also as sha256sum, md5 hash …
    Mirrors,    ///< mirror, mirrors: between blanks or line ends
    Size,       ///< size, filesize
    LikelySize, ///< size, where it may be that of a shoe: only from 1000 on
    User,       ///< user
    Password,   ///< password
    Last = Password,
};

[[nodiscard]] Role roleOf(QByteArrayView name);
/// Names a way to hash, be it one that is known or not: "md5", "crc32", "sha3-256", "b2sum".
[[nodiscard]] bool isLikeDigest(QByteArrayView name);
/// Digits of a digest of some kind, from CRC-32 on.
[[nodiscard]] bool isHexDigest(QByteArrayView value);
/// Of a table's column: "size" promises bytes where another one tells that the table is about files
/// (checksum, folder, mirror, file name); else it is LikelySize. One that names a way to hash, be
/// it known or not, is a Digest.
[[nodiscard]] Role roleOfColumn(QByteArrayView name, bool isOfFiles);
[[nodiscard]] bool tellsOfFiles(QByteArrayView name);
/// `name` is that of the column; an empty value says nothing.
void applyRole(Entry &entry, Role role, QByteArrayView name, QByteArrayView value);
/// The same of a table's cell, which may say less: "-" for nothing, "1.2 MB" for a size, a checksum
/// without its kind, a word that is no digest under "tiger".
void applyCell(Entry &entry, Role role, QByteArrayView name, QByteArrayView value);
/// How much the name says that its column holds the links: 0 = not; the least of the others wins.
[[nodiscard]] int urlRank(QByteArrayView name);

} // namespace trawl::exchange
