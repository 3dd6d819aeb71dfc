// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/outcome.h"

#include <QString>

namespace trawl::naming {

/// Longest name in bytes of UTF-8, the numbering of collisions included.
constexpr int maxNameBytes = 255;

/// A safe, legal file name (no directory part, never empty) for a response: Content-Disposition's
/// filename* or filename (RFC 6266, RFC 8187), else the last path segment of the final URL, else
/// "index"; an extension from the media type when there is none and the type tells one. Control
/// characters, separators, bidi overrides and reserved characters become '_'; leading dots,
/// trailing dots and spaces go; Windows device names get a '_'.
[[nodiscard]] QString fileName(const QByteArray &finalUrl, const item::ResponseHead &head);

/// What fileName() does to any text to make it a name; empty when nothing is left.
[[nodiscard]] QString safeName(const QString &name);

/// "a.tar.gz", 2 → "a (2).tar.gz"; keeps to maxNameBytes. 0 changes nothing.
[[nodiscard]] QString numbered(const QString &name, int n);

/// "a.tar.gz", "wrong checksum" → "a (wrong checksum).tar.gz"; keeps to maxNameBytes.
[[nodiscard]] QString marked(const QString &name, const QString &mark);

} // namespace trawl::naming
