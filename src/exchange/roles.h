// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/entry.h"

namespace trawl::exchange {

/// What a column of a table or a word behind a line's URL says of the file.
enum class Role : quint8 {
    None,
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
};

/// By name, in any case.
[[nodiscard]] Role roleOf(QByteArrayView name);
/// `name` is that of the column; an empty value says nothing.
void applyRole(Entry &entry, Role role, QByteArrayView name, QByteArrayView value);

} // namespace trawl::exchange
