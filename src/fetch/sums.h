// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/checksum.h"

#include <optional>

namespace trawl::fetch {

/// The digest of `fileName` in the text of a SHA256SUMS, MD5SUMS … file: as coreutils write it
/// ("hex  name", "hex *name") or with --tag, as BSD does ("SHA256 (name) = hex"), with `\\`-escaped
/// names, LF or CRLF, signed (PGP) or not. A leading "./" in the file does not count. nullopt when
/// it is not there, its digest is none of `algorithm`, or the file names two different ones.
[[nodiscard]] std::optional<item::Checksum> findSum(QByteArrayView text, QByteArrayView fileName,
                                                    item::HashAlgorithm algorithm);

} // namespace trawl::fetch
